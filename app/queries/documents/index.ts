import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { documentText as text } from "#app/text/documents.ts";
import type { Gap, Genre } from "#templates/genre.ts";
import { type GenreId, genres, isGenreId } from "#templates/index.ts";
import { type Chosen, chosen, type DocumentChoices } from "./choices.ts";
import { type MeetingFacts, meetingFacts } from "./facts.ts";
import { documentInputs } from "./inputs.ts";

export type DocumentLine = { genre: GenreId; name: string; public: boolean; ready: boolean; missing: string[] };

/** The meeting's papers and what each still lacks. Throws not-found. */
export async function meetingDocuments(house: House, actor: Actor, code: string): Promise<DocumentLine[]> {
  const facts = await meetingFacts(house, actor, code);
  return papersOf(facts, chosen(facts, {}, house.clock())).map(({ gaps, ...line }) => ({
    ...line,
    missing: gaps.map(({ part }) => part),
  }));
}

export type Paper = Omit<DocumentLine, "missing"> & { gaps: Gap[] };

/** Each kind of paper, in the order in which a meeting needs them, with the parts it lacks; none of a meeting that was called off. */
export function papersOf(facts: MeetingFacts, choices: Chosen): Paper[] {
  if (facts.meeting.state === "cancelled") return [];
  return (Object.keys(genres) as GenreId[]).map((id) => {
    const genre = genres[id] as Genre<never>;
    const gaps = genre.gaps(documentInputs[id](facts, choices) as never);
    return { genre: id, name: genre.name, public: genre.public, ready: gaps.length === 0, gaps };
  });
}

export type MadeDocument = { fileName: string; bytes: Buffer };

/** The Word file of one paper. Throws not-found, invalid-value for the notice's first day, document-not-ready with `{missing}`. */
export async function meetingDocument(
  house: House,
  actor: Actor,
  code: string,
  id: string,
  choices: DocumentChoices = {},
): Promise<MadeDocument> {
  if (!isGenreId(id)) throw new DomainError("not-found");
  const facts = await meetingFacts(house, actor, code);
  if (facts.meeting.state === "cancelled") throw new DomainError("document-not-ready", { missing: [text.calledOff] });
  const input = documentInputs[id](facts, chosen(facts, choices, house.clock()));
  const genre = genres[id] as Genre<typeof input>;
  const missing = genre.missing(input);
  if (missing.length > 0) throw new DomainError("document-not-ready", { missing });
  return { fileName: genre.fileName(input), bytes: await house.typeset(id, input) };
}
