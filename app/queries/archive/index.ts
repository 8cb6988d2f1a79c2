import { dayOf } from "#app/domain/calendar/day.ts";
import { fileSafe } from "#app/domain/document/file-name.ts";
import type { SourceRef } from "#app/domain/document/source.ts";
import type { Actor, House } from "#app/house.ts";
import { type MeetingFacts, meetingFacts } from "#app/queries/documents/facts.ts";
import { type PeriodFacts, periodFacts } from "#app/queries/documents/period-facts.ts";
import { attendanceOf, PERIOD_SHEETS, periodSheetOf } from "#app/queries/sheets/index.ts";
import { periodText as text } from "#app/text/periods.ts";
import { journalHead } from "#db/journal.ts";
import type { ArchivePart } from "./file.ts";
import { type About, withManifest } from "./manifest.ts";
import { meetingData, sourcesOf } from "./meeting-data.ts";
import { GENRES, issuedOf, papersOf, type Watch } from "./papers.ts";
import { zipped } from "./zip.ts";

export type Archive = {
  fileName: string;
  /** How many steps it takes, all of them together. */
  total: number;
  /** The zip as it is made; stops within one paper when nobody asks for more. */
  pieces(watch: Watch): AsyncGenerator<Uint8Array>;
};

/**
 * 一会一卷, or the file of a month, a quarter or a year: papers, data, sheets and a manifest, made while they are sent. Facts are read one meeting
 * at a time. Throws not-found, trial-run, before anything is sent.
 */
export async function archiveOf(house: House, actor: Actor, { kind, id }: SourceRef): Promise<Archive> {
  return kind === "meeting"
    ? meetingArchive(house, actor, await meetingFacts(house, actor, id))
    : periodArchive(house, actor, await periodFacts(house, actor, id));
}

async function meetingArchive(house: House, actor: Actor, facts: MeetingFacts): Promise<Archive> {
  const { title, startsAt, code } = facts.meeting;
  const about = await aboutIt(house, actor, facts, { kind: "meeting", id: code, name: title });
  return {
    fileName: `${dayOf(startsAt)}-${text.archive.meeting}-${fileSafe(title)}.zip`,
    total: GENRES.length,
    pieces: (watch) => zipped(withManifest(about, meetingParts(house, facts, "", watch)), about.madeAt),
  };
}

async function periodArchive(house: House, actor: Actor, facts: PeriodFacts): Promise<Archive> {
  const { period, meetings } = facts;
  const about = await aboutIt(house, actor, facts, { kind: "period", id: period.id, name: period.name });
  // The facts of the whole period go once its own papers are made.
  const codes = meetings.map(({ meeting }) => meeting.code);
  return {
    fileName: `${period.name}-${text.archive.period}-${fileSafe(facts.community.name)}.zip`,
    total: (codes.length + 1) * GENRES.length,
    pieces: (watch) => zipped(withManifest(about, periodParts(house, actor, facts, codes, watch)), about.madeAt),
  };
}

async function aboutIt(
  house: House,
  actor: Actor,
  { community }: MeetingFacts | PeriodFacts,
  of: About["of"],
): Promise<About> {
  const { seq, hash } = await house.db.read(journalHead);
  const { name, demonstration } = community;
  return { community: name, of, demonstration, madeAt: house.clock(), madeBy: actor.name, journal: { seq, hash } };
}

async function* meetingParts(
  house: House,
  facts: MeetingFacts,
  folder: string,
  watch: Watch,
): AsyncGenerator<ArchivePart> {
  yield* papersOf(house, facts, folder, watch);
  yield* issuedOf(house, facts, sourcesOf(facts), folder);
  yield* meetingData(house, facts, folder);
  const { fileName, bytes } = await attendanceOf(house, facts);
  yield { path: `${folder}${fileName}`, bytes, packed: true };
}

async function* periodParts(
  house: House,
  actor: Actor,
  facts: PeriodFacts,
  codes: readonly string[],
  watch: Watch,
): AsyncGenerator<ArchivePart> {
  yield* papersOf(house, facts, "", watch);
  yield* issuedOf(house, facts, [facts.period.id], "");
  for (const sheet of PERIOD_SHEETS) {
    const { fileName, bytes } = await periodSheetOf(house, facts, sheet);
    yield { path: `${text.archive.sheets}/${fileName}`, bytes, packed: true };
  }
  for (const [index, code] of codes.entries()) {
    const meeting = await meetingFacts(house, actor, code);
    yield* meetingParts(house, meeting, folderOf(meeting, index), watch);
  }
}

/** Numbered, so that folders of one day and title are told apart and stand in the order of the meetings. */
function folderOf({ meeting: { startsAt, title } }: MeetingFacts, index: number): string {
  const place = String(index + 1).padStart(2, "0");
  return `${text.archive.meetings}/${place}-${dayOf(startsAt)}-${Array.from(fileSafe(title)).slice(0, 40).join("").trim()}/`;
}
