import type { IssueStep } from "#app/components/desk/issue-step.tsx";
import type { Proxies } from "#app/components/desk/proxy-panel.tsx";
import type { QuorumLine } from "#app/domain/attendance/quorum.ts";
import type { Outcome } from "#app/domain/meeting/agenda-item.ts";
import type { Reveal, ScreenMode } from "#app/domain/meeting/snapshot.ts";
import type { MeetingState } from "#app/domain/meeting/states.ts";
import type { CountMethod, CountState } from "#app/domain/poll/count.ts";
import type { BallotForm, PollOption } from "#app/domain/poll/form.ts";
import type { PollMode } from "#app/domain/poll/machine.ts";
import type { PollOutcome } from "#app/domain/poll/outcome.ts";
import type { ResultPart } from "#app/domain/poll/parts.ts";
import type { StrawCounts, StrawEnding, StrawOption, StrawState } from "#app/domain/straw/straw.ts";

/** What the page 在会场里 shows. Its loader's answer fits these. Times are UTC, days "YYYY-MM-DD". */
export type RoomMeeting = {
  id: string;
  code: string;
  title: string;
  state: MeetingState;
  startsAt: Date;
  openedAt: Date | null;
  closedAt: Date | null;
  currentItemId: string | null;
  screenMode: ScreenMode;
};

export type AgendaLine = {
  id: string;
  position: number;
  kind: "report-back" | "issue";
  title: string;
  state: "waiting" | "current" | "done";
  outcome: Outcome | null;
  plannedSeconds: number;
  /** Seconds used up to the page's `now`. */
  usedSeconds: number;
  running: boolean;
  /** Of the report back: how many promises are kept, of how many. */
  kept: { done: number; of: number } | null;
};

export type GateLineView = { id: string; text: string; detail: string };
export type StageMarkView = {
  id: string;
  name: string;
  who: string;
  state: "passed" | "skipped" | "current" | "ahead";
};

export type SpeechView = {
  id: string;
  speaker: string;
  body: string;
  version: number;
  recordedBy: string;
  updatedBy: string;
  updatedAt: Date;
};

export type TaskView = {
  id: string;
  number: number;
  title: string;
  responsible: string;
  deadline: string;
  plan: string;
};

export type ReportLineView = {
  id: string;
  number: number;
  version: number;
  title: string;
  issueTitle: string;
  issueNumber: number | null;
  responsible: string;
  deadline: string;
  plan: string;
  state: "open" | "done" | "cancelled";
  resultNote: string;
  overdueDays: number;
  late: boolean;
};

export type OnwardStep = Pick<
  IssueStep,
  "event" | "label" | "toName" | "checklist" | "needsReason" | "fields" | "blocked"
>;

export type IssueView = {
  id: string;
  number: number;
  detail: string;
  place: string;
  category: string;
  source: string;
  raisedBy: string;
  firstRaisedOn: string;
  /** Days since it was first raised. */
  waitingDays: number;
  /** Which time it is before a meeting, this one included. */
  time: number;
  stages: StageMarkView[];
  /** What the way on still lacks. */
  missing: GateLineView[];
  /** What each outcome lacks besides what its own form asks; null where the issue cannot take it from here. */
  lacking: Record<Outcome, GateLineView[] | null>;
  methodName: string;
  /** The rule by which its stage votes. */
  ruleId: string | null;
  voting: "none" | "opinion" | "rule";
  /** Steps of the issue's own method that the meeting can take, beside the room's outcomes. */
  onward: OnwardStep[];
  /** Fixed seats nobody has taken: it may be discussed, but not struck off. */
  emptySeats: string[];
};

export type ItemView = {
  id: string;
  position: number;
  kind: "report-back" | "issue";
  title: string;
  /** It is the one before the room. */
  current: boolean;
  started: boolean;
  outcome: Outcome | null;
  /** Of the outcome `onward`: what the method calls the step. */
  stepLabel: string;
  conclusion: string;
  reason: string;
  differences: string;
  decision: number;
  decidedBy: string;
  issue: IssueView | null;
  tasks: TaskView[];
  speeches: SpeechView[];
  removed: SpeechView[];
  report: ReportLineView[];
  /** The days that a deadline may be, and the one proposed. */
  deadline: { earliest: string; proposed: string; latest: string | null };
};

export type AttendeeView = {
  personId: string;
  name: string;
  seat: string;
  unit: string;
  votingRight: boolean;
  present: boolean;
  via: "desk" | "token" | "name" | "proxy" | null;
  hasPhone: boolean;
  /** Who holds this person's written authority 委托书. */
  holder: string | null;
};

export type RuleView = {
  id: string;
  name: string;
  quorum: QuorumLine;
  note: string;
  /** It seats people: candidates stand on the ballot, and it is secret. */
  election: boolean;
  /** 地方加严条件 that can be laid over it, with the counts that they ask for. */
  overlays: { id: string; name: string; counts: { field: string; label: string }[] }[];
};

/** How far the tellers are with one count. Never their figures; of two that differ, where they differ. */
export type CountView = {
  method: CountMethod;
  state: CountState;
  tellers: { name: string; standing: boolean }[];
  differences: string[];
};

export type PollView = {
  id: string;
  agendaItemId: string | null;
  itemPosition: number | null;
  question: string;
  mode: PollMode;
  alsoPaper: boolean;
  alsoHands: boolean;
  form: BallotForm;
  options: readonly PollOption[];
  ruleName: string;
  state: "open" | "closed" | "voided";
  voidReason: string;
  secondRound: boolean;
  /** Of an open poll with tellers. */
  counts: CountView[];
  /** Persons who hold a paper; of an open poll with papers. */
  papers: string[];
  cast: number;
  entitled: number;
  endsAt: Date | null;
  /** At its end it is counted by itself. */
  closesItself: boolean;
  reveal: Reveal;
  /** What the phones are told; null: what the screen shows. */
  phoneReveal: Reveal | null;
  result:
    | (PollOutcome & {
        for: number;
        against: number;
        abstain: number;
        invalid: number;
        due: number;
        present: number;
        cast: number;
        parts?: ResultPart[];
      })
    | null;
};

/** A mood check: while it is open how many answered, afterwards the sums; null where so few answered that none are kept. */
export type StrawView = {
  id: string;
  question: string;
  options: readonly StrawOption[];
  guests: boolean;
  state: StrawState;
  answered: number;
  present: number;
  counts?: StrawCounts | null;
  endedFor: StrawEnding;
  /** The room looks at it. */
  shown: boolean;
};

/** A poll that opens by itself. */
export type ScheduledView = Pick<
  PollView,
  "id" | "question" | "mode" | "alsoPaper" | "alsoHands" | "ruleName" | "closesItself"
> & {
  opensAt: Date;
  minutes: number | null;
  endsAt: Date | null;
  version: number;
  /** On the wall already: its times are no longer to be changed. */
  posted: boolean;
  /** What would keep it from opening if its moment were now, in words. */
  obstacle: string | null;
};

export type RoomView = {
  /** The server's time when the page was read. */
  now: Date;
  staffName: string;
  meeting: RoomMeeting;
  bodyName: string;
  /** Whose people it calls; null is the community's own roll. */
  rollId: string | null;
  ruleId: string;
  rules: RuleView[];
  agenda: AgendaLine[];
  item: ItemView | null;
  /** Promises that must be reported before the meeting can end; null where its method does not ask it. */
  reportFirst: { id: string; number: number; title: string }[] | null;
  quorum: QuorumLine;
  people: AttendeeView[];
  proxies: Proxies;
  polls: PollView[];
  /** Next first. */
  scheduled: ScheduledView[];
  straws: StrawView[];
  screenPath: string;
};
