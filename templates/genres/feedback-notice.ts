import { maskParty, maskText } from "#app/domain/person/mask.ts";
import type { Block } from "#templates/content.ts";
import { type Common, defineGenre, type Requirement, type Say } from "#templates/genre.ts";
import { chineseDay } from "#templates/parts/dates.ts";
import { widthOf } from "#templates/parts/measure.ts";
import { footLines, footRequired, type NoticeFoot } from "#templates/parts/notice-foot.ts";
import { heading, numbered } from "#templates/parts/numbering.ts";
import { type Ratings, ratingWords } from "#templates/parts/ratings.ts";
import { body, labelled, sentence } from "#templates/parts/wording.ts";

/** One promised piece of work, as it stands; days as "YYYY-MM-DD". */
export type FeedbackTask = {
  number: number;
  title: string;
  /** Who answers for it, as typed: a person's name is masked, an organisation's is not. */
  responsible: string;
  deadline: string;
  state: "open" | "overdue" | "done" | "cancelled";
  endedOn: string;
  /** What was done, or why it was given up. */
  result: string;
  /** Of work that goes on: why it is not done yet, and what comes next, as far as it was entered. */
  reason: string;
  next: string;
};

/** One issue and what became of it. */
export type FeedbackItem = {
  number: number;
  /** The problem as it was raised. */
  title: string;
  detail: string;
  place: string;
  raisedOn: string;
  /** What meetings agreed on it, oldest first; `key` is the meeting's own. */
  agreed: { key: string; day: string; meeting: string; text: string }[];
  tasks: FeedbackTask[];
  /** 当场解决 and 不能办 need no task: what was answered. */
  answer?: { kind: "resolved-now" | "declined"; text: string };
  /** 经费, under the method's own label. */
  cost: { label: string; value: string }[];
  /** 当事人的评价 */
  rating?: "satisfied" | "fair" | "unsatisfied";
};

export type FeedbackNoticeInput = Common &
  NoticeFoot & {
    /** The meeting or the issue, for title and file. */
    matter: string;
    items: FeedbackItem[];
    /** 公示期, first and last day. */
    noticeFrom: string;
    noticeUntil: string;
    knownNames: string[];
  };

/** 反馈公示: first what came of it, then how. Put up in public, so de-identified unless staff switch that off. */
export const feedbackNotice = defineGenre<FeedbackNoticeInput>({
  id: "feedback-notice",
  name: "反馈公示",
  public: true,
  dress: "letter",
  named: (input) => ({ day: input.signedOn, matter: input.matter }),
  deidentify: deidentified,
  required: (input) => [
    ["有议定事项的议题", "issue", input.items],
    ...input.items.flatMap(requirements),
    ["公示期", "notice", chineseDay(input.noticeFrom) !== "" && input.noticeFrom <= input.noticeUntil],
    ...footRequired(input),
  ],
  write: (input, say) => [
    { kind: "title", text: title(input) },
    { kind: "salutation", text: "各位居民：" },
    body(opening(input, say)),
    heading(1, 1, "办理结果"),
    ...input.items.flatMap((item, index) => outcome(item, index, say)),
    heading(1, 2, "原来的问题和议定事项"),
    ...input.items.flatMap((item, index) => course(item, index, say)),
    heading(1, 3, "经费"),
    ...costs(input),
    heading(1, 4, "居民评价"),
    body(satisfaction(input, say)),
    heading(1, 5, "公示期和联系方式"),
    body(`公示期自${chineseDay(input.noticeFrom)}起至${chineseDay(input.noticeUntil)}止。`),
    body(say("ask", "请居民监督", "对办理结果有意见的，可以向联系人提出，也可以拨打监督电话。")),
    ...footLines(input, "联系人"),
  ],
});

function requirements({ number, ...item }: FeedbackItem): Requirement[] {
  const part = (name: string) => `议题${number}的${name}`;
  return [
    [part("议定事项"), "issue", item.agreed.length > 0 || item.answer !== undefined || item.tasks.length > 0],
    [part("办理结果"), "actions", item.answer !== undefined || item.tasks.length > 0],
    ...item.tasks.flatMap((task): Requirement[] => [
      [`交办${task.number}的办理结果`, "actions", task.state !== "done" || task.result !== ""],
      [
        `交办${task.number}的未办结原因（改时限的理由或会上说明的进展）`,
        "actions",
        task.state !== "overdue" || task.reason !== "",
      ],
    ]),
  ];
}

/** The same input for strangers' eyes. Phones of the contact and of the supervisors stay: they are there to be called. */
function deidentified(input: FeedbackNoticeInput): FeedbackNoticeInput {
  const text = (value: string) => maskText(value, input.knownNames);
  const party = (value: string) => maskParty(value, input.knownNames);
  const task = (each: FeedbackTask): FeedbackTask => ({
    ...each,
    title: text(each.title),
    responsible: party(each.responsible),
    result: text(each.result),
    reason: text(each.reason),
    next: text(each.next),
  });
  return {
    ...input,
    matter: text(input.matter),
    contact: { ...input.contact, name: party(input.contact.name) },
    items: input.items.map((item) => ({
      ...item,
      title: text(item.title),
      detail: text(item.detail),
      place: text(item.place),
      agreed: item.agreed.map((each) => ({ ...each, meeting: text(each.meeting), text: text(each.text) })),
      tasks: item.tasks.map(task),
      ...(item.answer && { answer: { ...item.answer, text: text(item.answer.text) } }),
      cost: item.cost.map(({ label, value }) => ({ label, value: text(value) })),
    })),
  };
}

/** In characters of the title: with it and what stands around it, four lines. */
const LONGEST_TITLE = 50;

function title({ community, items }: FeedbackNoticeInput): string {
  const [first, ...others] = items;
  if (first === undefined || widthOf(first.title) > LONGEST_TITLE) return `${community}议定事项办理情况的公示`;
  const rest = others.length === 0 ? "" : `等${items.length}件议题`;
  return `${community}关于“${first.title}”${rest}办理情况的公示`;
}

/** 已办结 · 正在办理 · 逾期未办结 · 不能办或不再办 · 还没有着手, of an issue as a whole: the least finished of its tasks. */
type Standing = "done" | "open" | "overdue" | "declined" | "waiting";

function standingOf({ answer, tasks }: FeedbackItem): Standing {
  if (tasks.length === 0) return answer === undefined ? "waiting" : answer.kind === "declined" ? "declined" : "done";
  if (tasks.some(({ state }) => state === "overdue")) return "overdue";
  if (tasks.some(({ state }) => state === "open")) return "open";
  return tasks.every(({ state }) => state === "cancelled") ? "declined" : "done";
}

function opening({ items, community }: FeedbackNoticeInput, say: Say): string {
  const count = (standing: Standing) => items.filter((item) => standingOf(item) === standing).length;
  const generated =
    "现将{社区}协商议定的{议题}件议题办理情况公布如下：已办结{办结}件，正在办理{在办}件，逾期未办结{逾期}件，不能办或不再办{不办}件。";
  const figures = {
    社区: community,
    议题: items.length,
    办结: count("done"),
    在办: count("open"),
    逾期: count("overdue"),
    不办: count("declined"),
  };
  return say("opening", "开头", generated, figures);
}

const OUTCOME: Record<Standing, string> = {
  done: "已办结。",
  open: "正在办理。",
  overdue: "已过时限，尚未办结。",
  declined: "不能办或不再办理。",
  waiting: "还没有着手办理。",
};

function outcome(item: FeedbackItem, index: number, say: Say): Block[] {
  const { number, tasks, answer } = item;
  const done = tasks.filter(({ state }) => state === "done").length;
  const counted = tasks.length > 1 ? "议定事项{事项}项，办结{办结}项。" : "";
  const standing = say(
    `result-${number}`,
    `议题${number}的办理结果`,
    `${OUTCOME[standingOf(item)]}${counted}`,
    tasks.length > 1 ? { 事项: tasks.length, 办结: done } : {},
  );
  const said =
    answer && answer.text !== "" ? [body(sentence(say(`answer-${number}`, `议题${number}的答复`, answer.text)))] : [];
  return [
    heading(2, index + 1, item.title),
    body(standing),
    ...said,
    ...tasks.map((task, place) => body(numbered(place + 1, taskLine(task, say)))),
  ];
}

const STATE: Record<FeedbackTask["state"], string> = {
  done: "已办结",
  open: "正在办理",
  overdue: "逾期未办结",
  cancelled: "不再办理",
};

function taskLine(task: FeedbackTask, say: Say): string {
  const { number, title: what, responsible, deadline, state, endedOn, result, reason, next } = task;
  const retold = (key: string, label: string, text: string) =>
    text === "" ? "" : say(`${key}-${number}`, `交办${number}的${label}`, text);
  const day = state === "done" || state === "cancelled" ? `（${chineseDay(endedOn)}）` : "";
  const unfinished = state === "open" || state === "overdue";
  return `${sentence(what)}${labelled([
    ["责任人或单位", responsible],
    ["时限", chineseDay(deadline)],
    ["进展", `${STATE[state]}${day}`],
    [state === "cancelled" ? "原因" : "结果", unfinished ? "" : retold("done", "结果", result)],
    ["未办结原因", unfinished ? retold("reason", "未办结原因", reason) : ""],
    ["下一步", unfinished ? retold("next", "下一步", next) : ""],
  ])}`;
}

function course(
  { number, title: what, detail, place, raisedOn, agreed }: FeedbackItem,
  index: number,
  say: Say,
): Block[] {
  const told = detail === "" ? "" : say(`problem-${number}`, `议题${number}的原问题`, detail);
  return [
    heading(2, index + 1, what),
    body(
      labelled([
        ["首次提出", chineseDay(raisedOn)],
        ["地点", place],
        ["情况", told],
      ]),
    ),
    ...agreed.map(({ key, day, meeting, text }) => {
      return body(
        `${chineseDay(day)}${meeting}议定：${sentence(say(`agreed-${number}-${key}`, `议题${number}的议定事项`, text))}`,
      );
    }),
  ];
}

function costs({ items }: FeedbackNoticeInput): Block[] {
  const known = items.flatMap(({ number, cost }) =>
    cost.map(({ label, value }) => body(`议题${number}：${label}：${sentence(value)}`)),
  );
  return known.length > 0 ? known : [body("以上事项没有另外登记经费；办理结果中写明费用的，以办理结果为准。")];
}

function satisfaction({ items }: FeedbackNoticeInput, say: Say): string {
  const count = (rating: FeedbackItem["rating"]) => items.filter((item) => item.rating === rating).length;
  const ratings: Ratings = {
    satisfied: count("satisfied"),
    fair: count("fair"),
    unsatisfied: count("unsatisfied"),
  };
  const { generated, figures } = ratingWords(ratings);
  return say("satisfaction", "居民评价", generated, figures);
}
