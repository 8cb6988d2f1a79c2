import { defineMethod } from "#app/domain/method/define.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { byDefault, DISCUSSED, line, SETTLED, WITHDRAW, WITHDRAWN } from "./parts.ts";

const OURS = byDefault("空白方法的样板，请按本地文件修改");

/** What somebody begins with who writes a method from nothing: raised, talked over, settled, or withdrawn. Complete as it stands. */
export function skeleton(id: string, name: string): MethodDefinition {
  return defineMethod({
    id,
    name,
    version: 1,
    family: "deliberation",
    summary: "先提出议题，再开会商议，议定后办结。请按本地文件改写环节和要求。",
    sources: [OURS],
    seats: [],
    stages: [
      {
        id: "collect",
        name: "提出议题",
        kind: "collect",
        who: "工作人员",
        gate: [line("title", "写明是什么问题", "title", OURS)],
        exits: [{ event: "advance", label: "上会", to: "talk" }],
        documents: ["issue-list"],
        exceptions: [WITHDRAW],
      },
      {
        id: "talk",
        name: "开会商议",
        kind: "deliberate",
        who: "参会人员",
        gate: [DISCUSSED],
        exits: [{ event: "advance", label: "议定，办结", to: "settled" }],
        documents: ["record"],
        exceptions: [WITHDRAW],
      },
      SETTLED,
      WITHDRAWN,
    ],
  });
}
