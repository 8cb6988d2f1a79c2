import type { ActionFunctionArgs } from "@remix-run/node";
import { voidInput, voidPoll } from "#app/commands/void-poll.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api, parse, readJson } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** POST /api/v1/polls/:id/voiding — ends an open poll without a result, with the reason. */
export const action = api(
  postOnly(async (asked: ActionFunctionArgs) => {
    const actor = await requireStaff(asked);
    const pollId = asked.params.id ?? "";
    await voidPoll(asked.context.house, actor, parse(voidInput, { ...Object(await readJson(asked.request)), pollId }));
    return Response.json({ id: pollId, state: "voided" });
  }),
);

export const loader = wrongMethod("POST");
