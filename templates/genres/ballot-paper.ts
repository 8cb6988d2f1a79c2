import type { Block, OptionLine } from "#templates/content.ts";
import { type Common, defineGenre, type EnteredIn, type Requirement, type Say } from "#templates/genre.ts";
import { copies } from "#templates/parts/copies.ts";
import { calendarDay, chineseDate, clockTime } from "#templates/parts/dates.ts";
import { pair } from "#templates/parts/rows.ts";

/** What a ballot asks: one question; each item by itself; of the options at most so many. */
export type BallotAsks =
  | { kind: "yes-no"; answers: string[] }
  | { kind: "each"; items: string[]; answers: string[] }
  | { kind: "choice"; options: string[]; most: number };

export type Ballot = {
  /** Stays with the vote: what staff word otherwise belongs to it. */
  key: string;
  /** The vote's own question; absent of a matter on the agenda for which none is prepared. */
  question?: string;
  /** The matter. */
  matter: string;
  /** 议题编号, where it is about an issue. */
  number?: number;
  asks: BallotAsks;
  /** Named ballots are signed; a secret one tells nothing of a person, not even by a number. */
  named: boolean;
  /** Of a vote that is weighed by area. */
  byArea: boolean;
  /** When voting ends: at a moment, so many minutes after it began, or when the chair says so. */
  endsAt?: Date;
  minutes?: number;
};

export type BallotPaperInput = Common & {
  meetingTitle: string;
  start: Date;
  ballots: Ballot[];
  /** Where votes on paper come from now; in the room unless it says otherwise. */
  enteredIn?: EnteredIn;
};

const OVER = "会议已经结束，没有要印的票";

/** 表决票: one page a vote, twice on it where it is short enough to be cut in two. */
export const ballotPaper = defineGenre<BallotPaperInput>({
  id: "ballot-paper",
  name: "表决票",
  public: false,
  dress: "form",
  named: (input) => ({ day: calendarDay(input.start), matter: input.meetingTitle }),
  required: (input) => [
    ["会议名称", "plan", input.meetingTitle],
    ["会议时间", "plan", input.start],
    [input.enteredIn === "past" ? OVER : "用纸票的表决，或者没有议过的议题", input.enteredIn ?? "room", input.ballots],
    ...input.ballots.flatMap(answered),
  ],
  write: (input, say) =>
    input.ballots.flatMap((ballot, index) => [
      ...(index === 0 ? [] : [{ kind: "page" } as const]),
      ...copies(sheet(input, ballot, say)),
    ]),
});

function answered({ asks, matter }: Ballot): Requirement[] {
  const answers = asks.kind === "choice" ? asks.options : asks.answers;
  return [[`“${matter}”的选项`, "room", answers]];
}

function sheet(input: BallotPaperInput, ballot: Ballot, say: Say): Block[] {
  return [
    { kind: "title", text: `${input.community}表决票`, below: input.meetingTitle },
    { kind: "paragraph", lead: lead(ballot), text: question(ballot, say) },
    { kind: "options", lines: lines(ballot.asks) },
    { kind: "paragraph", lead: "说明：", text: `${how(ballot, say)}${ending(ballot)}` },
    ...(ballot.named ? signed(ballot) : [{ kind: "sign-line" as const, labels: ["监票人盖章"] as [string] }]),
  ];
}

const lead = ({ number }: Ballot): string => (number === undefined ? "表决事项：" : `议题${number}：`);

/** A vote's own question stands as it was put; where none is prepared, the paper asks for an opinion on the matter. */
function question({ key, question: own, matter }: Ballot, say: Say): string {
  if (own !== undefined) return own;
  return say(`question-${key}`, `“${matter}”的问法`, "“{议题}”，我的意见：", { 议题: matter });
}

function lines(asks: BallotAsks): OptionLine[] {
  switch (asks.kind) {
    case "yes-no":
      return [{ label: "", answers: asks.answers }];
    case "each":
      return asks.items.map((item, index) => ({ label: `${index + 1}. ${item}`, answers: asks.answers }));
    case "choice":
      return asks.options.map((option) => ({ label: "", answers: [option] }));
  }
}

const HOW = {
  "yes-no": "只选一项，打“√”。多选、不选或看不清的无效。",
  each: "每一项只选一个，打“√”。某一项多选、不选或看不清的，只废该项，其他各项照样有效。",
  choice: "最多选{最多}项，打“√”；弃权的不再选别的。选多了、一项不选或看不清的，本票无效。",
} as const satisfies Record<BallotAsks["kind"], string>;

function how({ key, matter, asks, named }: Ballot, say: Say): string {
  const unsigned = named ? "没有签名的，本票无效。" : "不写姓名，不作记号。";
  const figures: Record<string, number> = asks.kind === "choice" ? { 最多: asks.most } : {};
  return say(`how-${key}`, `“${matter}”的填写说明`, `${HOW[asks.kind]}${unsigned}`, figures);
}

function ending({ endsAt, minutes }: Ballot): string {
  if (endsAt) return `投票截止：${chineseDate(endsAt)}${clockTime(endsAt)}。`;
  return minutes === undefined ? "主持人宣布截止前交票。" : `表决开始后${minutes}分钟内交票。`;
}

/** Name, place, area, signature; who signs for another says so. Room for a pen. */
function signed({ byArea }: Ballot): Block[] {
  const place = byArea ? "楼栋房号" : "楼栋或单位";
  return [
    {
      kind: "form",
      rows: [
        pair(["姓名", ""], [place, ""], 12),
        ...(byArea ? [pair(["面积（㎡）", ""], ["受托人", ""], 12)] : []),
        pair(["签名", ""], ["票号", ""], 12),
      ],
    },
  ];
}
