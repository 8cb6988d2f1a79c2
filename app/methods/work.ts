import type { MethodDraft } from "#app/domain/method/definition.ts";
import type { Source } from "#app/domain/source.ts";
import {
  answerObjection,
  byDefault,
  CONFIRMED,
  correction,
  DAY,
  DONE_NOTE,
  ESCALATE,
  FOUR_ELEMENTS,
  LISTED,
  line,
  OBJECTIONS_ANSWERED,
  objection,
  POSTED_15,
  RATED,
  RESIDENTS_LAW,
  returnTo,
} from "./parts.ts";

/** What comes after a meeting has made up its mind, the same in many methods: the chair's outcomes, the work, its report back, the posting. */

export type StageDraft = MethodDraft["stages"][number];
type Exit = StageDraft["exits"][number];
type Exception = StageDraft["exceptions"][number];

export const RESPONSE = line("response", "写明怎么答复的", "response", byDefault("当场的答复要记下来"));
const REASON = line("reason", "写明不能办的理由", "reason", byDefault("办不了的，也要把理由说清楚"));
const AGREED = line("party-agrees", "当事人点头确认", "partyAgrees", byDefault("当事人确认才算当场办结"), CONFIRMED);

/** 四要素 outside the 圆桌会议 that they come from. */
export const ELEMENTS = FOUR_ELEMENTS.map((each) => ({ ...each, source: byDefault("限期办理四要素，借自圆桌会议") }));

/** `discussed` counts the meetings that an issue went through. */
const DISCUSSED_ONCE = { counts: ["discussed"] };
/** 当场解决. */
export const resolveNow = (to: string): Exit => ({
  event: "resolve-now",
  label: "当场解决",
  to,
  gate: [RESPONSE, AGREED],
  ...DISCUSSED_ONCE,
});
/** 限期解决. */
export const setDeadline = (to = "execute", more: Partial<Exit> = {}): Exit => ({
  event: "set-deadline",
  label: "限期解决",
  to,
  ...DISCUSSED_ONCE,
  ...more,
  gate: [...ELEMENTS, ...(more.gate ?? [])],
});
/** 不能办. */
export const DECLINE: Exit = {
  event: "decline",
  label: "答复不能办",
  to: "declined",
  gate: [RESPONSE, REASON],
  ...DISCUSSED_ONCE,
};
/** 转下次, as the chair says it in the room: nothing but a reason. */
export const nextTime = (to: string): Exception => ({
  code: "postpone",
  label: "转下次",
  to,
  source: byDefault("没议成的，转下次会议再议"),
  ...DISCUSSED_ONCE,
});

/** 办理: entered with the four elements; the house makes action items of them. */
export const work = (more: Partial<StageDraft> = {}): StageDraft => ({
  id: "execute",
  name: "办理",
  kind: "execute",
  who: "责任人",
  gate: ELEMENTS,
  exits: [
    { event: "advance", label: "办完，回告当事人", to: "feedback", gate: [DONE_NOTE] },
    { event: "decline", label: "答复不能办", to: "declined", gate: [RESPONSE, REASON] },
  ],
  deadline: {
    text: "15 日内，最长 60 日",
    days: 15,
    maxDays: 60,
    kind: "calendar",
    source: byDefault("限期 15 日，最长 60 日"),
  },
  documents: ["action-notice"],
  exceptions: [ESCALATE],
  source: byDefault("定了的事要有人办、有时限"),
  ...more,
});

/** Nobody is rated in another's name: whoever cannot be reached is noted as such, and the matter goes on. */
const NOT_REACHED = byDefault("联系两次没有回音，按没有评价办");
export const unrated = (to: string, more: Partial<Exit> = {}): Exit => ({
  event: "unrated",
  label: "联系不上当事人，没有评价",
  to,
  source: NOT_REACHED,
  ...more,
  gate: [
    line("tried", "列出两次联系的时间和方式", "contactsTried", NOT_REACHED, { op: "lists", least: 2 }),
    ...(more.gate ?? []),
  ],
});

/** 回告: whoever asked hears what was done, and may send it back once. */
export const report = (to: string, more: Partial<StageDraft> = {}): StageDraft => ({
  id: "feedback",
  name: "回告评价",
  kind: "feedback",
  who: "责任人告知当事人",
  gate: [],
  exits: [{ event: "advance", label: "当事人评价，往下走", to, gate: [RATED] }, unrated(to)],
  deadline: { text: "办结后 5 日内", days: 5, kind: "calendar", source: byDefault("办结后 5 日内回访评价") },
  documents: ["feedback-notice", "rating-form"],
  exceptions: [returnTo("execute", "不满意，退回再办", 1)],
  source: byDefault("办结要回告，回告后销号"),
  ...more,
});

/** 公布满 15 日: first day, place, and the days run out. `name` tells the postings of one method apart. */
export function posting(name: string, source: Source = RESIDENTS_LAW("第34条")) {
  return POSTED_15.map((each) => ({
    ...each,
    fact: each.fact === "postedAt" ? `${name}PostedAt` : `${name}PostedOn`,
    source,
  }));
}

/** 公示: every objection is answered before it ends. */
export const posted = (
  id: string,
  name: string,
  {
    to,
    gate,
    exit = {},
    ...more
  }: { to: string; gate: StageDraft["gate"]; exit?: Partial<Exit> } & Partial<StageDraft>,
): StageDraft => ({
  id,
  name,
  kind: "publish",
  who: "居民委员会",
  gate: [],
  exits: [
    { event: "advance", label: "公布期满", to, ...exit, gate: [...gate, OBJECTIONS_ANSWERED, ...(exit.gate ?? [])] },
    answerObjection(id),
  ],
  documents: ["result-notice", "objection-form"],
  exceptions: [objection(id), correction(id)],
  ...more,
});

/** 公告: from which day and where, and that so many days went by before the meeting (the day of posting not counted). */
export function announced(days: number, source: Source): StageDraft["gate"] {
  return [
    line("notice-on", "写明公告从哪天起", "noticeOn", source, DAY),
    line("notice-at", "列明公告贴在哪些地方、发给了谁", "noticeAt", byDefault("公告点位要登记，照片可有可无"), LISTED),
    line("notice-ran", `公告已满 ${days} 日，可以开会`, "today", source, { op: "days-after", of: "noticeOn", days }),
  ];
}
