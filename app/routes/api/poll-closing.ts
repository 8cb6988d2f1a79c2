import type { ActionFunctionArgs } from "@remix-run/node";
import { closePoll } from "#app/commands/close-poll.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";

/** POST /api/v1/polls/:id/closing — answers the result. */
export const action = api(async (asked: ActionFunctionArgs) => {
  const actor = await requireStaff(asked);
  return Response.json(await closePoll(asked.context.house, actor, asked.params.id ?? ""));
});
