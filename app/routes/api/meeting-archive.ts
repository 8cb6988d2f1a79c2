import { archiveFile } from "#app/routes/shared/archive.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/meetings/:code/archive.zip?job= — 一会一卷 */
export const loader = archiveFile(({ code = "" }) => ({ kind: "meeting", id: code }));

export const action = wrongMethod("GET");
