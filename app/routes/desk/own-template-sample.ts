import type { LoaderFunctionArgs } from "@remix-run/node";
import { sampleTemplate } from "#app/queries/own-template-sample.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";
import { FILE_TYPES, fileAnswer } from "#app/routes/shared/file.ts";
import { ownTemplateText as text } from "#app/text/own-templates.ts";

/** /desk/documents/templates/sample.docx: a file with placeholders to begin from. */
export const loader = api(async (asked: LoaderFunctionArgs) => {
  await requireStaff(asked);
  return fileAnswer(FILE_TYPES.word, text.sampleName, new Uint8Array(await sampleTemplate(asked.context.house)));
});
