import { paperOf } from "#app/routes/shared/papers.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/issues/:id/documents/:genre.docx?from=&masked= (the choices of `documentChoices`) */
export const loader = paperOf(({ id = "" }) => ({ kind: "issue", id }));

export const action = wrongMethod("GET");
