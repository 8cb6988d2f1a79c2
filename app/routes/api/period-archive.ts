import { archiveFile } from "#app/routes/shared/archive.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/periods/:period/archive.zip?job= — a folder for each meeting, and the period's own papers and sheets. */
export const loader = archiveFile(({ period = "" }) => ({ kind: "period", id: period }));

export const action = wrongMethod("GET");
