import { fileSafe } from "#app/domain/document/file-name.ts";
import type { House } from "#app/house.ts";
import { chosen } from "#app/queries/documents/choices.ts";
import { prepare } from "#app/queries/documents/index.ts";
import type { SourceFacts } from "#app/queries/documents/inputs.ts";
import { periodText as text } from "#app/text/periods.ts";
import { issuedDocumentsOf } from "#db/stores/period.ts";
import { genres } from "#templates/index.ts";
import type { ArchivePart } from "./file.ts";

/** The genres that are tried for each source: what progress is counted in. */
export const GENRES = Object.keys(genres);

/** What goes on beside the making: `step` after each genre that was tried, `lacking` for each paper that is not there, `failed` for what nobody foresaw. */
export type Watch = { step(): void; lacking(): void; failed(error: unknown): void };

/** All papers of the source that are ready, set in type one after another, so that nobody who votes meanwhile waits for them; and what the others lack. */
export async function* papersOf(
  house: House,
  facts: SourceFacts,
  folder: string,
  { step, lacking, failed }: Watch,
): AsyncGenerator<ArchivePart> {
  const choices = chosen(facts, {}, house.clock());
  for (const id of GENRES) {
    const paper = prepare(facts, id, choices);
    const missing = (parts: string[]) => {
      lacking();
      return { missing: { paper: `${folder}${paper?.name ?? id}`, parts } };
    };
    if (paper && paper.gaps.length > 0) yield missing(paper.gaps.map(({ part }) => part));
    else if (paper) {
      const path = `${folder}${text.archive.papers}/${paper.fileName}`;
      try {
        yield { path, bytes: await house.typeset(paper.content(), choices.layout), packed: true };
      } catch (error) {
        // One paper that cannot be made shall not cost somebody all the others.
        failed(error);
        yield missing([text.archive.notSet]);
      }
    }
    step();
  }
}

/** What was issued of these sources (ids of a meeting and its issues, a period), byte for byte as it was issued. */
export async function* issuedOf(
  house: House,
  { community }: SourceFacts,
  sourceIds: string[],
  folder: string,
): AsyncGenerator<ArchivePart> {
  const issued = await house.db.read((db) => issuedDocumentsOf(db, community.id, sourceIds));
  for (const { title, number, file, correctsId } of issued) {
    const name = [number, title, correctsId ? text.archive.correction : ""].filter((part) => part !== "").join("-");
    const path = `${folder}${text.archive.issued}/${fileSafe(name)}.docx`;
    const bytes = file ? await house.files.get(file).catch(() => null) : null;
    yield bytes ? { path, bytes, packed: true } : { missing: { paper: path, parts: [text.archive.fileLost] } };
  }
}
