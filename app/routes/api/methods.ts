import { methodList } from "#app/queries/method-list.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/methods — for anyone. */
export const loader = () => Response.json(methodList());

export const action = wrongMethod("GET");
