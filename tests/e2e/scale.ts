/** `npm run proof` runs the heavy proofs in full; `npm test` a sample of each that can still fail. */
export const inFull = process.env.PROOF === "full";

/** A figure of a proof: the sample's in `npm test`, the whole in `npm run proof`. */
export const scaled = <T>(sample: T, whole: T): T => (inFull ? whole : sample);

/** What a proof measured, for whoever runs it in full; the tests are silent. */
export function tell(measured: Record<string, unknown>): void {
  if (inFull) process.stdout.write(`${JSON.stringify(measured)}\n`);
}
