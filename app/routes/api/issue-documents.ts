import { papersOf } from "#app/routes/shared/papers.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/issues/:id/documents — the papers and what each still lacks. */
export const loader = papersOf(({ id = "" }) => ({ kind: "issue", id }));

export const action = wrongMethod("GET");
