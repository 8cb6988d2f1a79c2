import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { inProject, runBeside, tools } from "./project.mjs";

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * The environment of every step. Where the person at the terminal keeps real data, and how they run Node, is no business of the tests.
 */
function cleanEnvironment() {
  const { NODE_ENV, PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, ...env } = process.env;
  return /** @type {NodeJS.ProcessEnv} */ (env);
}

/** Biome: format and lint. */
export const lint = () => check("lint", tools.biome, ["ci", "."]);

/** The compiler. */
export const types = () => check("types", tools.tsc, ["--noEmit"]);

/** The build, as `npm start` makes it. */
export const build = () => check("build", inProject("bin/build.mjs"), []);

/** A step that counts as one check; its output is shown when it fails. @param {string} name @param {string} script @param {string[]} args */
async function check(name, script, args) {
  const began = performance.now();
  const { ok, output } = await runBeside(script, args, { env: cleanEnvironment() });
  if (!ok) process.stdout.write(output);
  return report(name, began, ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

/** One project of vitest.config.ts, or only its files whose path contains one of `files`. @param {"unit" | "e2e"} name @param {string[]} files */
export async function suite(name, files) {
  const began = performance.now();
  const summary = inProject("test-results", `${name}.json`);
  mkdirSync(inProject("test-results"), { recursive: true });
  rmSync(summary, { force: true });
  const args = ["run", "--project", name, "--reporter=default", "--reporter=json", `--outputFile.json=${summary}`];
  const { ok } = await runBeside(tools.vitest, [...args, ...files], { env: cleanEnvironment(), show: true });
  return report(name, began, countTests(summary, ok));
}

/**
 * Counts from vitest's own report. Whatever did not pass has failed: a skipped test proves nothing, a file that does not load
 * hides its tests, and a run that ends badly with every test green (an unhandled rejection, no test found) is one failure.
 * @param {string} summary @param {boolean} ok
 * @returns {Count}
 */
function countTests(summary, ok) {
  /** @type {{ numTotalTests: number, numPassedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  let results;
  try {
    results = JSON.parse(readFileSync(summary, "utf8"));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const passed = results.numPassedTests;
  const brokenFiles = results.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  ).length;
  const failed = results.numTotalTests - passed + brokenFiles;
  return { passed, failed: ok ? failed : Math.max(failed, 1) };
}

/** Prints a step's line and hands its count on. @param {string} name @param {number} began @param {Count} count */
export function report(name, began, count) {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const verdict = count.failed === 0 ? "ok" : "FAILED";
  process.stdout.write(
    `${verdict.padEnd(6)} ${name.padEnd(5)} ${count.passed} passed, ${count.failed} failed, ${seconds} s\n`,
  );
  return count;
}
