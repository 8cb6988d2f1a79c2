import type { GateLine, MethodDraft } from "#app/domain/method/definition.ts";
import type { Source } from "#app/domain/source.ts";
import {
  adjourn,
  answerObjection,
  byDefault,
  correction,
  DAY,
  DISCUSSED,
  FAILED,
  line,
  noQuorum,
  OBJECTIONS_ANSWERED,
  objection,
  PASSED,
  postpone,
  REJECT,
  REJECTED,
  reconsider,
  returnTo,
  URGENT_MADE_UP,
  urgent,
  WITHDRAW,
  WITHDRAW_WITH_CONSENT,
  WITHDRAWN,
} from "./parts.ts";

/**
 * 法定决定 and its like, one course for all: 先议(党组织讨论或提出事项) → 通知 → 开会审议 → 表决 → 公布, and its own notice for what did not pass.
 * A method's file says who meets, how long before the notice goes out, by which rules votes are judged and how long the result hangs.
 */

type Stage = MethodDraft["stages"][number];
type Exception = Stage["exceptions"][number];

/** One way of judging the vote; where there are several, a choice says by `when` which one is asked. */
export interface Judged {
  readonly rules: string[];
  /** What must hold, as the checklist says it. */
  readonly text: string;
  readonly source: Source;
  readonly when?: GateLine["when"];
}

export interface Assembly {
  /** The stage before the notice; its way on leads to `notice`. */
  readonly first: Pick<Stage, "id" | "name" | "kind" | "who" | "documents" | "source"> & { gate: GateLine[] };
  readonly notice: {
    readonly who: string;
    /** The day of the notice itself does not count. */
    readonly days: number;
    readonly source: Source;
    readonly gate?: GateLine[];
    /** Where the law, or our default, lets an urgent meeting be called at short notice. */
    readonly urgent?: Source;
  };
  /** `discussed` where not every form of it is a meeting at which people speak. */
  readonly meeting: {
    readonly who: string;
    readonly discussed?: GateLine;
    readonly gate?: GateLine[];
    readonly source: Source;
  };
  readonly vote: {
    readonly who: string;
    readonly gate?: GateLine[];
    readonly judged: Judged[];
    readonly deadline?: Stage["deadline"];
    readonly exceptions?: Exception[];
  };
  readonly publish: {
    readonly who: string;
    readonly posted: GateLine[];
    readonly gate?: GateLine[];
    readonly deadline: Stage["deadline"];
    readonly source: Source;
  };
  /** Who may ask for 复议, where it is not a fifth of the representatives or the supervisors. */
  readonly reconsiderBy?: string[];
}

const UNPASSED = byDefault("没通过的，也照样公布结果");

function firstStage({ first }: Assembly): Stage {
  const { gate, ...rest } = first;
  const exits = [{ event: "advance", label: "定下方案，发通知", to: "notice", gate }];
  return { ...rest, gate: [], exits, exceptions: [REJECT, WITHDRAW] };
}

/** An urgent meeting has its day too, only not so many days ahead. */
function urgentMeeting(source: Source): Exception {
  const way = urgent("meeting", source);
  return { ...way, gate: [...(way.gate ?? []), line("meeting-on", "写明开会日期", "meetingOn", source, DAY)] };
}

function noticeStage({ first, notice }: Assembly): Stage {
  const { days, source } = notice;
  return {
    id: "notice",
    name: "公告通知",
    kind: "notice",
    who: notice.who,
    gate: [],
    exits: [
      {
        event: "advance",
        label: "到日子，开会",
        to: "meeting",
        gate: [
          line("notice-on", "写明通知发出日", "noticeOn", source, DAY),
          line("meeting-on", `开会日期在通知发出 ${days} 日以后`, "meetingOn", source, {
            op: "days-after",
            of: "noticeOn",
            days,
          }),
          ...(notice.gate ?? []),
        ],
      },
    ],
    deadline: { text: `开会 ${days} 日以前发出`, days, kind: "calendar", source },
    documents: ["meeting-notice", "issue-notice"],
    exceptions: [
      ...(notice.urgent ? [urgentMeeting(notice.urgent)] : []),
      postpone("notice"),
      returnTo(first.id, "退回修改方案"),
      WITHDRAW,
    ],
    source,
  };
}

function meetingStage({ first, meeting }: Assembly): Stage {
  const arrived = line("meeting-day", "到了通知的开会日期", "today", byDefault("不早于通知的日期开会"), {
    op: "days-after",
    of: "meetingOn",
    days: 0,
  });
  return {
    id: "meeting",
    name: "开会审议",
    kind: "deliberate",
    who: meeting.who,
    gate: [],
    exits: [
      {
        event: "advance",
        label: "议完，付表决",
        to: "vote",
        gate: [arrived, meeting.discussed ?? DISCUSSED, ...(meeting.gate ?? [])],
      },
    ],
    documents: ["attendance-sheet", "agenda", "record"],
    exceptions: [
      adjourn("meeting"),
      postpone("notice"),
      noQuorum("notice"),
      returnTo(first.id, "退回修改方案"),
      WITHDRAW,
    ],
    source: meeting.source,
  };
}

const judgedLine = (op: "passes" | "fails", { rules, text, source, when }: Judged): GateLine => ({
  ...line(`${op}-${rules[0]}`, op === "passes" ? text : `人数够了，没有达到“${text}”`, "vote", source, { op, rules }),
  ...(when ? { when } : {}),
});

function voteStage({ vote }: Assembly): Stage {
  const { judged } = vote;
  return {
    id: "vote",
    name: "表决",
    kind: "decide",
    who: vote.who,
    gate: vote.gate ?? [],
    exits: [
      {
        event: "advance",
        label: "通过，公布决定",
        to: "publish",
        gate: judged.map((each) => judgedLine("passes", each)),
      },
      {
        event: "not-passed",
        label: "未通过，公布结果",
        to: "publish-failed",
        gate: judged.map((each) => judgedLine("fails", each)),
      },
    ],
    ...(vote.deadline ? { deadline: vote.deadline } : {}),
    rules: judged.flatMap((each) => each.rules),
    documents: ["ballot-paper", "count-report", "record"],
    exceptions: [adjourn("vote"), ...(vote.exceptions ?? []), noQuorum("notice"), WITHDRAW_WITH_CONSENT],
    ...(judged[0] ? { source: judged[0].source } : {}),
  };
}

/** 复议, asked for by those whom this body knows. */
function again({ reconsiderBy }: Assembly): Exception {
  const way = reconsider("notice");
  if (!reconsiderBy) return way;
  const gate = (way.gate ?? []).map((each): GateLine => {
    if (each.fact !== "reconsiderBy") return each;
    const source = byDefault("复议由谁提出，可按章程改");
    return line(each.id, `由${reconsiderBy.join("或")}提出`, each.fact, source, { op: "one-of", value: reconsiderBy });
  });
  return { ...way, gate };
}

function publishStage(assembly: Assembly): Stage {
  const { publish, notice } = assembly;
  const madeUp = notice.urgent ? [URGENT_MADE_UP] : [];
  return {
    id: "publish",
    name: "公布决定",
    kind: "publish",
    who: publish.who,
    gate: [],
    exits: [
      {
        event: "advance",
        label: "公布期满，决定生效",
        to: "passed",
        gate: [...publish.posted, ...(publish.gate ?? []), OBJECTIONS_ANSWERED, ...madeUp],
      },
      answerObjection("publish"),
    ],
    deadline: publish.deadline,
    documents: ["result-notice", "objection-form"],
    exceptions: [objection("publish"), correction("publish"), again(assembly)],
    source: publish.source,
  };
}

function failedStage(assembly: Assembly): Stage {
  const { publish } = assembly;
  return {
    ...publishStage(assembly),
    id: "publish-failed",
    name: "公布未通过的结果",
    exits: [
      {
        event: "advance",
        label: "公布期满，了结",
        to: "failed",
        gate: [...publish.posted.map((each) => ({ ...each, source: UNPASSED })), OBJECTIONS_ANSWERED],
      },
      answerObjection("publish-failed"),
    ],
    ...(publish.deadline ? { deadline: { ...publish.deadline, source: UNPASSED } } : {}),
    exceptions: [objection("publish-failed"), correction("publish-failed"), again(assembly)],
    source: UNPASSED,
  };
}

/** The stages of a decision with its ends: 通过 and 未通过 carry the result back to the method that asked for it. */
export function assembly(spec: Assembly): Stage[] {
  return [
    firstStage(spec),
    noticeStage(spec),
    meetingStage(spec),
    voteStage(spec),
    publishStage(spec),
    failedStage(spec),
    PASSED,
    FAILED,
    REJECTED,
    WITHDRAWN,
  ];
}
