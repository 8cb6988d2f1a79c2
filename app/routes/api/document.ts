import { paperOf } from "#app/routes/shared/papers.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/meetings/:code/documents/:genre.docx?from=&masked=&number= (the choices of `documentChoices`) */
export const loader = paperOf(({ code = "" }) => ({ kind: "meeting", id: code }));

export const action = wrongMethod("GET");
