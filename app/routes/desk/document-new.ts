import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { draftDocument } from "#app/commands/draft-document.ts";
import { documentChoices } from "#app/domain/document/choices.ts";
import { PAPER_SOURCES } from "#app/domain/document/source.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formOf, pageAnswer, parse } from "#app/routes/shared/answer.ts";

const draftInput = z.object({
  sourceKind: z.enum(PAPER_SOURCES),
  sourceId: z.string().max(100),
  genre: z.string().max(50),
});

/** Nothing stands here to be looked at: whoever reloads after the act is led to the papers. */
export const loader = () => redirect("/desk/documents");

/** Keeps a paper as a draft and leads to its page. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const typed = Object.fromEntries(await formOf(asked.request));
  return pageAnswer(async () => {
    const { sourceKind: kind, sourceId: id, genre } = parse(draftInput, typed);
    const draft = { source: { kind, id }, genre, choices: parse(documentChoices, typed) };
    const made = await draftDocument(asked.context.house, actor, draft);
    return redirect(`/desk/documents/${made.id}?done=${made.existed ? "existed" : "drafted"}`);
  });
}
