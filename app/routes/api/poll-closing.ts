import type { ActionFunctionArgs } from "@remix-run/node";
import { closePoll } from "#app/commands/close-poll.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** POST /api/v1/polls/:id/closing — answers the result. */
export const action = api(
  postOnly(async (asked: ActionFunctionArgs) => {
    const actor = await requireStaff(asked);
    return Response.json(await closePoll(asked.context.house, actor, asked.params.id ?? ""));
  }),
);

export const loader = wrongMethod("POST");
