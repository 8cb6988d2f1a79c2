// `npm run proof`: the proofs of which `npm test` runs only a sample, in full. Takes minutes; prints what was measured, one JSON a line.
import { ensureInstalled } from "./ensure.mjs";
import { ensureSystemPackages } from "./packages.mjs";
import { giveUp } from "./project.mjs";
import { build, suite } from "./steps.mjs";

const PROOFS = ["kill", "durability", "full-disk", "churn"].map((name) => `tests/e2e/${name}.test.ts`);

async function prove() {
  ensureInstalled();
  ensureSystemPackages();
  process.env.PROOF = "full";
  const made = await build();
  const { failed } = made.failed === 0 ? await suite("e2e", PROOFS) : made;
  process.exitCode = failed === 0 ? 0 : 1;
}

prove().catch(giveUp);
