import { documentChoices } from "#app/domain/document/choices.ts";
import type { UnusedWording, Wording, WordingOnPage, WordingVersion } from "#app/domain/document/wording.ts";
import type { House } from "#app/house.ts";
import { type WordingEdit, wordingEditsOf } from "#db/stores/wording.ts";
import { type Chosen, chosen } from "./choices.ts";
import { prepare } from "./index.ts";
import type { SourceFacts } from "./inputs.ts";

/** Under which id the source's edits and documents are kept: a meeting's address may change, its id does not. */
export function sourceIdOf(facts: SourceFacts): string {
  if (facts.kind === "period") return facts.period.id;
  return facts.kind === "issue" ? facts.issue.id : facts.meeting.id;
}

/**
 * The wordings of a paper as staff edit them: with names and rooms, also where the paper hides them, so that one edit serves both versions of
 * it. Undefined where the source has no such paper.
 */
export function editableWordings(facts: SourceFacts, genre: string, now: Date): Wording[] | undefined {
  const usual = chosen(facts, documentChoices.parse({ masked: "0" }), now);
  return prepare(facts, genre, usual)?.wordings();
}

type WordingsPage = { wordings: WordingOnPage[]; unused: UnusedWording[] };

/** The wordings of one paper with all their versions. */
export async function wordingsPage(
  house: House,
  facts: SourceFacts,
  genre: string,
  choice: Chosen,
): Promise<WordingsPage> {
  const editable = editableWordings(facts, genre, house.clock()) ?? [];
  const printed = new Map(
    prepare(facts, genre, choice)
      ?.wordings()
      .map((each) => [each.key, each]),
  );
  const rows = await house.db.read((db) => wordingEditsOf(db, facts.community.id, sourceIdOf(facts), genre));
  const versionsOf = (key: string) => rows.filter((row) => row.key === key).map(versionIn);
  const known = new Set(editable.map(({ key }) => key));
  return {
    wordings: editable.map(({ key, label, generated, figures, text }) => ({
      ...{ key, label, generated, figures },
      printedFigures: printed.get(key)?.figures ?? figures,
      printed: printed.get(key)?.text ?? text,
      versions: versionsOf(key),
    })),
    unused: [...new Set(rows.map((row) => row.key))]
      .filter((key) => !known.has(key))
      .map((key) => ({ key, versions: versionsOf(key) })),
  };
}

const versionIn = ({ place, text, generated, editedBy, editedAt }: WordingEdit): WordingVersion => ({
  ...{ place, text, generated },
  ...{ editedBy, editedAt },
});
