import { createHash } from "node:crypto";
import { canonicalJson, type JsonValue } from "./canonical.ts";

export { canonicalJson, type JsonValue };

/** One act in the 留痕日志. Never holds a secret choice. */
export interface JournalEntry {
  /** 1, 2, 3 … without gaps. */
  readonly seq: number;
  /** Whose community's page shows it; hashed too, so that an entry cannot be moved out of sight. */
  readonly communityId: string;
  /** Moment of the act, ISO 8601 UTC. */
  readonly at: string;
  /** Who: an id, or the system's own name. */
  readonly actor: string;
  /** What was done, e.g. "open-poll". */
  readonly act: string;
  /** To what: kind and id. */
  readonly subject: string;
  readonly data: JsonValue;
  /** Hash of the entry before, that of `GENESIS` for the first. */
  readonly prev: string;
  /** SHA-256 of all the above, 64 hex digits. */
  readonly hash: string;
}

/** An entry's data by name; nothing where it is no object. */
export const dataOf = ({ data }: Pick<JournalEntry, "data">): Readonly<Record<string, unknown>> =>
  typeof data === "object" && data !== null && !Array.isArray(data) ? { ...data } : {};

export type JournalBody = Pick<JournalEntry, "communityId" | "at" | "actor" | "act" | "subject" | "data">;
/** The end of a chain: what the next entry is linked to. */
export type Head = Pick<JournalEntry, "seq" | "hash">;

/** What the first entry is linked to: the head of an empty chain. */
export const GENESIS: Head = { seq: 0, hash: "0".repeat(64) };

function hashOf({ seq, communityId, at, actor, act, subject, data, prev }: Omit<JournalEntry, "hash">): string {
  const told = canonicalJson({ seq, communityId, at, actor, act, subject, data, prev });
  return createHash("sha256").update(told, "utf8").digest("hex");
}

/** The entry that follows `previous`; `GENESIS` begins a chain. Throws `TypeError` for data that is not JSON. */
export function linkEntry(previous: Head, body: JournalBody): JournalEntry {
  const { communityId, at, actor, act, subject, data } = body;
  const unsigned = { seq: previous.seq + 1, communityId, at, actor, act, subject, data, prev: previous.hash };
  return { ...unsigned, hash: hashOf(unsigned) };
}

/** What is wrong with `entry` as the one after `previous`, in Chinese, or `null`. */
function linkFault(previous: Head, entry: JournalEntry): string | null {
  const seq = previous.seq + 1;
  if (entry.seq !== seq) return `序号应为 ${seq}，实为 ${entry.seq}`;
  if (entry.prev !== previous.hash) return "与上一条接不上";
  try {
    return entry.hash === hashOf(entry) ? null : "内容与校验值不符";
  } catch {
    return "内容不是合法的数据";
  }
}

/** How far a chain holds: its last whole entry, and what is wrong with the one after it, in Chinese; `null` when it holds to its end. */
export type ChainReport = { readonly head: Head; readonly fault: string | null };

/**
 * Replays a chain, or the part of one that follows `from`. A chain cut off at its end is whole in itself: compare `head` with what was
 * noted elsewhere.
 */
export function verifyChain(entries: Iterable<JournalEntry>, from: Head = GENESIS): ChainReport {
  let head = from;
  for (const entry of entries) {
    const fault = linkFault(head, entry);
    if (fault !== null) return { head, fault };
    head = { seq: entry.seq, hash: entry.hash };
  }
  return { head, fault: null };
}
