import { GENESIS, type Head, verifyChain } from "#app/domain/journal/chain.ts";
import { tally } from "#app/domain/poll/tally.ts";
import type { House } from "#app/house.ts";
import { verificationText as text } from "#app/text/verification.ts";
import type { Handle } from "#db/connect.ts";
import { journalOf, journalSlice } from "#db/journal.ts";
import { ballotsOf, claimants, closedPolls, type Poll } from "#db/stores/poll.ts";

export type Verification = {
  /** Entries whose links hold, counted from the first. */
  entries: number;
  head: string;
  polls: number;
  /** One Chinese sentence for each mismatch; empty when everything holds. */
  mismatches: string[];
};

const SLICE = 1000;

/** Replays the journal's chain and recounts every closed poll against its result and its journal entry. */
export async function verifyHouse(house: House): Promise<Verification> {
  const chain = await verifyJournal(house);
  const polls = await house.db.read(closedPolls);
  const mismatches = [...chain.mismatches];
  for (const poll of polls) mismatches.push(...(await house.db.read((db) => recount(db, poll))));
  return { entries: chain.head.seq, head: chain.head.hash, polls: polls.length, mismatches };
}

/** The chain alone, walked in slices: a long one does not stand in memory at once. Stops at the first fault. */
export async function verifyJournal(house: House): Promise<{ head: Head; mismatches: string[] }> {
  let head: Head = GENESIS;
  for (;;) {
    const slice = await house.db.read((db) => journalSlice(db, head.seq, SLICE));
    const report = verifyChain(slice, head);
    head = report.head;
    if (report.fault) return { head, mismatches: [text.entry(head.seq + 1, report.fault)] };
    if (slice.length < SLICE) return { head, mismatches: [] };
  }
}

async function recount(db: Handle, poll: Poll): Promise<string[]> {
  const ballots = await ballotsOf(db, poll.id);
  const voters = await claimants(db, poll.id);
  const counted = tally(
    poll.options,
    ballots.map((ballot) => ballot.choice),
  );
  const wrong: string[] = [];
  const compare = (what: string, box: unknown, said: unknown) => {
    if (box !== said) wrong.push(text.poll(poll.question, what, String(box), String(said)));
  };
  compare(text.claims, voters.length, ballots.length);
  compare(text.cast, ballots.length, poll.result?.cast);
  const entry = (await journalOf(db, poll.id)).find((each) => each.act === "close-poll");
  const journalled = entry?.data as Record<string, unknown> | undefined;
  for (const name of ["for", "against", "abstain", "invalid"] as const) {
    compare(text.figures[name], counted[name], poll.result?.[name]);
    compare(text.journalled(text.figures[name]), counted[name], journalled?.[name]);
  }
  if (poll.mode === "secret" && ballots.some((ballot) => ballot.personId !== null)) {
    wrong.push(text.traceable(poll.question));
  }
  return wrong;
}
