import type { BallotForm } from "#app/domain/poll/form.ts";
import type { PollMode } from "#app/domain/poll/machine.ts";
import type { ItemResult, OptionResult } from "#app/domain/poll/outcome.ts";
import type { ResultPart } from "#app/domain/poll/parts.ts";
import type { Tally } from "#app/domain/poll/tally.ts";
import type { Verdict } from "#app/domain/rule/types.ts";
import type { StrawCounts, StrawOption, StrawState } from "#app/domain/straw/straw.ts";
import type { AgendaItemState, Outcome } from "./agenda-item.ts";
import type { MeetingState } from "./states.ts";

/** What the projector shows: the meeting, the large QR code, or nothing. */
export type ScreenMode = "meeting" | "qr" | "black";

export interface SnapshotAgendaLine {
  readonly id: string;
  readonly position: number;
  readonly title: string;
  readonly kind: "report-back" | "issue";
  readonly state: AgendaItemState;
  readonly outcome: Outcome | null;
  /** Verdict of the item's last announced poll. */
  readonly pollPassed: boolean | null;
}

export interface SnapshotAgendaItem {
  readonly id: string;
  readonly position: number;
  /** 议题编号; null for 上周议定事项落实情况. */
  readonly number: number | null;
  readonly title: string;
  readonly kind: "report-back" | "issue";
  readonly place: string;
  readonly presenter?: string;
  readonly outcome: Outcome | null;
  readonly plannedSeconds: number;
  /** Seconds used up to the snapshot's `now`. */
  readonly usedSeconds: number;
  readonly running: boolean;
}

export interface SnapshotResult extends Pick<Verdict, "quorumMet" | "passed" | "steps"> {
  /** Of a ballot that asks more than one yes or no: the valid ballots; `items` or `options` say what they answer. */
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  readonly invalid: number;
  readonly due: number;
  readonly present: number;
  readonly cast: number;
  /** The deciding step in words. */
  readonly sentence: string;
  readonly items?: readonly ItemResult[];
  readonly options?: readonly OptionResult[];
  /** Who is chosen is elected. */
  readonly election?: true;
  /** Where the rule counts areas: everybody's, and what was cast, in 0.01 m². */
  readonly area?: Tally & { readonly total: number; readonly participating: number };
  /** What phones, papers and hands added, where tellers counted. */
  readonly parts?: readonly ResultPart[];
}

/** What is told of a closed poll: 0 nothing, 1 the figures, 2 the verdict. */
export type Reveal = 0 | 1 | 2;

/** The poll that will open by itself next. */
export interface SnapshotNext {
  readonly question: string;
  readonly opensAt: string;
}

/** Somebody who authorised this voter 委托, and whether their ballot is in the box. */
export interface SnapshotProxy {
  readonly personId: string;
  readonly name: string;
  readonly mine: "none" | "recorded";
  readonly onPaper?: boolean;
}

export interface SnapshotPoll {
  readonly id: string;
  /** The item it was opened on, where the sender says so. */
  readonly agendaItemId?: string | null;
  readonly state: "open" | "closed" | "voided";
  readonly mode: PollMode;
  /** Of a poll on phones: it takes papers, a count of hands, besides. */
  readonly alsoPaper?: boolean;
  readonly alsoHands?: boolean;
  /** Why it is void. */
  readonly voidReason?: string;
  /** It is the second round of an earlier poll. */
  readonly secondRound?: boolean;
  readonly question: string;
  readonly ruleName: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** What one ballot asks; absent for a plain yes or no. */
  readonly form?: BallotForm;
  /** 选举: its options are people. */
  readonly election?: true;
  /** Voted on from home: presence is not asked, `entitled` is everybody on the roll who may vote. */
  readonly remote?: boolean;
  readonly endsAt: string | null;
  /** While open: credentials spent, by phone or by taking a paper. Of a count by hands nothing is known before closing. */
  readonly cast: number;
  readonly entitled: number;
  /** Whether this voter's ballot is in the box; null for everyone who is not a voter. Never what was chosen. */
  readonly mine: "none" | "recorded" | null;
  /** This voter holds a paper ballot: that is what `mine` recorded. */
  readonly onPaper?: boolean;
  /** For whom this voter votes besides; absent for nobody. */
  readonly proxies?: readonly SnapshotProxy[];
  /** 0 nothing announced, 1 the figures, 2 the verdict. */
  readonly reveal: Reveal;
  /** The same for the phones, where staff said otherwise; null or absent: they show what the screen shows. */
  readonly phoneReveal?: Reveal | null;
  /** The room has turned to something else; it is here for phones that go on showing its result. */
  readonly leftBehind?: boolean;
  /** Closed polls only: an open poll carries turnout and nothing else. */
  readonly result?: SnapshotResult;
}

/** A mood check: no vote, nothing is decided by it. */
export interface SnapshotStraw {
  readonly id: string;
  readonly question: string;
  readonly options: readonly StrawOption[];
  readonly state: StrawState;
  /** It asks those without voting right too. */
  readonly guests: boolean;
  /** How many have answered, of how many who may. */
  readonly answered: number;
  readonly present: number;
  /** What this phone's owner tapped, null for nothing yet; to them alone, while it is open. */
  readonly mine?: string | null;
  /** Of a closed one only; null where so few answered that sums would tell who tapped what. */
  readonly counts?: StrawCounts | null;
}

/** The public state of a meeting, whole, as sockets and pages show it. Times are ISO 8601 UTC. */
export interface MeetingSnapshot {
  /** Rises with every change. */
  readonly version: number;
  readonly now: string;
  readonly meeting: {
    readonly code: string;
    readonly title: string;
    readonly state: MeetingState;
    /** Why it was called off; only of a cancelled meeting. */
    readonly cancelReason?: string;
    readonly community: string;
    readonly place: string;
    readonly startsAt: string;
    readonly demonstration: boolean;
    readonly screenMode: ScreenMode;
    /** Hash of the journal entry that closed the shown poll. */
    readonly headHash?: string | null;
  };
  readonly agendaItem: SnapshotAgendaItem | null;
  readonly agenda: readonly SnapshotAgendaLine[];
  readonly attendance: {
    readonly due: number;
    readonly present: number;
    readonly needed: number;
    readonly met: boolean;
  };
  readonly poll: SnapshotPoll | null;
  /** The mood check that the room looks at. */
  readonly straw: SnapshotStraw | null;
  readonly next?: SnapshotNext | null;
}
