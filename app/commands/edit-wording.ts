import { z } from "zod";
import type { SourceRef } from "#app/domain/document/source.ts";
import { asOneParagraph, LONGEST_WORDING, strangeNames, type Wording } from "#app/domain/document/wording.ts";
import { DomainError } from "#app/domain/errors.ts";
import { cleanText } from "#app/domain/plain-text.ts";
import type { Actor, House } from "#app/house.ts";
import { sourceFacts } from "#app/queries/documents/index.ts";
import { editableWordings, sourceIdOf } from "#app/queries/documents/wordings.ts";
import { wordingText as text } from "#app/text/wording.ts";
import type { Handle } from "#db/connect.ts";
import { documentsOfSource, saveDocument } from "#db/stores/document.ts";
import { insertWordingEdit, latestWordingEdit, type WordingEdit } from "#db/stores/wording.ts";
import { record } from "./record.ts";

const editWordingInput = z.object({
  key: z.string().min(1).max(200),
  /** Null goes back to the generated wording. */
  text: z
    .string()
    .transform((raw) => asOneParagraph(cleanText(raw, { multiline: true })))
    .pipe(z.string().min(1, text.empty).max(LONGEST_WORDING, text.tooLong(LONGEST_WORDING)))
    .nullable(),
  /** Place of the last version that the person saw, 0 for none. */
  seen: z.coerce.number().int().min(0),
});
export type EditWording = z.input<typeof editWordingInput>;

/** `details` of the refusal when somebody else saved a version first. */
export type StaleWording = { current: Pick<WordingEdit, "place" | "text" | "editedBy" | "editedAt"> };

/**
 * Puts other words in place of a generated wording of a paper, or goes back to it: a further version, with an entry in the journal. What says
 * the same as what is in force adds none. Answers the last version's place. Throws not-found, trial-run, invalid-value naming `text`, stale
 * `StaleWording`.
 */
export async function editWording(
  house: House,
  actor: Actor,
  source: SourceRef,
  genre: string,
  raw: EditWording,
): Promise<{ key: string; place: number }> {
  const { key, text: typed, seen } = editWordingInput.parse(raw);
  const facts = await sourceFacts(house, actor, source);
  const wording = editableWordings(facts, genre, house.clock())?.find((each) => each.key === key);
  if (!wording) throw new DomainError("not-found");
  // Whoever saves the generated words unchanged wants them to follow the data.
  const wanted = typed === wording.generated ? null : typed;
  if (wanted !== null) requireKnown(wanted, wording);
  const at = { communityId: actor.communityId, sourceId: sourceIdOf(facts), genre, key };
  return house.db.write(async (db) => {
    const last = await latestWordingEdit(db, at);
    if ((last?.text ?? null) === wanted) return { key, place: last?.place ?? 0 };
    if (last && last.place !== seen) throw new DomainError("stale", staleBy(last));
    const place = (last?.place ?? 0) + 1;
    const edited = { id: house.newId(), ...at, sourceKind: source.kind, text: wanted, generated: wording.generated };
    await insertWordingEdit(db, { ...edited, place, editedBy: actor.name, editedAt: house.clock() });
    await record(house, db, actor, "edit-wording", at.sourceId, { genre, key, place, text: wanted });
    await becomeDrafter(db, actor, at);
    return { key, place };
  });
}

/** Whoever wrote some of the words of a paper on its way is who drafted it, and checks it no more than any other choice of theirs. */
async function becomeDrafter(db: Handle, actor: Actor, at: Pick<WordingEdit, "communityId" | "sourceId" | "genre">) {
  for (const { id, genre, state, version } of await documentsOfSource(db, at.communityId, at.sourceId)) {
    const begun = state === "draft" || state === "checked";
    if (begun && genre === at.genre) await saveDocument(db, id, { draftedBy: actor.staffId }, version);
  }
}

function staleBy({ place, text, editedBy, editedAt }: WordingEdit): StaleWording {
  return { current: { place, text, editedBy, editedAt } };
}

function requireKnown(typed: string, wording: Wording): void {
  const strange = strangeNames(typed, wording);
  if (strange.length === 0) return;
  const known = Object.keys(wording.figures);
  throw new DomainError("invalid-value", [{ field: "text", message: text.strange(strange, known) }]);
}
