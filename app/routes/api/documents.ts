import { papersOf } from "#app/routes/shared/papers.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/meetings/:code/documents — the papers and what each still lacks. */
export const loader = papersOf(({ code = "" }) => ({ kind: "meeting", id: code }));

export const action = wrongMethod("GET");
