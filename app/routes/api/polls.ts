import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { draftPoll, pollInput } from "#app/commands/draft-poll.ts";
import { requireMeetingGate } from "#app/queries/meeting-gate.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { api, parse, readJson } from "#app/routes/shared/answer.ts";
import { postOnly, wrongMethod } from "#app/routes/shared/wrong-method.ts";
import { timetableText } from "#app/text/timetable.ts";

const body = z
  .object({
    question: z.string(),
    mode: z.string(),
    rule: z.string(),
    agendaItem: z.string().nullish(),
    alsoPaper: z.boolean().nullish(),
    alsoHands: z.boolean().nullish(),
    roundOf: z.string().nullish(),
    options: z.array(z.unknown()).nullish(),
    items: z.array(z.unknown()).nullish(),
    choose: z.number().nullish(),
    seats: z.number().nullish(),
    overlays: z.array(z.string()).nullish(),
    extra: z.record(z.string(), z.number()).nullish(),
    remote: z.boolean().nullish(),
    opensAt: z.iso.datetime({ offset: true, error: timetableText.refusals.moment }).nullish(),
    endsAt: z.iso.datetime({ offset: true, error: timetableText.refusals.moment }).nullish(),
    minutes: z.number().nullish(),
    closesItself: z.boolean().nullish(),
  })
  .transform(({ rule, agendaItem, ...rest }) => ({ ...rest, ruleId: rule, agendaItemId: agendaItem ?? null }));

/** POST /api/v1/meetings/:code/polls — prepares a poll; it is opened by its own act, or by itself at `opensAt`. */
export const action = api(
  postOnly(async (asked: ActionFunctionArgs) => {
    const actor = await requireStaff(asked);
    const { house } = asked.context;
    const meeting = await requireMeetingGate(house, asked.params.code ?? "");
    const given = parse(body, await readJson(asked.request));
    const input = parse(pollInput, { ...given, meetingId: meeting.id });
    return Response.json(await draftPoll(house, actor, input), { status: 201 });
  }),
);

export const loader = wrongMethod("POST");
