import type { ActionFunctionArgs } from "@remix-run/node";
import { enterIssue, enterIssueInput } from "#app/commands/enter-issue.ts";
import { issueState } from "#app/queries/issue-state.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api, parse, readJson } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** POST /api/v1/issues {title, detail, place, category, source, raisedBy?, firstRaisedOn?, method?} — answers the issue as GET does. */
export const action = api(
  postOnly(async (asked: ActionFunctionArgs) => {
    const actor = await requireStaff(asked);
    const { house } = asked.context;
    const { id } = await enterIssue(house, actor, parse(enterIssueInput, await readJson(asked.request)));
    return Response.json(await issueState(house, actor, id), { status: 201 });
  }),
);

export const loader = wrongMethod("POST");
