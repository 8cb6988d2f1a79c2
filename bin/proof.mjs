// `npm run proof`: the proofs of which `npm test` runs only a sample, in full. Takes minutes; prints what was measured, one JSON a line.
import { ensureInstalled } from "./ensure.mjs";
import { ensureSystemPackages } from "./packages.mjs";
import { giveUp } from "./project.mjs";
import { build, suite } from "./steps.mjs";

const PROOFS = ["kill", "durability", "full-disk", "churn"].map((name) => `tests/e2e/${name}.test.ts`);
/** Every genre, also much, hostile and empty, printed by LibreOffice. */
const PAPERS = ["tests/templates/every-genre.test.ts"];

async function prove() {
  ensureInstalled();
  ensureSystemPackages();
  process.env.PROOF = "full";
  const made = await build();
  let { failed } = made;
  if (failed === 0) ({ failed } = await suite("e2e", PROOFS));
  if (failed === 0) ({ failed } = await suite("unit", PAPERS));
  process.exitCode = failed === 0 ? 0 : 1;
}

prove().catch(giveUp);
