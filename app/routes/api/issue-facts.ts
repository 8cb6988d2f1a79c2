import type { ActionFunctionArgs } from "@remix-run/node";
import { enterFacts, enterFactsInput } from "#app/commands/enter-facts.ts";
import { issueState } from "#app/queries/issue-state.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api, parse, readJson } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";

const body = enterFactsInput.omit({ issueId: true });

/** POST /api/v1/issues/:id/facts {facts, expected?} — keeps what the stage asks without a step; answers the issue as it then stands. */
export const action = api(
  postOnly(async (asked: ActionFunctionArgs) => {
    const actor = await requireStaff(asked);
    const { house } = asked.context;
    const issueId = asked.params.id ?? "";
    await enterFacts(house, actor, { issueId, ...parse(body, await readJson(asked.request)) });
    return Response.json(await issueState(house, actor, issueId));
  }),
);

export const loader = wrongMethod("POST");
