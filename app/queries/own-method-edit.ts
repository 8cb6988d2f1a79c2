import { DomainError } from "#app/domain/errors.ts";
import type { GateLine, MethodDefinition, MethodDraft, Stage } from "#app/domain/method/definition.ts";
import { RULES } from "#app/domain/rule/presets.ts";
import { requireSecretary } from "#app/domain/secretary.ts";
import { OWN_SOURCE } from "#app/domain/source.ts";
import type { Actor, House } from "#app/house.ts";
import * as parts from "#app/methods/parts.ts";
import { methodsAtHand } from "#db/stores/method.ts";
import { ownMethod } from "#db/stores/own.ts";
import { type Published, versionsOf } from "#db/stores/own-method.ts";

type Exception = Stage["exceptions"][number];
type Kit = { exception: Exception; leads: "end" | "self" | "back" | "on"; end?: Stage };

/** Every kind of exception as the built-in methods word it; where the editor leads it at first, and the end that it needs. */
const EXCEPTIONS = [
  { exception: parts.returnTo(""), leads: "back" },
  { exception: parts.REJECT, leads: "end", end: parts.REJECTED },
  { exception: parts.ESCALATE, leads: "end", end: parts.ESCALATED },
  { exception: parts.postpone(""), leads: "self" },
  { exception: parts.adjourn(""), leads: "self" },
  { exception: parts.urgent(""), leads: "on" },
  { exception: parts.WITHDRAW, leads: "end", end: parts.WITHDRAWN },
  { exception: parts.MERGE, leads: "end", end: parts.MERGED },
  { exception: parts.SPLIT, leads: "end", end: parts.SPLIT_UP },
  { exception: parts.reconsider(""), leads: "self" },
  { exception: parts.objection(""), leads: "self" },
  { exception: parts.correction(""), leads: "self" },
  { exception: parts.noQuorum(""), leads: "back" },
] as Kit[];

/** Lines that are often asked, by the name under which the editor offers them. */
const LINES: Readonly<Record<string, readonly GateLine[]>> = {
  named: parts.NAMED,
  four: parts.FOUR_ELEMENTS.map((line) => ({ ...line, source: OWN_SOURCE })),
  done: [parts.DONE_NOTE],
  rated: [parts.RATED],
  response: [parts.line("response", "写明社区的答复", "response", OWN_SOURCE)],
  agrees: [parts.line("party-agrees", "当事人点头确认", "partyAgrees", OWN_SOURCE, parts.CONFIRMED)],
  discussed: [parts.DISCUSSED],
  posted: parts.POSTED_15,
};

export interface OwnMethodEdit {
  readonly method: {
    readonly id: string;
    readonly edition: number;
    readonly draft: MethodDefinition;
    readonly nextVersion: number;
  };
  readonly versions: readonly Published[];
  readonly kit: {
    readonly exceptions: readonly Kit[];
    readonly lines: typeof LINES;
    readonly decisions: readonly { id: string; name: string }[];
    readonly rules: readonly { id: string; name: string }[];
  };
}

/** A draft as it was saved, with what the schema would fill in. */
const whole = (draft: MethodDraft): MethodDefinition => ({ status: "ready", voting: "opinion", ...draft });

const isDecision = ({ stages }: MethodDefinition) =>
  stages.some((stage) => stage.result === "passed") && stages.some((stage) => stage.result === "failed");

/**
 * An own method as the editor needs it, with what methods are put together from. For the secretary of the community that it belongs to:
 * throws not-allowed, not-found, wrong-state once it was taken out of use.
 */
export async function ownMethodEdit(house: House, actor: Actor, id: string): Promise<OwnMethodEdit> {
  return house.db.read(async (db) => {
    const row = await ownMethod(db, actor, id);
    requireSecretary(actor);
    if (row.removedAt) throw new DomainError("wrong-state");
    const versions = await versionsOf(db, id);
    const decisions = (await methodsAtHand(db, actor.communityId)).filter((each) => each.id !== id && isDecision(each));
    const nextVersion = (versions[0]?.version ?? 0) + 1;
    return {
      method: { id, edition: row.version, draft: whole(row.draft), nextVersion },
      versions,
      kit: {
        exceptions: EXCEPTIONS,
        lines: LINES,
        decisions: decisions.map(({ id, name }) => ({ id, name })),
        rules: RULES.map(({ id, name }) => ({ id, name })),
      },
    };
  });
}
