import { maskParty, maskText } from "#app/domain/person/mask.ts";
import type { Source } from "#app/domain/source.ts";
import type { Block } from "#templates/content.ts";
import { type Common, defineGenre, type Requirement, type Say } from "#templates/genre.ts";
import { chineseDay, timeSpan } from "#templates/parts/dates.ts";
import { widthOf } from "#templates/parts/measure.ts";
import { heading } from "#templates/parts/numbering.ts";
import { body, labelled, printedSource, sentence } from "#templates/parts/wording.ts";

export type AnnouncedIssue = {
  /** 议题编号 */
  number: number;
  title: string;
  place: string;
  /** 缘由 */
  cause: string;
  /** 方案要点, each a point; none where the meeting is yet to find one. */
  plan: string[];
  /** 涉及人群, 费用; empty where nobody entered them. */
  concerned: string;
  cost: string;
};

export type IssueAnnouncementInput = Common & {
  signedBy: string;
  /** Day of the signature and first day of 征求意见, "YYYY-MM-DD". */
  from: string;
  /** Last day. */
  until: string;
  issues: AnnouncedIssue[];
  /** How many days before the meeting a law wants this out, and which; absent where none does. */
  law?: { days: number; source: Source; kept: boolean };
  meetingTitle: string;
  meetingStart?: Date;
  meetingPlace: string;
  /** The meeting is held already: an announcement comes before it. */
  begun?: boolean;
  /** Whom it addresses; residents unless it says otherwise. */
  owners?: boolean;
  /** Where written opinions go. */
  opinionsTo: string;
  contact: { name: string; phone: string };
  supervisionPhone: string;
  knownNames: string[];
};

/** In characters of the title: with it and what stands around it, four lines. */
const LONGEST_TITLE = 46;

/** 议题公告. Put up in public, so de-identified unless staff switch that off. */
export const issueAnnouncement = defineGenre<IssueAnnouncementInput>({
  id: "issue-announcement",
  name: "议题公告",
  public: true,
  dress: "letter",
  named: ({ from, issues, meetingTitle }) => ({
    day: from,
    matter: issues.length === 1 ? (issues[0]?.title ?? "") : meetingTitle,
  }),
  deidentify: deidentified,
  required: (input) => [
    ["议题", "plan", input.issues],
    ...input.issues.map(({ number, cause }): Requirement => [`议题${number}的缘由（议题说明）`, "issue", cause]),
    input.begun
      ? ["会议已经开始，不再征求意见", "past", false]
      : ["征求意见期", "notice", chineseDay(input.from) !== "" && chineseDay(input.until) !== ""],
    ["会议时间", "plan", input.meetingStart],
    ["会议地点", "plan", input.meetingPlace],
    ...lawKept(input),
    ["书面意见投递处", "settings", input.opinionsTo],
    ["联系人", "settings", input.contact.name],
    ["联系电话", "settings", input.contact.phone],
    ["监督电话", "settings", input.supervisionPhone],
    ["落款单位", "settings", input.signedBy],
  ],
  write: (input, say) => [
    { kind: "title", text: title(input) },
    { kind: "salutation", text: input.owners ? "各位业主：" : "各位居民：" },
    body(opening(input, say)),
    heading(1, 1, "议题"),
    ...input.issues.flatMap((issue, index) => told(issue, index, say)),
    heading(1, 2, "征求意见"),
    body(period(input)),
    body(
      say("opinions", "怎样提意见", `对以上议题有意见和建议的，请在征求意见期内提出：${sentence(input.opinionsTo)}`),
    ),
    heading(1, 3, "会议时间和联系方式"),
    body(
      labelled([
        ["会议时间", timeSpan(input.meetingStart)],
        ["地点", input.meetingPlace],
      ]),
    ),
    body(
      labelled([
        ["联系人", input.contact.name],
        ["联系电话", input.contact.phone],
      ]),
    ),
    body(labelled([["监督电话", input.supervisionPhone]])),
    { kind: "signature", organisation: input.signedBy, date: chineseDay(input.from) },
  ],
});

function lawKept({ law }: IssueAnnouncementInput): Requirement[] {
  if (!law) return [];
  return [[`公告日（须在会前${law.days}日以上，${printedSource(law.source)}）`, "notice", law.kept]];
}

/** The same input for strangers' eyes. Phones of the contact and of the supervisors stay: they are there to be called. */
function deidentified(input: IssueAnnouncementInput): IssueAnnouncementInput {
  const text = (value: string) => maskText(value, input.knownNames);
  return {
    ...input,
    meetingTitle: text(input.meetingTitle),
    meetingPlace: text(input.meetingPlace),
    contact: { ...input.contact, name: maskParty(input.contact.name, input.knownNames) },
    issues: input.issues.map((issue) => ({
      ...issue,
      title: text(issue.title),
      place: text(issue.place),
      cause: text(issue.cause),
      plan: issue.plan.map(text),
      concerned: text(issue.concerned),
      cost: text(issue.cost),
    })),
  };
}

function title({ community, issues }: IssueAnnouncementInput): string {
  const [first, ...others] = issues;
  if (first === undefined || widthOf(first.title) > LONGEST_TITLE) return `${community}议题公告`;
  const rest = others.length === 0 ? "" : `等${issues.length}件议题`;
  return `${community}关于“${first.title}”${rest}征求意见的公告`;
}

function opening(input: IssueAnnouncementInput, say: Say): string {
  const who = input.owners ? "业主" : "居民";
  const said = `为听取${who}意见，把事情商量好，{社区}拟在“{会议}”上商议下列议题{议题}件。现将议题公告如下，请于{截止日}前（含当日）提出意见。`;
  return say("opening", "开头", said, {
    社区: input.community,
    会议: input.meetingTitle,
    议题: input.issues.length,
    截止日: chineseDay(input.until),
  });
}

function told(issue: AnnouncedIssue, index: number, say: Say): Block[] {
  const { number, title, place, cause, plan, concerned, cost } = issue;
  const facts: [string, string][] = [
    ["议题编号", String(number)],
    ["地点", place],
  ];
  const open = () => say(`issue-${number}-plan`, `议题${number}的方案说明`, "办法由会议商议，欢迎提出建议。");
  return [
    heading(2, index + 1, title),
    body(labelled(facts)),
    ...lead("缘由：", cause),
    ...(plan.length === 0 ? lead("方案：", open()) : points(plan)),
    ...lead("涉及人群：", concerned),
    ...lead("费用：", cost),
  ];
}

function points(plan: readonly string[]): Block[] {
  const [only, ...more] = plan;
  if (only !== undefined && more.length === 0) return lead("方案要点：", only);
  return lead("方案要点：", plan.map((point, index) => `（${index + 1}）${point.replace(/[。；]$/u, "")}`).join("；"));
}

function period({ from, until, law }: IssueAnnouncementInput): string {
  const because = law ? `（依据：${printedSource(law.source)}，会前不少于${law.days}日）` : "";
  return `征求意见期自${chineseDay(from)}起至${chineseDay(until)}止${because}。`;
}

const lead = (label: string, text: string): Block[] =>
  text.trim() === "" ? [] : [{ kind: "paragraph", lead: label, text: sentence(text) }];
