import type { DocumentChoices } from "#app/domain/document/choices.ts";
import type { SourceRef } from "#app/domain/document/source.ts";
import type { Wording } from "#app/domain/document/wording.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { documentText as text } from "#app/text/documents.ts";
import type { Content } from "#templates/content.ts";
import type { Gap, Genre } from "#templates/genre.ts";
import { type GenreId, genres, isGenreId } from "#templates/index.ts";
import { type Chosen, chosen } from "./choices.ts";
import { meetingFacts } from "./facts.ts";
import { inputOf, type SourceFacts } from "./inputs.ts";
import { issueFacts } from "./issue-facts.ts";
import { issuerOf } from "./issuer.ts";
import { periodFacts } from "./period-facts.ts";

/** A paper as it can be made now: what it lacks, what it would say. */
export type Prepared = {
  genre: GenreId;
  name: string;
  public: boolean;
  gaps: Gap[];
  fileName: string;
  /** Throws invalid-value naming `layout` where the layout chosen is not for this community. */
  content(): Content;
  wordings(): Wording[];
};

/** All that the source's papers are made from. `id` is a meeting's code, an issue's id or a period. Throws not-found, trial-run. */
export function sourceFacts(house: House, actor: Actor, { kind, id }: SourceRef): Promise<SourceFacts> {
  if (kind === "meeting") return meetingFacts(house, actor, id);
  return kind === "issue" ? issueFacts(house, actor, id) : periodFacts(house, actor, id);
}

/** One paper of the source; undefined where there is no such genre or it is not made from such a source. */
export function prepare(facts: SourceFacts, id: string, choices: Chosen): Prepared | undefined {
  if (!isGenreId(id) || !isHeld(facts, id)) return undefined;
  const input = inputOf(id, facts, choices);
  if (input === undefined) return undefined;
  const genre = genres[id] as unknown as Genre<typeof input>;
  const edits = facts.edits.get(id) ?? {};
  return {
    genre: id,
    name: genre.name,
    public: genre.public,
    gaps: genre.gaps(input),
    fileName: genre.fileName(input),
    content: () => genre.content(input, { edits, issuer: issuerOf(facts.community, id, choices) }),
    wordings: () => genre.wordings(input, edits),
  };
}

/** A meeting that was called off has no papers but the one that says so. */
function isHeld(facts: SourceFacts, id: GenreId): boolean {
  return facts.kind !== "meeting" || facts.meeting.state !== "cancelled" || CALLED_OFF.has(id);
}

const CALLED_OFF: ReadonlySet<string> = new Set(["meeting-notice"]);

export type DocumentLine = { genre: GenreId; name: string; public: boolean; ready: boolean; missing: string[] };

/** The papers of a meeting, an issue or a period, and what each still lacks. Throws not-found. */
export async function documentLines(house: House, actor: Actor, source: SourceRef): Promise<DocumentLine[]> {
  const facts = await sourceFacts(house, actor, source);
  return papersOf(facts, chosen(facts, {}, house.clock())).map(({ gaps, ...line }) => ({
    ...line,
    missing: gaps.map(({ part }) => part),
  }));
}

export type Paper = Omit<DocumentLine, "missing"> & { gaps: Gap[] };

/** Each kind of paper that the source can give, in the order in which they are needed, with the parts it lacks. */
export function papersOf(facts: SourceFacts, choices: Chosen): Paper[] {
  return (Object.keys(genres) as GenreId[]).flatMap((id) => {
    const paper = prepare(facts, id, choices);
    if (!paper) return [];
    const { genre, name, gaps } = paper;
    return [{ genre, name, public: paper.public, ready: gaps.length === 0, gaps }];
  });
}

export type MadeDocument = { fileName: string; bytes: Buffer };

/** The Word file of one paper. Throws not-found, invalid-value for a choice that cannot be, document-not-ready with `{missing}`. */
export async function madeDocument(
  house: House,
  actor: Actor,
  source: SourceRef,
  id: string,
  choices: DocumentChoices = {},
): Promise<MadeDocument> {
  if (!isGenreId(id)) throw new DomainError("not-found");
  const facts = await sourceFacts(house, actor, source);
  const choice = chosen(facts, choices, house.clock());
  const paper = prepare(facts, id, choice);
  if (!paper) {
    const calledOff = facts.kind === "meeting" && facts.meeting.state === "cancelled";
    throw calledOff
      ? new DomainError("document-not-ready", { missing: [text.calledOff] })
      : new DomainError("not-found");
  }
  const missing = paper.gaps.map(({ part }) => part);
  if (missing.length > 0) throw new DomainError("document-not-ready", { missing });
  return { fileName: paper.fileName, bytes: await house.typeset(paper.content(), choice.layout) };
}
