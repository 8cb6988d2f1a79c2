import { redirect } from "@remix-run/node";
import { z } from "zod";
import { answerInput, answerObjection } from "#app/commands/answer-objection.ts";
import { changeDraft, draftChanges } from "#app/commands/change-draft.ts";
import { checkDocument } from "#app/commands/check-document.ts";
import { correctDocument, correctionInput } from "#app/commands/correct-document.ts";
import { dropDocument } from "#app/commands/drop-document.ts";
import { editionField } from "#app/commands/fields.ts";
import { issueDocument } from "#app/commands/issue-document.ts";
import { postDocument, postingInput } from "#app/commands/post-document.ts";
import { objectionInput, registerObjection } from "#app/commands/register-objection.ts";
import { takeDownInput, takeDownPosting } from "#app/commands/take-down-posting.ts";
import { PHOTO_LIMIT } from "#app/domain/document/photo.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { boundedForm } from "#app/routes/shared/upload.ts";
import type { lifeText } from "#app/text/document-life.ts";

/** The picture, and some for the fields around it. */
const LARGEST = PHOTO_LIMIT + 100_000;

/** The fields and the picture that were sent, if any. Throws too-large, malformed. */
export async function documentForm(request: Request): Promise<{ form: FormData; photo?: Uint8Array }> {
  const sent = await boundedForm(request, LARGEST, { limit: PHOTO_LIMIT });
  const form = new FormData();
  let photo: Uint8Array | undefined;
  for (const [name, value] of sent) {
    if (typeof value === "string") form.append(name, value);
    else if (name === "photo" && value.size > 0) photo = new Uint8Array(await value.arrayBuffer());
  }
  return photo ? { form, photo } : { form };
}

const digestField = z.object({ digest: z.string().max(100) });

/** One act of a document's page; leads back to the page, or to the correction that was begun. */
export async function actOnDocument(
  house: House,
  actor: Actor,
  id: string,
  form: FormData,
  photo?: Uint8Array,
): Promise<never> {
  const typed = Object.fromEntries(form);
  const seen = () => ({ id, ...z.object({ version: editionField }).parse(typed) });
  const acts: Record<string, () => Promise<unknown>> = {
    check: () => checkDocument(house, actor, { ...seen(), ...digestField.parse(typed) }).then(() => to("checked")),
    issue: () => issueDocument(house, actor, seen()).then(() => to("issued")),
    drop: () => dropDocument(house, actor, seen()).then(() => to("dropped")),
    change: () => changeDraft(house, actor, seen(), changesIn(typed)).then(() => to("changed")),
    correct: () =>
      correctDocument(house, actor, seen(), correctionInput.parse(typed)).then((made) => to("corrected", made.id)),
    post: () => postDocument(house, actor, id, postingInput.parse(typed), photo).then(() => to("posted")),
    "take-down": () => takeDownPosting(house, actor, id, takeDownInput.parse(typed), photo).then(() => to("down")),
    object: () => registerObjection(house, actor, id, objectionInput.parse(typed)).then(() => to("objected")),
    answer: () => answerObjection(house, actor, id, answerInput.parse(typed)).then(() => to("answered")),
  };
  const to = (done: keyof typeof lifeText.done, other = id) => {
    throw redirect(`/desk/documents/${other}?done=${done}`);
  };
  const act = Object.hasOwn(acts, String(typed.intent)) ? acts[String(typed.intent)] : undefined;
  if (!act) throw new DomainError("malformed");
  await act();
  throw new DomainError("malformed");
}

/** What the form does not name stays as it is: what the schema puts in its place is left out. */
function changesIn(typed: Record<string, unknown>) {
  const parsed = draftChanges.parse(typed);
  return Object.fromEntries(Object.entries(parsed).filter(([name]) => name in typed));
}
