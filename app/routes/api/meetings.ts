import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api, parse, readJson } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";
import { meetingText as text } from "#app/text/meetings.ts";

const body = z.object({
  /** Id or name. */
  body: z.string().max(60),
  title: z.string().optional(),
  startsAt: z.iso.datetime({ offset: true, error: text.startsAtRule }).transform((moment) => new Date(moment)),
  place: z.string().optional(),
  chair: z.string().optional(),
  recorder: z.string().optional(),
  agenda: z.array(z.object({ issue: z.string() })).default([]),
});

/** POST /api/v1/meetings — a program plans what it asks for, another meeting of that day too. The report back goes before `agenda`. */
export const action = api(
  postOnly(async (asked: ActionFunctionArgs) => {
    const actor = await requireStaff(asked);
    const { agenda, ...given } = parse(body, await readJson(asked.request));
    const input = { ...given, issues: agenda.map((line) => line.issue) };
    const { id, code } = await planMeeting(asked.context.house, actor, input, { sameDay: "another" });
    return Response.json({ id, code }, { status: 201 });
  }),
);

export const loader = wrongMethod("POST");
