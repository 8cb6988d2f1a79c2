import { differs, methodsNamed, replayIssue } from "#app/domain/issue/replay.ts";
import { GENESIS, type Head, verifyChain } from "#app/domain/journal/chain.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { agreedCount, countsOf, takesPhones } from "#app/domain/poll/count.ts";
import { resultParts, sumOf } from "#app/domain/poll/parts.ts";
import { castIn, tally } from "#app/domain/poll/tally.ts";
import type { House } from "#app/house.ts";
import { verificationText as text } from "#app/text/verification.ts";
import type { Handle } from "#db/connect.ts";
import { journalOf, journalSlice } from "#db/journal.ts";
import { countPapers, tellerEntries } from "#db/stores/count.ts";
import { issueById, issueIds } from "#db/stores/issue.ts";
import { methodOf } from "#db/stores/method.ts";
import { ballotsOf, claimants, closedPolls, type Poll } from "#db/stores/poll.ts";

export type Verification = {
  /** Entries whose links hold, counted from the first. */
  entries: number;
  head: string;
  polls: number;
  issues: number;
  /** One Chinese sentence for each mismatch; empty when everything holds. */
  mismatches: string[];
};

const SLICE = 1000;

/**
 * Replays the journal's chain, recounts every closed poll against its result and its journal entry, and walks every issue's entries again
 * to the stage where it stands.
 */
export async function verifyHouse(house: House): Promise<Verification> {
  const chain = await verifyJournal(house);
  const polls = await house.db.read(closedPolls);
  const mismatches = [...chain.mismatches];
  for (const poll of polls) mismatches.push(...(await house.db.read((db) => recount(db, poll))));
  const walked = await replayIssues(house);
  mismatches.push(...walked.mismatches);
  const { seq: entries, hash: head } = chain.head;
  return { entries, head, polls: polls.length, issues: walked.issues, mismatches };
}

/** Every issue in slices, each in a reading of its own. */
async function replayIssues(house: House): Promise<{ issues: number; mismatches: string[] }> {
  const mismatches: string[] = [];
  let issues = 0;
  for (let after = ""; ; ) {
    const ids = await house.db.read((db) => issueIds(db, after, SLICE));
    for (const id of ids) mismatches.push(...(await house.db.read((db) => replayOne(db, id))));
    issues += ids.length;
    if (ids.length < SLICE) return { issues, mismatches };
    after = ids.at(-1) ?? after;
  }
}

async function replayOne(db: Handle, id: string): Promise<string[]> {
  const issue = await issueById(db, id);
  if (!issue) return [];
  const entries = await journalOf(db, id);
  const methods = new Map<string, MethodDefinition>();
  const key = ({ method, version }: { method: string; version: number }) => `${method}@${version}`;
  for (const wanted of methodsNamed(entries)) methods.set(key(wanted), await methodOf(db, wanted));
  const replayed = replayIssue(entries, (wanted) => methods.get(key(wanted)));
  if (replayed.fault) return [text.issue(issue.number, replayed.fault.seq, replayed.fault.message)];
  const difference = differs(replayed, issue.process);
  const stage = issue.stage === issue.process.value ? null : `${issue.stage} ≠ ${issue.process.value}`;
  return [difference, stage].flatMap((each) => (each ? [text.issueDiffers(issue.number, each)] : []));
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
  const wrong: string[] = [];
  const compare = (what: string, box: unknown, said: unknown) => {
    if (box !== said) wrong.push(text.poll(poll.question, what, String(box), String(said)));
  };
  const { counts, disagreeing } = await agreed(db, poll);
  wrong.push(...disagreeing);
  const box = tally(
    poll.options,
    ballots.map((ballot) => ballot.choice),
  );
  const counted = sumOf([box, ...counts.map(({ count }) => count)]);
  // Whoever holds a paper has spent the credential without a ballot in this box.
  compare(text.claims, voters.length - (await countPapers(db, poll.id)), ballots.length);
  compare(text.cast, castIn(counted), poll.result?.cast);
  const entry = (await journalOf(db, poll.id)).find((each) => each.act === "close-poll");
  const journalled = entry?.data as Record<string, unknown> | undefined;
  for (const name of ["for", "against", "abstain", "invalid"] as const) {
    compare(text.figures[name], counted[name], poll.result?.[name]);
    compare(text.journalled(text.figures[name]), counted[name], journalled?.[name]);
  }
  const parts = wordsOf(resultParts(poll.mode, takesPhones(poll) ? box : null, counts));
  compare(text.parts, parts, wordsOf(poll.result?.parts));
  compare(text.journalled(text.parts), parts, wordsOf(journalled?.parts));
  if (poll.mode === "secret" && ballots.some((ballot) => ballot.personId !== null)) {
    wrong.push(text.traceable(poll.question));
  }
  return wrong;
}

/** The tellers' counts, each entered by both: what a closed poll holds besides its box. */
async function agreed(db: Handle, poll: Poll) {
  const entered = await tellerEntries(db, poll.id);
  const disagreeing = [...entered]
    .filter(([, entries]) => agreedCount(entries) === null)
    .map(([method]) => text.tellers(poll.question, method));
  const counts = countsOf(poll).flatMap((method) => {
    const count = agreedCount(entered.get(method) ?? []);
    return count ? [{ method, count }] : [];
  });
  return { counts, disagreeing };
}

/** Parts as one line, whatever order their members were stored in. */
function wordsOf(parts: unknown): string {
  if (!Array.isArray(parts)) return "";
  return parts
    .map((part: Record<string, unknown>) =>
      Object.keys(part)
        .sort()
        .map((name) => `${name} ${part[name]}`)
        .join(","),
    )
    .join("; ");
}
