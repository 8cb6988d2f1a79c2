import type { LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "#app/domain/errors.ts";
import { filledTemplate, templateFile } from "#app/queries/own-templates.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";
import { FILE_TYPES, fileAnswer } from "#app/routes/shared/file.ts";

/** /desk/documents/templates/ID/files/example.docx, filled with the example; …/3.docx, the third version as it was uploaded. */
export const loader = api(async (asked: LoaderFunctionArgs) => {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const { id = "", file = "" } = asked.params;
  const place = /^([1-9]\d{0,3})\.docx$/.exec(file)?.[1];
  if (place === undefined && file !== "example.docx") throw new DomainError("not-found");
  const { fileName, bytes } =
    place === undefined
      ? await filledTemplate(house, actor, id, null)
      : await templateFile(house, actor, id, Number(place));
  return fileAnswer(FILE_TYPES.word, fileName, new Uint8Array(bytes));
});
