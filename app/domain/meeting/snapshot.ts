import type { PollMode } from "#app/domain/poll/machine.ts";
import type { ResultPart } from "#app/domain/poll/parts.ts";
import type { Verdict } from "#app/domain/rule/types.ts";
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
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  readonly invalid: number;
  readonly due: number;
  readonly present: number;
  readonly cast: number;
  /** The deciding step in words. */
  readonly sentence: string;
  /** What phones, papers and hands added, where tellers counted. */
  readonly parts?: readonly ResultPart[];
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
  readonly endsAt: string | null;
  /** While open: credentials spent, by phone or by taking a paper. Of a count by hands nothing is known before closing. */
  readonly cast: number;
  readonly entitled: number;
  /** Whether this voter's ballot is in the box; null for everyone who is not a voter. Never what was chosen. */
  readonly mine: "none" | "recorded" | null;
  /** This voter holds a paper ballot: that is what `mine` recorded. */
  readonly onPaper?: boolean;
  /** 0 nothing announced, 1 the figures, 2 the verdict. */
  readonly reveal: 0 | 1 | 2;
  /** Closed polls only: an open poll carries turnout and nothing else. */
  readonly result?: SnapshotResult;
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
}
