import { dayOf } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import type { Genre } from "#templates/genre.ts";
import { type GenreId, genres, isGenreId } from "#templates/index.ts";
import { meetingFacts } from "./facts.ts";
import { type DocumentChoices, documentInputs } from "./inputs.ts";

export type DocumentLine = { genre: GenreId; name: string; public: boolean; ready: boolean; missing: string[] };

/** The meeting's papers and what each still lacks. Throws not-found. */
export async function meetingDocuments(house: House, actor: Actor, code: string): Promise<DocumentLine[]> {
  const facts = await meetingFacts(house, actor, code);
  const today = dayOf(house.clock());
  return (Object.keys(genres) as GenreId[]).map((id) => {
    const genre = genres[id] as Genre<never>;
    const missing = genre.missing(documentInputs[id](facts, {}, today) as never);
    return { genre: id, name: genre.name, public: genre.public, ready: missing.length === 0, missing };
  });
}

export type MadeDocument = { fileName: string; bytes: Buffer };

/** The Word file of one paper. Throws not-found, or document-not-ready with `{missing}`. */
export async function meetingDocument(
  house: House,
  actor: Actor,
  code: string,
  id: string,
  choices: DocumentChoices = {},
): Promise<MadeDocument> {
  if (!isGenreId(id)) throw new DomainError("not-found");
  const facts = await meetingFacts(house, actor, code);
  const input = documentInputs[id](facts, choices, dayOf(house.clock()));
  const genre = genres[id] as Genre<typeof input>;
  const missing = genre.missing(input);
  if (missing.length > 0) throw new DomainError("document-not-ready", { missing });
  return { fileName: genre.fileName(input), bytes: await house.typeset(id, input) };
}
