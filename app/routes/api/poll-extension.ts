import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { extendPoll } from "#app/commands/steer-poll.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api, parse, readJson } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** Up to thirty days, for votes over days. */
const body = z.object({ minutes: z.coerce.number().int().min(1).max(43_200) });

/** POST /api/v1/polls/:id/extension — so many minutes more, counted from its end or from now, whichever is later. */
export const action = api(
  postOnly(async (asked: ActionFunctionArgs) => {
    const actor = await requireStaff(asked);
    const pollId = asked.params.id ?? "";
    const { minutes } = parse(body, await readJson(asked.request));
    const endsAt = await extendPoll(asked.context.house, actor, pollId, minutes);
    return Response.json({ id: pollId, endsAt: endsAt.toISOString() });
  }),
);

export const loader = wrongMethod("POST");
