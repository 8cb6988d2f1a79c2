import type { Block, FormRow } from "#templates/content.ts";
import { type Common, defineGenre, type EnteredIn, type Requirement, type Say } from "#templates/genre.ts";
import { chineseDay } from "#templates/parts/dates.ts";
import { BLANK_DAY, beside, boxes, wide } from "#templates/parts/pen.ts";
import { sentence } from "#templates/parts/wording.ts";

/** A deadline that was moved, or work that was sent back; days as "YYYY-MM-DD". */
export type AssignmentTurn =
  | { kind: "extended"; on: string; by: string; was: string; deadline: string; reason: string }
  | { kind: "returned"; on: string; by: string; reason: string };

/** One action item, as it stands. */
export type AssignmentSlip = {
  /** 交办 number, consecutive within a community. */
  number: number;
  issue: { number: number; title: string };
  /** The meeting that gave it out; absent where it was given out without one. */
  meeting?: { title: string; day: string };
  /** What was decided on the issue there. */
  decision: string;
  matter: string;
  /** 要求 */
  plan: string;
  responsible: string;
  assignedOn: string;
  deadline: string;
  turns: AssignmentTurn[];
  /** What meetings heard of it. */
  progress: { on: string; meeting: string; note: string }[];
  state: "open" | "done" | "cancelled";
  /** How it was done, or why it was given up; with the day and who entered it. */
  result: string;
  endedOn: string;
  reportedBy: string;
  /** Days past the deadline; 0 when not overdue. */
  overdueDays: number;
};

export type AssignmentInput = Common & {
  /** 发单单位 */
  issuedBy: string;
  /** The day on which the slips are made out, "YYYY-MM-DD". */
  today: string;
  /** The meeting or the issue, for the file's name. */
  matter: string;
  /** Where action items of such a source are entered. */
  enteredIn: EnteredIn;
  slips: AssignmentSlip[];
};

/** 交办（督办）单: one page an action item; an overdue one presses for what is late. */
export const assignment = defineGenre<AssignmentInput>({
  id: "assignment",
  name: "交办（督办）单",
  public: false,
  dress: "form",
  named: (input) => ({ day: input.today, matter: input.matter }),
  required: (input) => [
    ["交办事项", input.enteredIn, input.slips],
    ...input.slips.flatMap((slip) => requirements(slip, input.enteredIn)),
  ],
  write: (input, say) =>
    input.slips.flatMap((slip, index): Block[] => [
      ...(index > 0 ? [{ kind: "page" } as const] : []),
      { kind: "title", text: `${input.community}${titleOf(slip)}` },
      { kind: "form", rows: rows(input, slip, say) },
    ]),
});

function requirements({ number, ...slip }: AssignmentSlip, enteredIn: EnteredIn): Requirement[] {
  return [
    [`交办${number}的事项`, enteredIn, slip.matter],
    [`交办${number}的承办人`, enteredIn, slip.responsible],
    [`交办${number}的时限`, enteredIn, chineseDay(slip.deadline)],
    // No deadline moves without a reason (督办意见: 延期须理由).
    [`交办${number}的延期理由`, "actions", slip.turns.every((turn) => turn.kind !== "extended" || turn.reason !== "")],
  ];
}

const isPressing = ({ overdueDays }: AssignmentSlip): boolean => overdueDays > 0;
const titleOf = (slip: AssignmentSlip): string => (isPressing(slip) ? "督办单" : "交办单");

/** Of what is late: how late, and what is asked now. */
function pressing(slip: AssignmentSlip, { today }: AssignmentInput, say: Say): FormRow[] {
  if (!isPressing(slip)) return [];
  const { number, deadline, overdueDays, responsible } = slip;
  const generated =
    "原定{时限}办结，至{今日}已逾期{逾期}天，尚未办结。请{承办}写明进展和逾期原因，定出办结日期；确需延期的，写明理由后报批。";
  const figures = { 时限: chineseDay(deadline), 今日: chineseDay(today), 逾期: overdueDays, 承办: responsible };
  return [
    wide("督办要求", say(`press-${number}`, `交办${number}的督办要求`, generated, figures)),
    wide("逾期原因", ""),
  ];
}

function rows(input: AssignmentInput, slip: AssignmentSlip, say: Say): FormRow[] {
  return [
    beside(["发单单位", `${input.issuedBy}（章）`], ["发单日期", chineseDay(input.today)]),
    wide("依据", basis(slip)),
    wide("事项", `交办${slip.number}号：${slip.matter}`),
    wide("要求", slip.plan),
    beside(["承办", slip.responsible], ["配合", ""]),
    beside(["交办日期", chineseDay(slip.assignedOn)], ["办理时限", chineseDay(slip.deadline)]),
    beside(["签收人", ""], ["签收时间", BLANK_DAY]),
    ...pressing(slip, input, say),
    wide("办理情况", course(slip), isPressing(slip) ? 16 : 24),
    wide("佐证", ""),
    beside(["反馈人", slip.reportedBy], ["反馈时间", chineseDay(slip.endedOn) || BLANK_DAY]),
    wide("督办意见", `${turns(slip)}${boxes(["办结", "退回", "延期至"])}${BLANK_DAY}\n理由：\n签名：`, 24),
  ];
}

function basis({ meeting, issue, decision }: AssignmentSlip): string {
  const where = meeting ? `${chineseDay(meeting.day)}${meeting.title}，议题${issue.number}` : `议题${issue.number}`;
  return `${where}“${issue.title}”${decision === "" ? "" : `\n${sentence(decision)}`}`;
}

const STATE: Record<AssignmentSlip["state"], string> = { open: "", done: "已办结", cancelled: "不再办理" };

function course({ progress, state, endedOn, result }: AssignmentSlip): string {
  const heard = progress.map(({ on, meeting, note }) => `${chineseDay(on)}${meeting}上说明：${sentence(note)}`);
  const ended = state === "open" ? [] : [`${chineseDay(endedOn)}${STATE[state]}：${sentence(result)}`];
  return [...heard, ...ended].join("\n");
}

function turns({ turns: list }: AssignmentSlip): string {
  return list
    .map((turn) =>
      turn.kind === "extended"
        ? `${chineseDay(turn.on)}延期：由${chineseDay(turn.was)}延至${chineseDay(turn.deadline)}，理由：${sentence(turn.reason)}（${turn.by}）\n`
        : `${chineseDay(turn.on)}退回再办，理由：${sentence(turn.reason)}（${turn.by}）\n`,
    )
    .join("");
}
