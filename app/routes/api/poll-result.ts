import type { LoaderFunctionArgs } from "@remix-run/node";
import { pollResult } from "#app/queries/poll-result.ts";
import { api } from "#app/routes/shared/answer.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/polls/:id/result — for anyone with the meeting's code; the poll's own id is as hard to guess. */
export const loader = api(async ({ params, context: { house } }: LoaderFunctionArgs) =>
  Response.json(await pollResult(house, params.id ?? "")),
);

export const action = wrongMethod("GET");
