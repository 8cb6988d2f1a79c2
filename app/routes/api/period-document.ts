import { paperOf } from "#app/routes/shared/papers.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/periods/:period/documents/:genre.docx */
export const loader = paperOf(({ period = "" }) => ({ kind: "period", id: period }));

export const action = wrongMethod("GET");
