import { papersOf } from "#app/routes/shared/papers.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/periods/:period/documents — the papers of a month, a quarter or a year, and what each still lacks. */
export const loader = papersOf(({ period = "" }) => ({ kind: "period", id: period }));

export const action = wrongMethod("GET");
