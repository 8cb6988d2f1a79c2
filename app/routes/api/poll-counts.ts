import type { ActionFunctionArgs } from "@remix-run/node";
import { countInput, enterCount } from "#app/commands/enter-count.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api, parse, readJson } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** POST /api/v1/polls/:id/counts — one teller's count of hands or papers; the second teller's must equal it. */
export const action = api(
  postOnly(async (asked: ActionFunctionArgs) => {
    const actor = await requireStaff(asked);
    const given = await readJson(asked.request);
    const input = parse(countInput, { ...Object(given), pollId: asked.params.id ?? "" });
    return Response.json(await enterCount(asked.context.house, actor, input));
  }),
);

export const loader = wrongMethod("POST");
