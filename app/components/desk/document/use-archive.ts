import { useEffect, useRef, useState } from "react";
import { periodText } from "#app/text/periods.ts";

const text = periodText.download;

export type Download =
  | { state: "idle" | "stopped" }
  | { state: "working"; done: number; total: number }
  | { state: "done"; name: string; bytes: number; lacking: number }
  | { state: "failed"; message: string };

/** How often the server is asked how far it is. */
const ASKED_EVERY_MS = 700;

/** Fetches an archive, which is made while it comes, hands it to the browser as a file, and tells how far it is. */
export function useArchive(address: string) {
  const [download, setDownload] = useState<Download>({ state: "idle" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function start() {
    running.current?.abort();
    const line = new AbortController();
    running.current = line;
    const show = (next: Download) => {
      if (running.current === line) setDownload(next);
    };
    show({ state: "working", done: 0, total: 0 });
    const job = randomName();
    const asking = setInterval(() => progressOf(job, line.signal).then((far) => far && show(far)), ASKED_EVERY_MS);
    try {
      const { name, file } = await fetched(`${address}?job=${job}`, line.signal);
      clearInterval(asking);
      handOver(name, file);
      show({ state: "done", name, bytes: file.size, lacking: (await lastOf(job, line.signal))?.lacking ?? 0 });
    } catch (error) {
      const message = error instanceof Refused ? error.message : text.broken;
      show(line.signal.aborted ? { state: "stopped" } : { state: "failed", message });
    } finally {
      clearInterval(asking);
    }
  }

  return { download, start: () => void start(), stop: () => running.current?.abort() };
}

class Refused extends Error {}

/** 128 random bits; pages of a plain address have no `randomUUID`. */
function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function fetched(address: string, signal: AbortSignal): Promise<{ name: string; file: Blob }> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) {
    const body = (await answer.json().catch(() => null)) as { message?: unknown } | null;
    throw new Refused(answer.status === 401 ? text.signedOut : String(body?.message ?? text.broken));
  }
  const [, name = ""] = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("Content-Disposition") ?? "") ?? [];
  return { name: decodeURIComponent(name), file: await answer.blob() };
}

type Far = { done: number; total: number; lacking: number };

async function lastOf(job: string, signal: AbortSignal): Promise<Far | null> {
  const answer = await fetch(`/api/v1/archives/${job}`, { signal }).catch(() => null);
  return answer?.ok ? ((await answer.json()) as Far) : null;
}

async function progressOf(job: string, signal: AbortSignal): Promise<Download | null> {
  const far = await lastOf(job, signal);
  return far && !signal.aborted ? { state: "working", done: far.done, total: far.total } : null;
}

function handOver(name: string, file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Not at once: the browser may still be reading it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
