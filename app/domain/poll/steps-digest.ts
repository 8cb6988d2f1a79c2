import { digest } from "#app/domain/digest.ts";
import { canonicalJson } from "#app/domain/journal/chain.ts";
import type { Step } from "#app/domain/rule/types.ts";

/** Digest of a verdict's steps as they are printed, whatever order their members were stored in. */
export const stepsDigest = (steps: readonly Step[]): string => digest(canonicalJson(JSON.parse(JSON.stringify(steps))));
