import type { ActionFunctionArgs } from "@remix-run/node";
import { checkIn, tokenInput } from "#app/commands/check-in.ts";
import { bearerOf } from "#app/routes/shared/access.ts";
import { api, parse, readJson } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** POST /api/v1/meetings/:code/check-ins {token} — lets the holder in; asking again needs the key that was given. */
export const action = api(
  postOnly(async ({ request, params, context: { house } }: ActionFunctionArgs) => {
    const { token } = parse(tokenInput, await readJson(request));
    const key = bearerOf(request);
    const device = key ? { key } : { id: house.newId() };
    return Response.json(await checkIn(house, { code: params.code ?? "", token, device }), { status: 201 });
  }),
);

export const loader = wrongMethod("POST");
