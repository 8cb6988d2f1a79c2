import { faultsOfSeries } from "#app/domain/document/number.ts";
import { sealOf } from "#app/domain/document/seal.ts";
import { dataOf, type JournalEntry } from "#app/domain/journal/chain.ts";
import type { House } from "#app/house.ts";
import { verificationText as text } from "#app/text/verification.ts";
import type { Handle } from "#db/connect.ts";
import { journalOf, subjectsOf } from "#db/journal.ts";
import { type Document, documentById, documentIds, everySeries, placesOf } from "#db/stores/document.ts";
import { photosOf } from "#db/stores/posting.ts";

const SLICE = 500;

/** How many documents are issued, and one sentence for each of them that is not what the journal sealed, or whose number series has a gap. */
export async function verifyDocuments(house: House): Promise<{ documents: number; mismatches: string[] }> {
  const mismatches = await house.db.read(faultsOfAllSeries);
  mismatches.push(...(await house.db.read(vanished)));
  let documents = 0;
  for (let after = ""; ; ) {
    const ids = await house.db.read((db) => documentIds(db, after, SLICE));
    for (const id of ids) {
      const found = await verifyOne(house, id).catch((error: unknown) => ({
        issued: false,
        mismatches: [text.documentUnreadable(id, error instanceof Error ? error.message : String(error))],
      }));
      if (found.issued) documents += 1;
      mismatches.push(...found.mismatches);
    }
    if (ids.length < SLICE) return { documents, mismatches };
    after = ids.at(-1) ?? after;
  }
}

async function verifyOne(house: House, id: string): Promise<{ issued: boolean; mismatches: string[] }> {
  const { document, entries, photos } = await house.db.read(async (db) => ({
    document: await documentById(db, id),
    entries: await journalOf(db, id),
    photos: await photosOf(db, id),
  }));
  if (!document) return { issued: false, mismatches: [] };
  const name = text.documentName(document.number, document.title);
  const torn = async (digest: string | null, sentence: string) =>
    digest === null || (await house.files.isWhole(digest)) ? [] : [sentence];
  const issued = document.state === "issued";
  return {
    issued,
    mismatches: [
      ...rowFaults(document, entries, name),
      ...(await torn(issued ? (document.content ?? "") : null, text.documentContent(name))),
      ...(await torn(issued ? document.file : null, text.documentFile(name))),
      ...(await Promise.all(photos.map(({ file }) => torn(file, text.documentPhoto(name))))).flat(),
    ],
  };
}

/** The row against what the journal says of its issue. */
function rowFaults(document: Document, entries: readonly JournalEntry[], name: string): string[] {
  const sealed = entries.find(({ act }) => act === "issue-document");
  const set = entries.find(({ act }) => act === "set-document");
  if (!sealed) return document.state === "issued" ? [text.documentNotJournalled(name)] : [];
  const file = set ? dataOf(set).file : null;
  return [
    ...(dataOf(sealed).seal === sealOf(document) ? [] : [text.documentChanged(name)]),
    ...(file === document.file ? [] : [text.documentOtherFile(name)]),
  ];
}

/** Numbers that a series lacks or holds twice. */
async function faultsOfAllSeries(db: Handle): Promise<string[]> {
  const faults: string[] = [];
  for (const { last, ...series } of await everySeries(db)) {
    const places = faultsOfSeries(await placesOf(db, series), last);
    if (places.length > 0) faults.push(text.series(series.code, series.year, places));
  }
  return faults;
}

/** Documents that the journal issued and that are there no more. */
async function vanished(db: Handle): Promise<string[]> {
  const gone: string[] = [];
  for (const id of await subjectsOf(db, "issue-document")) {
    if (!(await documentById(db, id))) gone.push(text.documentVanished(id));
  }
  return gone;
}
