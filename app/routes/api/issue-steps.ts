import type { ActionFunctionArgs } from "@remix-run/node";
import { stepInput, takeStep } from "#app/commands/take-step.ts";
import { issueState } from "#app/queries/issue-state.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api, parse, readJson } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";

const body = stepInput.omit({ issueId: true });

/** POST /api/v1/issues/:id/steps {event, reason?, facts?, expected?} — answers the issue as it then stands. */
export const action = api(
  postOnly(async (asked: ActionFunctionArgs) => {
    const actor = await requireStaff(asked);
    const { house } = asked.context;
    const issueId = asked.params.id ?? "";
    await takeStep(house, actor, { issueId, ...parse(body, await readJson(asked.request)) });
    return Response.json(await issueState(house, actor, issueId));
  }),
);

export const loader = wrongMethod("POST");
