import { createHash } from "node:crypto";

/** What an entry says. `at` is ISO 8601 UTC, `data` canonical JSON; both are hashed exactly as written here. */
export type JournalBody = {
  at: string;
  communityId: string;
  actor: string;
  act: string;
  subject: string;
  data: string;
};
/** One link of the chain: `seq` counts from 1, `prev` is the hash of the entry before (GENESIS for the first). */
export type JournalEntry = JournalBody & { seq: number; prev: string; hash: string };

export type Head = { seq: number; hash: string };
export type ChainReport = { ok: true; count: number; head: string } | { ok: false; seq: number; why: ChainFault };
export type ChainFault = "sequence" | "link" | "content";

export const GENESIS: Head = { seq: 0, hash: "0".repeat(64) };

/** JSON with sorted keys: the same facts give the same bytes on every machine. Dates become ISO strings; undefined is left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(JSON.parse(JSON.stringify(value) ?? "null")));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** The next link after `head`. */
export function linkEntry(head: Head, body: JournalBody): JournalEntry {
  const entry = { ...body, seq: head.seq + 1, prev: head.hash };
  return { ...entry, hash: entryHash(entry) };
}

function entryHash({ seq, prev, at, communityId, actor, act, subject, data }: Omit<JournalEntry, "hash">): string {
  // An array, not joined text: no field can reach into the next one.
  const bytes = JSON.stringify([seq, prev, at, communityId, actor, act, subject, data]);
  return createHash("sha256").update(bytes).digest("hex");
}

/** Walks the chain from GENESIS and names the first entry that does not fit. */
export function verifyChain(entries: Iterable<JournalEntry>): ChainReport {
  let head = GENESIS;
  for (const entry of entries) {
    if (entry.seq !== head.seq + 1) return { ok: false, seq: entry.seq, why: "sequence" };
    if (entry.prev !== head.hash) return { ok: false, seq: entry.seq, why: "link" };
    if (entry.hash !== entryHash(entry)) return { ok: false, seq: entry.seq, why: "content" };
    head = { seq: entry.seq, hash: entry.hash };
  }
  return { ok: true, count: head.seq, head: head.hash };
}
