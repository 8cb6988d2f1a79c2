import type { ActionFunctionArgs } from "@remix-run/node";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { requireMeetingGate } from "#app/queries/meeting-gate.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** POST /api/v1/meetings/:code/closing — items without outcome go to the next meeting. */
export const action = api(
  postOnly(async (asked: ActionFunctionArgs) => {
    const actor = await requireStaff(asked);
    const { house } = asked.context;
    const { id, code } = await requireMeetingGate(house, asked.params.code ?? "");
    await closeMeeting(house, actor, { meetingId: id, pending: "all" });
    return Response.json({ id, code, state: "closed" });
  }),
);

export const loader = wrongMethod("POST");
