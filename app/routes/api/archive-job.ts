import type { LoaderFunctionArgs } from "@remix-run/node";
import { archiveJob } from "#app/queries/archive/jobs.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/archives/:job — how far one's own archive is: {done, total, lacking, state}. */
export const loader = api(async (asked: LoaderFunctionArgs) => {
  const actor = await requireStaff(asked);
  const headers = { "Cache-Control": "no-store" };
  return Response.json(archiveJob(asked.context.house, actor, asked.params.job ?? ""), { headers });
});

export const action = wrongMethod("GET");
