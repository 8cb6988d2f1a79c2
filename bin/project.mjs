import { spawn, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A path inside the project. @param {string[]} parts */
export const inProject = (...parts) => join(root, ...parts);

/** Development tools by the script that npm's own link to them points at: the same on every system, and no shell in between. */
export const tools = {
  remix: inProject("node_modules/@remix-run/dev/dist/cli.js"),
  biome: inProject("node_modules/@biomejs/biome/bin/biome"),
  tsc: inProject("node_modules/typescript/bin/tsc"),
  vitest: inProject("node_modules/vitest/vitest.mjs"),
};

/** Something the person at the terminal has to put right; `message` is one Chinese/English sentence. */
export class SetupError extends Error {}

/** A line for the person at the terminal. On stderr, because stdout belongs to the program that is started. @param {string} line */
export function tell(line) {
  process.stderr.write(`${line}\n`);
}

/** Says what went wrong and ends with exit code 1; anything but a SetupError keeps its stack. @param {unknown} error */
export function giveUp(error) {
  if (!(error instanceof SetupError)) throw error;
  tell(error.message);
  process.exit(1);
}

/**
 * Runs a program to its end with its output on stderr. True when it succeeded.
 * @param {string} command @param {string[]} args @param {Record<string, string>} [env] added to the environment
 */
export function run(command, args, env = {}) {
  const options = { cwd: root, env: { ...process.env, ...env } };
  return spawnSync(command, args, { ...options, stdio: ["ignore", 2, 2] }).status === 0;
}

/** What a program prints on stdout, or undefined when it is missing or fails. @param {string} command @param {string[]} args */
export function outputOf(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? stdout : undefined;
}

/**
 * Runs a Node script beside others. `show` passes its output through; otherwise it is collected.
 * @param {string} script @param {string[]} args @param {{ env: NodeJS.ProcessEnv, show?: boolean }} options
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runBeside(script, args, { env, show = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env,
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}
