import type { JournalEntry, JsonValue } from "#app/domain/journal/chain.ts";
import type { Actor, House } from "#app/house.ts";
import { journalText } from "#app/text/journal.ts";
import { journalPageText as text } from "#app/text/journal-page.ts";
import type { Handle } from "#db/connect.ts";
import { journalCount, journalHead, journalPage } from "#db/journal.ts";
import { documentById } from "#db/stores/document.ts";
import { meetingByCode } from "#db/stores/meeting.ts";
import { personById } from "#db/stores/roll.ts";
import { verifyJournal } from "./verification.ts";

const PAGE = 50;

/** A page of the community's journal, newest first, before entry number `before`; with the head of the whole chain. */
export function journalView(house: House, actor: Actor, before?: number) {
  return house.db.read(async (db) => {
    const found = await journalPage(db, actor.communityId, { ...(before ? { before } : {}), limit: PAGE + 1 });
    const entries = [];
    for (const entry of found.slice(0, PAGE)) entries.push(await lineOf(db, actor, entry));
    return {
      entries,
      count: await journalCount(db, actor.communityId),
      head: await journalHead(db),
      older: found.length > PAGE ? (found[PAGE - 1]?.seq ?? null) : null,
      newest: before === undefined,
    };
  });
}

/** Walks the whole chain, of all communities: one link missing anywhere would let the rest be rewritten. */
export async function journalVerdict(house: House) {
  const { head, mismatches } = await verifyJournal(house);
  return { count: head.seq, head: head.hash, mismatches };
}

async function lineOf(db: Handle, actor: Actor, entry: JournalEntry) {
  const { seq, at, act, hash, prev, data } = entry;
  return {
    seq,
    at: new Date(at),
    actor: entry.actor,
    act: journalText[act] ?? text.unknownAct(act),
    subject: await subjectOf(db, actor, entry),
    data: JSON.stringify(data, null, 2),
    hash,
    prev,
  };
}

/** The subject in words: what the entry itself says, else the person or the meeting that it is about. */
async function subjectOf(db: Handle, { communityId }: Actor, { subject, data }: JournalEntry): Promise<string> {
  const said = data as Record<string, JsonValue>;
  const document = await documentById(db, subject);
  if (document?.communityId === communityId)
    return [document.number, document.title].filter((word) => word !== "").join(" ");
  const own = wordsIn(said) ?? wordsIn((said.now ?? {}) as Record<string, JsonValue>);
  if (own !== undefined) return own;
  const person = await personById(db, subject);
  const meeting = await meetingByCode(db, String(said.meeting ?? said.code ?? ""));
  const known = [person, meeting].filter((each) => each?.communityId === communityId);
  return known.map((each) => (each && "name" in each ? each.name : (each?.title ?? ""))).join(" · ");
}

function wordsIn(data: Record<string, JsonValue>): string | undefined {
  const title = [data.title, data.name, data.question, data.label].find((word) => typeof word === "string");
  const number = typeof data.number === "number" ? text.issue(data.number) : undefined;
  return number && title ? `${number} ${title}` : (title ?? number);
}
