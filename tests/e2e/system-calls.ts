import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a server did that matters for keeping a ballot, in the order in which the system saw it end. */
export type Event =
  /** The last frame of a transaction went into the database's log; not yet on the disk. */
  | "commit"
  /** All that was written to the log before is on the disk. */
  | "sync"
  /** A phone was told `recorded`. */
  | "ack";

const WATCHED = "fsync,fdatasync,pwrite64,write,writev,sendto,sendmsg";
const RECORDED = Buffer.from('"recorded"').toString("hex");

/** Watches the system calls of a running process with strace. `file` takes its notes. Linux only. */
export async function watchCalls(pid: number, file: string): Promise<{ stop(): Promise<Event[]> }> {
  const args = ["-f", "-p", String(pid), "-e", `trace=${WATCHED}`, "-e", "signal=none", "-y", "-xx", "-s", "160"];
  const strace = spawn("strace", [...args, "-o", file], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    strace.stderr.on("data", (chunk) => {
      said += chunk;
      if (/attached/.test(said)) resolve();
    });
    strace.once("error", reject);
    strace.once("exit", (code) => reject(new Error(`strace ended with ${code}: ${said}`)));
  });
  return {
    async stop() {
      const ended = new Promise((resolve) => strace.once("exit", resolve));
      strace.kill("SIGINT");
      await ended;
      return readCalls(readFileSync(file, "utf8"));
    },
  };
}

/** Reads strace's notes. A call that another thread interrupts stands on two lines and counts where it ends. */
export function readCalls(notes: string): Event[] {
  const begun = new Map<string, string>();
  const events: Event[] = [];
  for (const line of notes.split("\n")) {
    const [, thread = "", text = ""] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (text.endsWith("<unfinished ...>")) {
      begun.set(thread, text.slice(0, -"<unfinished ...>".length));
      continue;
    }
    const call = text.startsWith("<... ") ? (begun.get(thread) ?? "") + text : text;
    events.push(...eventsIn(call));
  }
  return events;
}

function eventsIn(call: string): Event[] {
  const [, name = "", target = ""] = /^(\w+)\(\d+<([^>]*)>/.exec(call) ?? [];
  const bytes = call.replaceAll("\\x", "");
  const toLog = unhex(target).endsWith("-wal");
  if (/^f(data)?sync$/.test(name)) return toLog && /= 0$/.test(call) ? ["sync"] : [];
  if (name === "pwrite64") return toLog && isCommit(bytes) ? ["commit"] : [];
  return bytes
    .split(RECORDED)
    .slice(1)
    .map(() => "ack");
}

/** The 24 bytes before a page in the log: bytes 4 to 7 are the size of the database after a transaction's last page, else 0. */
function isCommit(bytes: string): boolean {
  const [, header = ""] = /"([0-9a-f]{48})", 24,/.exec(bytes) ?? [];
  return header !== "" && Number.parseInt(header.slice(8, 16), 16) !== 0;
}

const unhex = (path: string) =>
  path.includes("\\x") ? Buffer.from(path.replaceAll("\\x", ""), "hex").toString("utf8") : path;
