import { type ChildProcess, execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

export type Child = { url: string; milliseconds: number; process: ChildProcess; stop(): Promise<void> };

/** Starts a program that prints a line with its URL once it listens. `milliseconds` from the start to that line. */
export function startChild(args: string[], env: Record<string, string>): Promise<Child> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once("exit", () => resolve());
      child.kill("SIGTERM");
    });
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${args.join(" ")} ended with ${code}`)));
    child.stdout.once("data", (line) => {
      const url = /https?:\/\/\S+/.exec(String(line))?.[0] ?? "";
      resolve({ url, milliseconds: performance.now() - started, process: child, stop });
    });
  });
}

/** Runs a program to its end: what it printed. */
export async function runChild(args: string[], env: Record<string, string>): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, ...env } });
  return stdout;
}
