import type { PollMode } from "#app/domain/poll/machine.ts";
import type { Step } from "#app/domain/rule/types.ts";
import type { Source } from "#app/domain/source.ts";
import { pollModes, secondRoundName, voidedName } from "#app/text/terms.ts";
import type { Block, FormRow } from "#templates/content.ts";
import { type Common, defineGenre } from "#templates/genre.ts";
import { type CountFigures, countTables } from "#templates/parts/count-tables.ts";
import { calendarDay, chineseDate, clockTime, timeSpan } from "#templates/parts/dates.ts";
import { ordinal } from "#templates/parts/numbering.ts";
import { pair, whole } from "#templates/parts/rows.ts";
import { fullTitle, printedSource, sentence } from "#templates/parts/wording.ts";

type Held = {
  question: string;
  /** 议题编号 and title, where it was about an issue. */
  issue?: string;
  mode: PollMode;
  secondRound: boolean;
  closedAt?: Date;
};

/** A vote that went wrong: no figure of it is told. */
export type VoidedCount = Held & { kind: "voided"; reason: string };

/** A closed vote: its figures, as the count left them, and what they mean. */
export type ClosedCount = Held &
  CountFigures & {
    kind: "closed";
    rule: { name: string; source: Source };
    steps: readonly Step[];
    /** The domain's sentence on the result, printed as it is, and its word. */
    sentence: string;
    verdict: string;
    tellers: string[];
  };

export type TallyReportInput = Common & {
  meetingTitle: string;
  start: Date;
  end?: Date;
  chair: string;
  /** In the order in which they were held. */
  polls: (ClosedCount | VoidedCount)[];
};

/** 表决结果报告单(计票单): one page a vote, with the sum that anybody can do again, and four signatures. */
export const tallyReport = defineGenre<TallyReportInput>({
  id: "tally-report",
  name: "表决结果报告单",
  public: false,
  dress: "form",
  named: (input) => ({ day: calendarDay(input.start), matter: input.meetingTitle }),
  required: (input) => [
    ["会议名称", "plan", input.meetingTitle],
    ["会议时间", "plan", input.start],
    ["主持人", "plan", input.chair],
    ["计过票的表决", "room", input.polls],
  ],
  write: (input) =>
    input.polls.flatMap((poll, index) => [
      ...(index === 0 ? [] : [{ kind: "page" } as const]),
      { kind: "title" as const, text: `${fullTitle(input)}表决结果报告单` },
      ...(poll.kind === "closed" ? counted(input, poll) : voided(input, poll)),
    ]),
});

/** Low rows: a plain vote fits one page with its signatures. */
const LOW = 8;
/** More steps than this have a row each, so that they go on over the page. */
const MOST_KEPT = 3;

function head({ start, end }: TallyReportInput, poll: Held): FormRow[] {
  return [
    whole("会议时间", timeSpan(start, end), LOW),
    ...(poll.issue === undefined ? [] : [whole("议题", poll.issue, LOW)]),
    whole("表决事项", poll.question, LOW),
    pair(
      ["表决方式", `${pollModes[poll.mode]}${poll.secondRound ? `（${secondRoundName}）` : ""}`],
      ["截止时间", `${chineseDate(poll.closedAt)}${clockTime(poll.closedAt)}`],
      LOW,
    ),
  ];
}

function voided(input: TallyReportInput, poll: VoidedCount): Block[] {
  const rows = [
    ...head(input, poll),
    whole("结论", `本次表决${voidedName}，没有结果，不得作为决定的依据。`),
    whole("作废原因", poll.reason, 24),
    ...signatures([]),
  ];
  return [{ kind: "form", rows }];
}

function counted(input: TallyReportInput, poll: ClosedCount): Block[] {
  const { due, present, cast } = poll;
  const came = poll.remote
    ? pair(["应参加", `${due}人`], ["参与表决", `${cast}人`], LOW)
    : pair(["应到", `${due}人`], ["实到", `${present}人`], LOW);
  return [
    { kind: "form", rows: [...head(input, poll), came] },
    ...countTables(poll),
    { kind: "form", rows: conclusion(poll) },
  ];
}

function conclusion(poll: ClosedCount): FormRow[] {
  const { rule, tellers, verdict, sentence: why, votes } = poll;
  return [
    whole("通过规则", `${rule.name}（${printedSource(rule.source)}）`, LOW),
    ...sums(poll),
    whole("结论", `${verdict}。${sentence(why)}`, LOW),
    whole("差异说明", differences(poll), LOW),
    ...(votes.invalid > 0 ? [whole("无效原因", "", 9)] : []),
    ...signatures(tellers),
  ];
}

/** 四签, in the frame, so that no page holds them alone. Who counted hands or papers is known by name and signs behind it. */
function signatures(tellers: readonly string[]): FormRow[] {
  const named = tellers.length === 0 ? "" : `（${tellers.join("、")}）`;
  return [pair(["计票人签名", named], ["监票人签名", ""], 12), pair(["主持人签名", ""], ["监督人签名", ""], 12)];
}

/** The domain's own steps, word by word; a source only where it is not the rule's. */
function sums({ steps, rule }: ClosedCount): FormRow[] {
  const own = printedSource(rule.source);
  const lines = steps.map(({ text, source }, index) => {
    const from = printedSource(source);
    const number = steps.length > 1 ? ordinal(4, index + 1) : "";
    return `${number}${text}${from === own ? "" : `（依据：${from}）`}`;
  });
  if (lines.length <= MOST_KEPT) return [whole("比率与门槛", lines.join("\n"), LOW)];
  return lines.map((line, index) => whole(index === 0 ? "比率与门槛" : "", line, LOW));
}

/** Why the figures beside each other are not the same. */
function differences(poll: ClosedCount): string {
  const { remote, due, present, cast, parts, buildings, signedPapers } = poll;
  const silent = remote ? due - cast : present - cast;
  const paper = parts.find(({ method }) => method === "paper");
  const out = (paper?.issued ?? 0) - (paper?.collected ?? 0);
  const hidden = parts.some((part) => part.abstain === undefined);
  const said = [
    ...(silent > 0 ? [remote ? `没有参与表决${silent}人` : `到会而没有表决${silent}人`] : []),
    ...(paper && out > 0 ? [`纸票发出${paper.issued}张，收回${paper.collected}张，没有收回${out}张`] : []),
    ...(signedPapers > 0 ? [`参与表决的人中，书面签名票${signedPapers}张，由两人各录入一次、核对一致`] : []),
    ...(hidden ? ["有的计票方式票数太少，为保密不单列各项票数"] : []),
    ...(buildings.length > 0 ? ["在几栋都有房屋的业主，逐栋汇总时每栋各算一次"] : []),
  ];
  return said.length === 0 ? "无" : `${said.join("；")}。`;
}
