import type { LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "#app/domain/errors.ts";
import { filledTemplate } from "#app/queries/own-templates.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";
import { FILE_TYPES, fileAnswer } from "#app/routes/shared/file.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/meetings/:code/own-documents/:templateId.docx — the community's own template, filled with the meeting. */
export const loader = api(async (asked: LoaderFunctionArgs) => {
  const actor = await requireStaff(asked);
  const { code = "", file = "" } = asked.params;
  if (!file.endsWith(".docx")) throw new DomainError("not-found");
  const id = file.slice(0, -".docx".length);
  const { fileName, bytes } = await filledTemplate(asked.context.house, actor, id, code);
  return fileAnswer(FILE_TYPES.word, fileName, new Uint8Array(bytes));
});

export const action = wrongMethod("GET");
