import { editWording } from "#app/commands/edit-wording.ts";
import type { SourceRef } from "#app/domain/document/source.ts";
import type { Actor, House } from "#app/house.ts";
import { formAnswer } from "#app/routes/shared/answer.ts";

/** Whether a form of the papers page is about a wording: the rest is its own page's. */
export const isAboutWording = (form: FormData): boolean =>
  ["edit-wording", "restore-wording"].includes(String(form.get("intent")));

/** Saves a wording of one of the source's papers, or goes back to the generated one. */
export function wordingAct(house: House, actor: Actor, source: SourceRef, form: FormData) {
  const { intent, genre = "", key = "", text = "", seen = "" } = Object.fromEntries(form) as Record<string, string>;
  const back = intent === "restore-wording" || form.get("restore") === "1";
  return formAnswer(form, async () => {
    const saved = await editWording(house, actor, source, genre, { key, text: back ? null : text, seen });
    return { ...saved, genre };
  });
}
