import { MAX_TEMPLATE_BYTES, type TemplateFile } from "#app/commands/own-templates.ts";
import { DomainError } from "#app/domain/errors.ts";
import { formAnswer } from "#app/routes/shared/answer.ts";
import { boundedForm } from "#app/routes/shared/upload.ts";
import { ownTemplateText as text } from "#app/text/own-templates.ts";

/** Names and boundaries of the form around the file. */
const FORM_OVERHEAD = 64 * 1024;

/** A form that may hold a template; a body that is too large is refused at the field `file`. */
export function templateForm(request: Request) {
  const tooLarge = [{ field: "file", message: text.fault({ reason: "too-large" }) }];
  return formAnswer(new FormData(), () => boundedForm(request, MAX_TEMPLATE_BYTES + FORM_OVERHEAD, tooLarge));
}

/** The file that was chosen. Throws invalid-value at `file`. */
export async function uploadIn(form: FormData): Promise<TemplateFile> {
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "") {
    throw new DomainError("invalid-value", [{ field: "file", message: text.missingFile }]);
  }
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
