import type { LoaderFunctionArgs } from "@remix-run/node";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { voterOf } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/meetings/:code — the public snapshot, for anyone with the code. */
export const loader = api(async (asked: LoaderFunctionArgs) => {
  const voter = await voterOf(asked);
  return Response.json(await meetingSnapshot(asked.context.house, asked.params.code ?? "", voter));
});

export const action = wrongMethod("GET");
