import type { ActionFunctionArgs } from "@remix-run/node";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { requireMeetingGate } from "#app/queries/meeting-gate.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** POST /api/v1/meetings/:code/opening */
export const action = api(
  postOnly(async (asked: ActionFunctionArgs) => {
    const actor = await requireStaff(asked);
    const { house } = asked.context;
    const { id, code } = await requireMeetingGate(house, asked.params.code ?? "");
    await openMeeting(house, actor, { meetingId: id });
    return Response.json({ id, code, state: "open" });
  }),
);

export const loader = wrongMethod("POST");
