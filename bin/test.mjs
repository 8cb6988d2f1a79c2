// `npm test`: proves everything. `npm test -- --only lint|types|unit|e2e [test files…]` proves one part, for work in between.
import { ensureInstalled } from "./ensure.mjs";
import { ensureSystemPackages } from "./packages.mjs";
import { SetupError, tell } from "./project.mjs";
import { build, lint, report, suite, types } from "./steps.mjs";

/** @typedef {{ passed: number, failed: number }} Count */

const parts = ["lint", "types", "unit", "e2e"];

/** @param {string[]} args */
function readArguments(args) {
  const [option, only = "", ...files] = args;
  if (option === undefined) return { chosen: new Set(parts), files };
  if (option === "--only" && parts.includes(only)) return { chosen: new Set([only]), files };
  throw new SetupError(`用法 Usage: npm test [-- --only ${parts.join("|")} [测试文件 test files]]`);
}

/** Runs the chosen parts and returns their counts; a broken part does not keep the others from being seen. */
async function prove() {
  const { chosen, files } = readArguments(process.argv.slice(2));
  ensureInstalled();
  const withTests = chosen.has("unit") || chosen.has("e2e");
  if (withTests) ensureSystemPackages();

  /** @type {Count[]} */
  const counts = [];
  // Each of the three works on one core for most of its time. The unit tests need the build alone; walks are not begun before all is still.
  const checks = [chosen.has("lint") && lint(), chosen.has("types") && types()];
  const made = withTests && (await build());
  const built = !made || made.failed === 0;
  if (chosen.has("unit")) counts.push(await suite("unit", files));
  for (const count of [made, ...(await Promise.all(checks))]) if (count) counts.push(count);
  if (chosen.has("e2e"))
    counts.push(built ? await suite("e2e", files) : report("e2e", performance.now(), { passed: 0, failed: 1 }));
  return counts;
}

/** @param {Count[]} counts */
function conclude(counts) {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

prove().then(conclude, (error) => {
  tell(error instanceof SetupError ? error.message : String(error?.stack ?? error));
  conclude([{ passed: 0, failed: 1 }]);
});
