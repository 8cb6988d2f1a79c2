import type { ActionFunctionArgs } from "@remix-run/node";
import { addSpeech, editSpeech, newSpeechInput, speechEditInput } from "#app/commands/record-speech.ts";
import { DomainError } from "#app/domain/errors.ts";
import { requireMeetingGate } from "#app/queries/meeting-gate.ts";
import { staffOf } from "#app/routes/shared/access.ts";
import { api, parse, readForm } from "#app/routes/shared/answer.ts";
import { wrongMethod } from "#app/routes/shared/wrong-method.ts";

/** POST adds a line to the record, PUT changes one: what the desk sends while somebody types. Stale lines answer 409 with both texts. */
export const action = api(async (asked: ActionFunctionArgs) => {
  const { request, context, params } = asked;
  // Not `requireStaff`: a page that goes on typing wants to hear 401, not to be sent to another page.
  const actor = await staffOf(asked);
  if (!actor) throw new DomainError("not-signed-in");
  const { id: meetingId } = await requireMeetingGate(context.house, params.code ?? "");
  const typed = { ...Object.fromEntries(await readForm(request)), meetingId };
  if (request.method === "PUT")
    return Response.json(await editSpeech(context.house, actor, parse(speechEditInput, typed)));
  const saved = await addSpeech(context.house, actor, parse(newSpeechInput, typed));
  return Response.json(saved, { status: 201 });
});

export const loader = wrongMethod("POST");
