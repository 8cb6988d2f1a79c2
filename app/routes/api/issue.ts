import type { LoaderFunctionArgs } from "@remix-run/node";
import { issueState } from "#app/queries/issue-state.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** GET /api/v1/issues/:id — the issue with its stage and what the next step still lacks. */
export const loader = api(async (asked: LoaderFunctionArgs) => {
  const actor = await requireStaff(asked);
  return Response.json(await issueState(asked.context.house, actor, asked.params.id ?? ""));
});

export const action = wrongMethod("GET");
