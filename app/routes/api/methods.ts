import type { LoaderFunctionArgs } from "@remix-run/node";
import { methodList } from "#app/queries/method-list.ts";
import { staffOf } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/methods — the built-in methods for anyone; with a member of staff's credential also the community's own and its street's. */
export const loader = api(async (asked: LoaderFunctionArgs) =>
  Response.json(await methodList(asked.context.house, await staffOf(asked))),
);

export const action = wrongMethod("GET");
