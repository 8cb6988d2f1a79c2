import type { StrawOption, StrawState } from "./straw.ts";

/** Why a mood check cannot be opened. */
export type OpenRefusal = "meeting" | "poll" | "straw";

/** Only in a meeting in session; never beside a vote, which it could be taken for; one at a time. */
export function openRefusal(room: { inSession: boolean; voting: boolean; asking: boolean }): OpenRefusal | null {
  if (!room.inSession) return "meeting";
  if (room.voting) return "poll";
  return room.asking ? "straw" : null;
}

/** Why it cannot be taken back: it is over, or somebody has answered and wants to know what came of it. */
export type DiscardRefusal = "closed" | "answered";

/** Only an open mood check that nobody has answered leaves no trace in the room. */
export function discardRefusal(straw: { state: StrawState; answered: number }): DiscardRefusal | null {
  if (straw.state !== "open") return "closed";
  return straw.answered > 0 ? "answered" : null;
}

/** Why an answer cannot be taken. */
export type AnswerRefusal = "closed" | "not-entitled" | "invalid-choice";

export interface AnsweringFacts {
  readonly state: StrawState;
  readonly options: readonly StrawOption[];
  readonly guests: boolean;
  /** Checked in. */
  readonly present: boolean;
  readonly votingRight: boolean;
}

/** Whoever is checked in may answer, and change the answer, until it is closed; guests only where it asks them too. */
export function answerRefusal(facts: AnsweringFacts, choice: string): AnswerRefusal | null {
  if (facts.state !== "open") return "closed";
  if (!facts.present || !(facts.votingRight || facts.guests)) return "not-entitled";
  return facts.options.some((option) => option.id === choice) ? null : "invalid-choice";
}
