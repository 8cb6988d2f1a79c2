import { type ChildProcessByStdio, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { promisify } from "node:util";

/** The real server, as built, in a process of its own on one port and one data folder. */
export type TestServer = {
  url: string;
  dataDir: string;
  /** Of the process that serves now. Throws when there is none. */
  pid(): number;
  /** Where a file of the data folder can be reached from outside, also when the folder lies on the server's own small disk. */
  reach(name: string): string;
  /** Starts it (again) on the same data; resolves when it listens. `ahead`: its clock is so many ms fast, and can be set. */
  start(options?: { ahead?: number }): Promise<void>;
  /** Sets the clock of a server that was started with `ahead`: so many ms fast from now on. Its timers do not notice, as when a clock is set. */
  setClock(ahead: number): Promise<void>;
  /** Ends it: SIGTERM lets it finish, SIGKILL does not. Resolves with the exit code when the process is gone. */
  stop(signal?: "SIGTERM" | "SIGKILL"): Promise<number | null>;
  /** Runs a program of build/server on the same data: what it printed. */
  run(program: string, ...args: string[]): Promise<{ code: number; stdout: string }>;
  /** Stops it and removes the data. */
  remove(): Promise<void>;
  /** All that it wrote to stderr. */
  log(): string;
};

type Started = ChildProcessByStdio<null, Readable, Readable>;

/** Mounts a disk of this size where the data folder is, seen by this process alone, and becomes the server. Linux only. */
const onOwnDisk = (size: string) => [
  ...["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"],
  `mount -t tmpfs -o size=${size} tmpfs "$DATA_DIR" && exec "$0" "$@"`,
];

/** `disk`: the data lies on a disk of its own of this size (“8m”), empty at every start. */
export async function newServer({ disk }: { disk?: string } = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "yuanzhuo-e2e-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: "127.0.0.1",
    PUBLIC_URL: url,
    NODE_ENV: "production",
    // Every request is logged: what must not be in the log would show.
    LOG_LEVEL: "debug",
  };
  let child: Started | undefined;
  let log = "";

  const pid = () => {
    if (!child?.pid) throw new Error("no server is running");
    return child.pid;
  };
  /** A command as it has to be started to see the data. */
  const beside = (command: string[]) =>
    disk
      ? ["nsenter", "-t", String(pid()), "--user", "--mount", "--preserve-credentials", "--wd=.", ...command]
      : command;

  const server: TestServer = {
    url,
    dataDir,
    log: () => log,
    pid,
    reach: (name) => join(disk ? `/proc/${pid()}/root` : "", dataDir, name),
    start({ ahead } = {}) {
      const [program = "", ...args] = [...(disk ? onOwnDisk(disk) : []), process.execPath, "build/server/main.js"];
      const clock = ahead === undefined ? {} : { NODE_OPTIONS: `--import=${movableClock(ahead)}` };
      const stdio = ["ignore", "pipe", "pipe", ahead === undefined ? "ignore" : "ipc"] as const;
      const started = spawn(program, args, { env: { ...env, ...clock }, stdio: [...stdio] }) as Started;
      child = started;
      started.stderr.on("data", (chunk) => {
        log += chunk;
      });
      return new Promise((resolve, reject) => {
        started.stdout.once("data", () => resolve());
        started.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${log}`)));
      });
    },
    setClock: (ahead) =>
      new Promise((resolve, reject) => {
        child?.once("message", () => resolve());
        child?.send(ahead, (error) => error && reject(error));
      }),
    stop(signal = "SIGTERM") {
      const running = child;
      child = undefined;
      if (!running || running.exitCode !== null || running.signalCode !== null)
        return Promise.resolve(running?.exitCode ?? null);
      return new Promise((resolve) => {
        running.once("exit", (code) => resolve(code));
        running.kill(signal);
      });
    },
    async run(program, ...args) {
      try {
        const [command = "", ...rest] = beside([process.execPath, `build/server/${program}.js`, ...args]);
        const { stdout } = await promisify(execFile)(command, rest, { env });
        return { code: 0, stdout };
      } catch (error) {
        const { code, stdout } = error as { code?: number; stdout?: string };
        return { code: code ?? 1, stdout: stdout ?? "" };
      }
    },
    async remove() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return server;
}

/** A module that sets the clock of the process that imports it ahead, and again whenever that is told to. */
function movableClock(ahead: number): string {
  const module = `const Real=Date;let by=${ahead};globalThis.Date=class extends Real{
    constructor(...given){if(given.length===0)super(Real.now()+by);else super(...given)}static now(){return Real.now()+by}};
    process.on("message",(ahead)=>{by=ahead;process.send("set")});process.channel?.unref()`;
  return `data:text/javascript,${encodeURIComponent(module)}`;
}

/** Where this process looks for its next port: far from other test processes, and below what systems give to clients (from 32768). */
let nextPort = 20_000 + (process.pid % 100) * 100;

/**
 * A port that nobody listens on. Never one that the system hands out by itself: between two starts a client could be given it, or, asking
 * for the server that is not there, reach itself.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = nextPort++;
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
