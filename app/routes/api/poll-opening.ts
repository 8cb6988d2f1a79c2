import type { ActionFunctionArgs } from "@remix-run/node";
import { openDraftPoll } from "#app/commands/open-poll.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** POST /api/v1/polls/:id/opening */
export const action = api(
  postOnly(async (asked: ActionFunctionArgs) => {
    const actor = await requireStaff(asked);
    await openDraftPoll(asked.context.house, actor, asked.params.id ?? "");
    return Response.json({ id: asked.params.id, state: "open" });
  }),
);

export const loader = wrongMethod("POST");
