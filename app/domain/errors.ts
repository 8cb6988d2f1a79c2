/** The words in which the house says no. Each has one HTTP status and one Chinese sentence (`app/text/errors.ts`). */
export type ErrorWord =
  | "malformed"
  | "invalid-value"
  | "not-signed-in"
  | "wrong-password"
  | "not-allowed"
  | "not-found"
  | "unknown-meeting"
  | "not-on-roll"
  | "bound-to-another-device"
  | "wrong-room-code"
  | "wrong-state"
  | "stale"
  | "gate-not-met"
  | "quorum-not-met"
  | "poll-open"
  | "poll-closed"
  | "poll-voided"
  | "counts-differ"
  | "not-entitled"
  | "already-recorded"
  | "invalid-choice"
  | "missing-deadline"
  | "document-not-ready"
  | "too-large"
  | "too-many"
  | "trial-run"
  | "file-changed"
  | "busy";

/** An expected refusal. `details` is data for the page (unmet gate lines, the current state), never a stack. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  constructor(
    readonly word: ErrorWord,
    readonly details?: unknown,
  ) {
    super(word);
  }
}
