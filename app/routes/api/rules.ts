import { ruleList } from "#app/queries/method-list.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/rules — the rule presets, for anyone. */
export const loader = () => Response.json(ruleList());

export const action = wrongMethod("GET");
