import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { issuePaper } from "#app/commands/issue-paper.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api, parse, readJson } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";

const body = z.object({ voter: z.string(), issued: z.boolean().default(true) });

/** POST /api/v1/polls/:id/papers — hands a voter a paper ballot, or takes back one issued by mistake. */
export const action = api(
  postOnly(async (asked: ActionFunctionArgs) => {
    const actor = await requireStaff(asked);
    const { voter, issued } = parse(body, await readJson(asked.request));
    await issuePaper(asked.context.house, actor, { pollId: asked.params.id ?? "", personId: voter, issued });
    return Response.json({ voter, issued });
  }),
);

export const loader = wrongMethod("POST");
