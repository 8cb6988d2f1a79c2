import { formatWeekday } from "#app/domain/calendar/chinese-date.ts";
import { dayOf } from "#app/domain/calendar/day.ts";
import type { PlaceholderData } from "#app/domain/document/placeholders.ts";
import { noticePeriod } from "#app/domain/notice/period.ts";
import { convenerOf } from "#app/queries/documents/genres/convener.ts";
import { minutes } from "#app/queries/documents/genres/minutes.ts";
import { documentText } from "#app/text/documents.ts";
import { outcomeWords, pollModes, verdictNames } from "#app/text/terms.ts";
import type { Attendee } from "#db/stores/roll.ts";
import { type GenreInput, genres } from "#templates/index.ts";
import { chineseDate, chineseDay, clockTime, timeSpan } from "#templates/parts/dates.ts";
import { chineseNumeral } from "#templates/parts/numbering.ts";
import { pollSentence } from "#templates/parts/poll.ts";
import { fullTitle, printedSource } from "#templates/parts/wording.ts";
import { type Chosen, chosen } from "./choices.ts";
import type { MeetingFacts } from "./facts.ts";

type Minutes = GenreInput<"minutes">;
type Poll = Minutes["items"][number]["polls"][number];
type Task = Minutes["items"][number]["actions"][number];

/** What a template of the community's own is filled with for a meeting: every figure and sentence is that of the minutes. */
export function meetingPlaceholders(facts: MeetingFacts, now: Date): PlaceholderData {
  const choice = chosen(facts, {}, now);
  const paper = minutes(facts, choice);
  const tasks = paper.items.flatMap(({ title, actions }) => actions.map((task) => ({ task, title })));
  const polls = [...paper.items.flatMap((item) => item.polls), ...(paper.furtherPolls ?? [])];
  return {
    ...communityWords(facts),
    ...meetingWords(facts, paper),
    ...attendance(facts, paper),
    ...publicWords(facts, choice),
    通报事项数: String(paper.reportBack.length),
    议题数: String(paper.items.length),
    表决数: String(polls.length),
    交办事项数: String(tasks.length),
    填写日期: chineseDate(now),
    留痕校验码: paper.journalHead,
    议题: paper.items.map(issueRow),
    表决: polls.map(pollRow),
    交办事项: tasks.map(({ task, title }, index) => ({ ...taskRow(task, index), 所属议题: title })),
    上次议定事项: paper.reportBack.map((line, index) => ({
      序号: place(index),
      事项: line.title,
      责任人: line.responsible,
      时限: chineseDay(line.deadline),
      进展: documentText.progress[line.state],
      说明: line.note ?? "",
    })),
  };
}

const place = (index: number): string => String(index + 1);

function communityWords({ community }: MeetingFacts): PlaceholderData {
  const { contact = "", contactPhone = "", supervisionPhone = "" } = community.settings;
  return {
    社区名称: community.name,
    街道名称: community.street,
    居委会名称: convenerOf(community),
    联系人: contact,
    联系电话: contactPhone,
    监督电话: supervisionPhone,
  };
}

function meetingWords(facts: MeetingFacts, paper: Minutes): PlaceholderData {
  const wordings = genres.minutes.wordings(paper, facts.edits.get("minutes") ?? {});
  return {
    会议名称: paper.meetingTitle,
    会议全称: fullTitle(paper),
    议事机构: facts.body.name,
    会议日期: chineseDate(paper.start),
    星期: formatWeekday(dayOf(paper.start)),
    会议时间: timeSpan(paper.start, paper.end),
    开始时间: clockTime(paper.start),
    结束时间: clockTime(paper.end),
    会议地点: paper.place,
    主持人: paper.chair,
    记录人: paper.recorder,
    会议概况: wordings.find(({ key }) => key === "overview")?.text ?? "",
  };
}

/** Whoever voted from home neither came nor stayed away, in the minutes as here. */
function attendance({ attendees }: MeetingFacts, paper: Minutes): PlaceholderData {
  const fromHome = paper.tookPart !== undefined;
  const rows = (wanted: (line: Attendee) => boolean) => (fromHome ? [] : attendees.filter(wanted).map(personRow));
  const names = (list: readonly string[]) => (fromHome ? "" : list.join("、"));
  return {
    应到人数: String(paper.due),
    实到人数: fromHome ? "" : String(paper.presentVoting),
    参与表决人数: fromHome ? String(paper.tookPart) : "",
    列席人数: fromHome ? "" : String(paper.observers.length),
    出席名单: names(paper.present),
    缺席名单: names(paper.absent),
    列席名单: names(paper.observers),
    出席人员: rows((line) => line.votingRight && line.presentAt !== null),
    缺席人员: rows((line) => line.votingRight && line.presentAt === null),
    列席人员: rows((line) => !line.votingRight && line.presentAt !== null),
  };
}

function personRow({ name, seat, unit, presentAt }: Attendee, index: number): PlaceholderData {
  return { 序号: place(index), 姓名: name, 身份: seat, 单位或住址: unit, 签到时间: clockTime(presentAt ?? undefined) };
}

/** The notice's days, once there is something to put up. */
function publicWords({ meeting }: MeetingFacts, { from }: Chosen): PlaceholderData {
  const over = meeting.state === "closed";
  return {
    公示开始日期: over ? chineseDay(from) : "",
    公示截止日期: over ? chineseDay(noticePeriod(from).until) : "",
  };
}

function issueRow(item: Minutes["items"][number], index: number): PlaceholderData {
  const joined = (of: (task: Task) => string) => [...new Set(item.actions.map(of).filter(Boolean))].join("、");
  return {
    序号: place(index),
    中文序号: chineseNumeral(index + 1),
    议题编号: String(item.number),
    题目: item.title,
    地点: item.place ?? "",
    处理结果: item.outcome === undefined ? "" : outcomeWords(item.outcome, item.step),
    议定意见: item.conclusion,
    理由: item.reason ?? "",
    分歧意见: item.differences ?? "",
    责任人: joined(({ responsible }) => responsible),
    时限: joined(({ deadline }) => chineseDay(deadline)),
    交办事项: item.actions.map(taskRow),
    表决: item.polls.map(pollRow),
  };
}

function taskRow({ title, responsible, deadline, plan }: Task, index: number): PlaceholderData {
  return { 序号: place(index), 事项: title, 责任人: responsible, 时限: chineseDay(deadline), 计划: plan };
}

function pollRow(poll: Poll, index: number): PlaceholderData {
  const { answers } = poll;
  // Several questions, or several to choose from, have no single yes and no: their figures stand with each of them.
  const single = (value: number) => (answers ? "" : String(value));
  return {
    序号: place(index),
    表决事项: poll.question,
    表决方式: pollModes[poll.mode],
    应到: String(poll.due),
    到会: poll.remote ? "" : String(poll.present),
    收回: String(poll.cast),
    同意: single(poll.for),
    反对: single(poll.against),
    弃权: String(poll.abstain),
    无效: String(poll.invalid),
    结果: answers?.verdict ?? (poll.passed ? verdictNames.passed : verdictNames.failed),
    结论: poll.sentence ?? "",
    表决情况: pollSentence(poll),
    表决规则: poll.rule.name,
    依据: printedSource(poll.rule.source),
    计票人: poll.tellers?.join("、") ?? "",
    选项: (answers?.lines ?? []).map((line, nth) => ({
      序号: place(nth),
      名称: line.label,
      得票: line.figures,
      选项结果: line.verdict,
    })),
  };
}
