import { readdirSync, readFileSync } from "node:fs";
import type { Child } from "./child.ts";

/** What the system says of a running process; null where it does not say (only Linux does). */
export const residentKb = ({ process: { pid } }: Child): number | null =>
  readProc(() => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]));

/** Processor time of all its threads since its start, µs. */
export const processorMicroseconds = ({ process: { pid } }: Child): number | null =>
  readProc(() => {
    const threads = readdirSync(`/proc/${pid}/task`);
    const spent = threads.map((each) =>
      Number(readFileSync(`/proc/${pid}/task/${each}/schedstat`, "utf8").split(" ")[0]),
    );
    return spent.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1000;
  });

function readProc(read: () => number): number | null {
  try {
    return read();
  } catch {
    return null;
  }
}
