import type { LoaderFunctionArgs } from "@remix-run/node";
import { documentFile } from "#app/commands/document-file.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";
import { FILE_TYPES, fileAnswer } from "#app/routes/shared/file.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/documents/:id/file.docx — byte for byte as issued; before that as it stands, marked as a draft on every page. */
export const loader = api(async (asked: LoaderFunctionArgs) => {
  const actor = await requireStaff(asked);
  const { fileName, bytes } = await documentFile(asked.context.house, actor, asked.params.id ?? "");
  return fileAnswer(FILE_TYPES.word, fileName, new Uint8Array(bytes));
});

export const action = wrongMethod("GET");
