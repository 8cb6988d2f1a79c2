import type { Outcome } from "#app/domain/meeting/agenda-item.ts";
import { maskParty, maskText } from "#app/domain/person/mask.ts";
import { outcomeWords } from "#app/text/terms.ts";
import type { Block } from "#templates/content.ts";
import { type Common, defineGenre, type Say } from "#templates/genre.ts";
import { chineseDate, chineseDay, timeSpan } from "#templates/parts/dates.ts";
import { widthOf } from "#templates/parts/measure.ts";
import { footLines, footRequired, type NoticeFoot } from "#templates/parts/notice-foot.ts";
import { heading, numbered } from "#templates/parts/numbering.ts";
import { type AskedPoll, pollTexts } from "#templates/parts/poll.ts";
import { body, convened, labelled, REASON_NAME, sentence } from "#templates/parts/wording.ts";

export type NoticeFollowUp = {
  title: string;
  /** Who answers for it, as typed: a person's name is masked, an organisation's is not. */
  responsible: string;
  /** "YYYY-MM-DD" */
  deadline: string;
};

export type NoticeItem = {
  /** 议题编号: under it the item's wordings are kept. */
  number: number;
  title: string;
  /** Where the problem is; the building stays, unit and room go. */
  place?: string;
  /** 一致 · 多数 · 分歧; absent when nobody took a position. */
  consensus?: "unanimous" | "majority" | "divided";
  outcome: Outcome;
  /** Of the outcome `onward`: the method's own word for the step. */
  step?: string;
  conclusion: string;
  reason?: string;
  /** Figures only. Who voted, and what anybody said, is never public. */
  polls: NoticePoll[];
  followUps: NoticeFollowUp[];
};

export type NoticePoll = AskedPoll;

export type ResultNoticeInput = Common &
  NoticeFoot & {
    meetingTitle: string;
    start: Date;
    end?: Date;
    place: string;
    /** Who took part, as counts of a seat: {seat: "居民代表", count: 30}. */
    participants: { seat: string; count: number }[];
    items: NoticeItem[];
    /** What the meeting was for, where it had no issue to talk over: a vote, or an election. */
    matter?: "vote" | "election";
    /** Whom it addresses; residents unless it says otherwise. */
    owners?: boolean;
    /** Votes on questions that were no issue of the agenda. */
    furtherPolls?: NoticePoll[];
    /** 公示期, first and last day, "YYYY-MM-DD". */
    noticeFrom: string;
    noticeUntil: string;
    /** How to object: in writing, in person, where. */
    objection: string;
    /** The meeting's roll, who raised an issue. */
    knownNames: string[];
  };

/** In characters of the title: with it and what stands around it, four lines. */
const LONGEST_TITLE = 50;

const MATTER_NAME = { vote: "表决", election: "选举" } as const;
const matterOf = ({ matter }: ResultNoticeInput): string => (matter ? MATTER_NAME[matter] : "协商");

const CONSENSUS_NAME = { unanimous: "一致同意", majority: "多数同意", divided: "存在分歧" } as const;

/** 协商结果公示. Put up in public, so de-identified unless staff switch that off. */
export const resultNotice = defineGenre<ResultNoticeInput>({
  id: "result-notice",
  name: "协商结果公示",
  public: true,
  dress: "letter",
  named: (input) => ({ day: input.signedOn, matter: input.meetingTitle }),
  deidentify: deidentified,
  required: (input) => [
    ["会议名称", "plan", input.meetingTitle],
    ["协商时间", "plan", input.start],
    ["散会时间", "room", input.end],
    ["参与方", "room", input.participants],
    ["有结果的议题", "room", input.items.length + furtherPolls(input).length > 0],
    ["协商结论", "room", input.items.every((item) => item.conclusion !== "" || (item.reason ?? "") !== "")],
    ["后续安排的责任人", "room", followUps(input).every(({ responsible }) => responsible !== "")],
    ["后续安排的时限", "room", followUps(input).every(({ deadline }) => chineseDay(deadline) !== "")],
    ["公示期", "notice", chineseDay(input.noticeFrom) !== "" && chineseDay(input.noticeUntil) !== ""],
    ["公示期（截止日早于起始日）", "notice", input.noticeFrom <= input.noticeUntil],
    ["异议方式", "settings", input.objection],
    ...footRequired(input),
  ],
  write: (input, say) => [
    { kind: "title", text: title(input) },
    { kind: "salutation", text: input.owners ? "各位业主：" : "各位居民：" },
    body(opening(input, say)),
    heading(1, 1, `${matterOf(input)}时间和参与方`),
    body(
      labelled([
        ["时间", timeSpan(input.start, input.end)],
        ["地点", input.place],
      ]),
    ),
    body(`参与方：${participants(input)}。`),
    heading(1, 2, input.matter ? `${matterOf(input)}事项和结果` : "议题和协商结论"),
    ...input.items.flatMap((item, index) => conclusion(item, index, say)),
    ...furtherPolls(input).flatMap((poll, index) => [
      heading(2, input.items.length + index + 1, input.matter ? poll.question : "其他表决"),
      ...votes(poll, say),
    ]),
    heading(1, 3, "后续安排"),
    ...schedule(input),
    heading(1, 4, "公示期和异议受理"),
    body(`公示期自${chineseDay(input.noticeFrom)}起至${chineseDay(input.noticeUntil)}止。`),
    body(say("objection", "异议方式", `公示期内如有异议，请按下列方式提出：${sentence(input.objection)}`)),
    ...footLines(input, "受理联系人"),
  ],
});

/** The same input for strangers' eyes. Phones of the contact and of the supervisors stay: they are there to be called. */
function deidentified(input: ResultNoticeInput): ResultNoticeInput {
  const text = (value: string) => maskText(value, input.knownNames);
  const party = (value: string) => maskParty(value, input.knownNames);
  const answers = ({ answers: told, sentence: said = "", election }: NoticePoll): Partial<NoticePoll> =>
    election || !told
      ? {}
      : {
          sentence: text(said),
          answers: { ...told, lines: told.lines.map((line) => ({ ...line, label: text(line.label) })) },
        };
  const poll = (entry: NoticePoll): NoticePoll => ({ ...entry, question: text(entry.question), ...answers(entry) });
  const item = (entry: NoticeItem): NoticeItem => ({
    ...entry,
    polls: entry.polls.map(poll),
    title: text(entry.title),
    ...(entry.place !== undefined && { place: text(entry.place) }),
    conclusion: text(entry.conclusion),
    ...(entry.reason !== undefined && { reason: text(entry.reason) }),
    followUps: entry.followUps.map((followUp) => ({
      ...followUp,
      title: text(followUp.title),
      responsible: party(followUp.responsible),
    })),
  });
  return {
    ...input,
    meetingTitle: text(input.meetingTitle),
    place: text(input.place),
    contact: { ...input.contact, name: party(input.contact.name) },
    items: input.items.map(item),
    furtherPolls: furtherPolls(input).map(poll),
  };
}

function furtherPolls(input: ResultNoticeInput): NoticePoll[] {
  return input.furtherPolls ?? [];
}

function followUps(input: ResultNoticeInput): NoticeFollowUp[] {
  return input.items.flatMap((item) => item.followUps);
}

function title(input: ResultNoticeInput): string {
  const [first, ...others] = input.items;
  // Without an issue, or with one whose title fills the page by itself, the plain title says enough.
  if (first === undefined || widthOf(first.title) > LONGEST_TITLE)
    return `${input.community}${matterOf(input)}结果公示`;
  const rest = others.length === 0 ? "" : `等${input.items.length}件议题`;
  return `${input.community}关于“${first.title}”${rest}协商结果的公示`;
}

function opening(input: ResultNoticeInput, say: Say): string {
  const matter = matterOf(input);
  const what = input.matter ? `进行${matter}{表决}次` : "协商议题{议题}件";
  return say("opening", "开头", `{日期}，${convened(input)}，${what}。现将${matter}结果公示如下。`, {
    日期: chineseDate(input.start),
    社区: input.community,
    会议: input.meetingTitle,
    ...(input.matter ? { 表决: furtherPolls(input).length } : { 议题: input.items.length }),
  });
}

function participants(input: ResultNoticeInput): string {
  const total = input.participants.reduce((sum, { count }) => sum + count, 0);
  return `${input.participants.map(({ seat, count }) => `${seat}${count}人`).join("、")}，共${total}人`;
}

function conclusion(item: NoticeItem, index: number, say: Say): Block[] {
  const facts: [string, string | undefined][] = [
    ["地点", item.place],
    ["协商结论", item.consensus === undefined ? undefined : CONSENSUS_NAME[item.consensus]],
    ["处理结果", outcomeWords(item.outcome, item.step)],
  ];
  return [
    heading(2, index + 1, item.title),
    body(labelled(facts)),
    ...optional(
      "协商意见：",
      retold(item.conclusion, `item-${item.number}-conclusion`, `议题${item.number}的协商意见`, say),
    ),
    ...optional(
      `${REASON_NAME[item.outcome]}：`,
      retold(item.reason, `item-${item.number}-reason`, `议题${item.number}的理由`, say),
    ),
    ...item.polls.flatMap((poll) => votes(poll, say)),
  ];
}

function votes(poll: NoticePoll, say: Say): Block[] {
  const [first, ...further] = pollTexts(poll, say);
  return [body(`表决情况：${first}`), ...further.map(body)];
}

function schedule(input: ResultNoticeInput): Block[] {
  const entries = followUps(input);
  if (entries.length === 0) return [body(input.matter ? "见上述结果。" : "以上议题没有需要后续办理的事项。")];
  return entries.map((entry, index) => {
    const facts = labelled([
      ["责任人或单位", entry.responsible],
      ["完成时限", chineseDay(entry.deadline)],
    ]);
    return body(numbered(index + 1, `${sentence(entry.title)}${facts}`));
  });
}

/** What was entered in the room, open to other words; nothing where nothing was entered. */
function retold(text: string | undefined, key: string, label: string, say: Say): string {
  return text === undefined || text === "" ? "" : say(key, label, text);
}

function optional(lead: string, text: string | undefined): Block[] {
  return text === undefined || text === "" ? [] : [{ kind: "paragraph", lead, text: sentence(text) }];
}
