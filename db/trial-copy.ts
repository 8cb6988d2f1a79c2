import { and, eq, inArray, or } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database, Handle } from "./connect.ts";
import { sharedWith } from "./stores/method.ts";

/** Tables of which a rehearsal gets the rows named here; what is in none of the two lists is a table that nobody has thought about. */
export const COPIED = [
  "community",
  "ownMethod",
  "ownMethodVersion",
  "roll",
  "body",
  "person",
  "unit",
  "issue",
  "meeting",
  "agendaItem",
  "actionItem",
  "actionReport",
  "poll",
  "attendee",
  "proxy",
] as const;

/** Who may sign in, what was recorded, said or voted: none of it is needed to rehearse, so none of it leaves the real file. */
export const LEFT_OUT = [
  "staff",
  "session",
  "apiToken",
  "journal",
  "installation",
  "speech",
  "claim",
  "ballot",
  "issuedPaper",
  "tellerCount",
  "strawPoll",
  "strawAnswer",
  "helperDevice",
  "namesake",
  "paperEntry",
  "document",
  "numberSeries",
  "posting",
  "postingPhoto",
  "objection",
  "wordingEdit",
  "ownTemplate",
  "ownTemplateVersion",
] as const;

type Tables = Handle["tables"];
export type TrialRows = { [Name in (typeof COPIED)[number]]: Tables[Name]["$inferSelect"][] };

/** What the rehearsed meeting is called by in the copy. `tokenId`: the digest of a person's check-in token there. */
export type TrialNames = {
  meetingId: string;
  code: string;
  title(real: string): string;
  tokenId(personId: string): string;
};

/**
 * What a rehearsal of this meeting needs, as it stands in one moment: its community's own work, and of the people only those on the meeting's
 * roll. Without phone numbers and contacts, and nobody checked in. Undefined when there is no such meeting.
 */
export async function readForTrial(db: Handle, meetingId: string): Promise<TrialRows | undefined> {
  const { meeting } = db.tables;
  const [subject] = await db.select().from(meeting).where(eq(meeting.id, meetingId));
  if (!subject) return undefined;
  return {
    ...(await readMethods(db, subject.communityId)),
    ...(await readPeople(db, subject)),
    ...(await readWork(db, subject)),
  };
}

type Subject = { id: string; communityId: string };

/** The community, and the methods that it writes or that its street gives it. */
async function readMethods(db: Handle, communityId: string) {
  const { community, ownMethod, ownMethodVersion, body } = db.tables;
  const methods = await db
    .select()
    .from(ownMethod)
    .where(or(eq(ownMethod.communityId, communityId), sharedWith(db, communityId)));
  const ids = methods.map(({ id }) => id);
  const owners = [...new Set([communityId, ...methods.map((method) => method.communityId)])];
  const communities = await db.select().from(community).where(inArray(community.id, owners));
  return {
    community: communities.map((row) => ({ ...row, settings: switchesOf(row.settings) })),
    ownMethod: methods,
    ownMethodVersion: await db.select().from(ownMethodVersion).where(inArray(ownMethodVersion.methodId, ids)),
    body: await db.select().from(body).where(eq(body.communityId, communityId)),
  };
}

/** Which methods are on; whom to ring up is nobody's business here. */
function switchesOf({ methodsOn, methodsOff }: TrialRows["community"][number]["settings"]) {
  return { ...(methodsOn ? { methodsOn } : {}), ...(methodsOff ? { methodsOff } : {}) };
}

async function readPeople(db: Handle, { id, communityId }: Subject) {
  const { attendee, person, roll, unit, proxy } = db.tables;
  const lines = await db.select().from(attendee).where(eq(attendee.meetingId, id));
  const onRoll = db.select({ id: attendee.personId }).from(attendee).where(eq(attendee.meetingId, id));
  const people = await db.select().from(person).where(inArray(person.id, onRoll));
  return {
    roll: await db.select().from(roll).where(eq(roll.communityId, communityId)),
    person: people.map((row) => ({ ...row, phone: "" })),
    unit: await db.select().from(unit).where(inArray(unit.ownerId, onRoll)),
    attendee: lines.map((line) => ({ ...line, presentAt: null, via: null, keyId: null, tokenRound: 1 })),
    proxy: await db.select().from(proxy).where(eq(proxy.meetingId, id)),
  };
}

/** Issues, meetings with their agendas, what was promised, and the polls: those prepared for this meeting, of others those that were counted. */
async function readWork(db: Handle, { id, communityId }: Subject) {
  const { issue, meeting, agendaItem, actionItem, actionReport, poll } = db.tables;
  const ours = db.select({ id: meeting.id }).from(meeting).where(eq(meeting.communityId, communityId));
  const prepared = and(eq(poll.meetingId, id), eq(poll.state, "draft"));
  const counted = and(inArray(poll.meetingId, ours), eq(poll.state, "closed"));
  const polls = await db.select().from(poll).where(or(prepared, counted));
  return {
    issue: await db.select().from(issue).where(eq(issue.communityId, communityId)),
    meeting: await db.select().from(meeting).where(eq(meeting.communityId, communityId)),
    agendaItem: await db.select().from(agendaItem).where(inArray(agendaItem.meetingId, ours)),
    actionItem: await db.select().from(actionItem).where(eq(actionItem.communityId, communityId)),
    actionReport: await db.select().from(actionReport).where(inArray(actionReport.meetingId, ours)),
    poll: polls.map((row) => ({ ...row, roundOf: null })),
  };
}

/** The same rows with the rehearsed meeting under its own id, code and title: nothing that opens the one opens the other. */
export function renamed(rows: TrialRows, realId: string, names: TrialNames): TrialRows {
  const idOf = <Id extends string | null>(id: Id) => (id === realId ? names.meetingId : id);
  const moved = <Row extends { meetingId: string | null }>(all: Row[]): Row[] =>
    all.map((row) => ({ ...row, meetingId: idOf(row.meetingId) }));
  return {
    ...rows,
    meeting: rows.meeting.map((row) =>
      row.id === realId ? { ...row, id: names.meetingId, code: names.code, title: names.title(row.title) } : row,
    ),
    attendee: moved(rows.attendee).map((line) => ({ ...line, tokenId: names.tokenId(line.personId) })),
    proxy: moved(rows.proxy),
    agendaItem: moved(rows.agendaItem),
    actionItem: moved(rows.actionItem),
    actionReport: moved(rows.actionReport),
    poll: moved(rows.poll),
  };
}

/** Rows per write: the event loop gets its turn in between, as people may be voting in the real house. */
const CHUNK = 500;

/** Puts the rows into an empty database, what is pointed to before what points to it. */
export async function writeForTrial(db: Database, rows: TrialRows): Promise<void> {
  for (const name of COPIED) {
    for (let at = 0; at < rows[name].length; at += CHUNK) {
      const piece: Record<string, unknown>[] = rows[name].slice(at, at + CHUNK);
      await db.write(async (handle) => void (await handle.insert(handle.tables[name] as SQLiteTable).values(piece)));
    }
  }
}
