import { redirect } from "@remix-run/node";
import { z } from "zod";
import { rebindDevice } from "#app/commands/check-in.ts";
import { chooseAgendaItem, chooseItemInput } from "#app/commands/choose-agenda-item.ts";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { closePoll } from "#app/commands/close-poll.ts";
import { closeStraw, discardStraw, putStrawAway } from "#app/commands/close-straw.ts";
import { decideOutcome, undoOutcome } from "#app/commands/decide-outcome.ts";
import { draftPoll, pollInput } from "#app/commands/draft-poll.ts";
import { countAgain, countInput, enterCount } from "#app/commands/enter-count.ts";
import { editionField, longField } from "#app/commands/fields.ts";
import { issuePaper, paperInput } from "#app/commands/issue-paper.ts";
import { attendanceInput, markAttendance } from "#app/commands/mark-attendance.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { openPoll, openPrepared } from "#app/commands/open-poll.ts";
import { openStraw, strawInput } from "#app/commands/open-straw.ts";
import { type outcomeInput, undoInput } from "#app/commands/outcome-input.ts";
import { proxyInput, registerProxy, withdrawalInput, withdrawProxy } from "#app/commands/proxies.ts";
import {
  addSpeech,
  newSpeechInput,
  removeSpeech,
  restoreSpeech,
  speechMarkInput,
} from "#app/commands/record-speech.ts";
import { progressInput, reportDone, reportProgress, reportStillOpen } from "#app/commands/report-in-room.ts";
import { rescheduleInput, reschedulePoll, unscheduleInput, unschedulePoll } from "#app/commands/schedule-poll.ts";
import {
  extendPoll,
  phoneRevealField,
  revealField,
  revealOnPhones,
  revealPoll,
  setScreenMode,
  stopPhones,
} from "#app/commands/steer-poll.ts";
import {
  arrivalInput,
  leaningInput,
  letPhonesArrive,
  letPhonesVote,
  stopPhonesOfTrial,
} from "#app/commands/trial-run.ts";
import { voidInput, voidPoll } from "#app/commands/void-poll.ts";
import { answered, factsIn } from "#app/components/desk/facts-in.ts";
import { DomainError } from "#app/domain/errors.ts";
import { COUNT_METHODS } from "#app/domain/poll/count.ts";
import type { Actor, House } from "#app/house.ts";
import { roomText as text } from "#app/text/room.ts";
import { answersIn, ballotIn } from "./room-fields.ts";

type Typed = Record<string, unknown> & { meetingId: string };
type Asked = { house: House; actor: Actor; form: FormData; typed: Typed; code: string };
type Act = (asked: Asked) => Promise<unknown>;

const reportInput = z.object({ meetingId: z.string(), id: z.string(), version: editionField });
const noteInput = z.object({
  note: longField(text.report.note, 1000).pipe(z.string().min(1, text.required(text.report.note))),
});
const strawAct = z.object({ strawId: z.string() });
const pollAct = z.object({ pollId: z.string() });
const countAct = pollAct.extend({ method: z.enum(COUNT_METHODS) });
const minutesInput = z.object({ minutes: z.coerce.number().int().min(1).max(60) });
const screenInput = z.object({ mode: z.enum(["meeting", "qr", "black"]) });

/** What can be done from the page 在会场里, by the form's `intent`. Each is one command. */
const acts: Record<string, Act> = {
  open: ({ house, actor, typed }) => openMeeting(house, actor, typed),
  close: ({ house, actor, typed, form }) => {
    const pending = form.getAll("pending").filter((each) => typeof each === "string");
    return closeMeeting(house, actor, { meetingId: typed.meetingId, pending });
  },
  choose: async ({ house, actor, typed, code }) => {
    await chooseAgendaItem(house, actor, chooseItemInput.parse(typed));
    // Without `?item=` the page follows the room again.
    throw redirect(`/desk/meetings/${code}/room`);
  },
  attend: ({ house, actor, typed }) => markAttendance(house, actor, attendanceInput.parse(typed)),
  rebind: ({ house, actor, typed }) => rebindDevice(house, actor, typed.meetingId, String(typed.personId)),
  "register-proxy": ({ house, actor, typed }) => registerProxy(house, actor, proxyInput.parse(typed)),
  "withdraw-proxy": ({ house, actor, typed }) => withdrawProxy(house, actor, withdrawalInput.parse(typed)),
  speak: ({ house, actor, typed }) => addSpeech(house, actor, newSpeechInput.parse(typed)),
  "remove-speech": ({ house, actor, typed }) => removeSpeech(house, actor, speechMarkInput.parse(typed)),
  "restore-speech": ({ house, actor, typed }) => restoreSpeech(house, actor, speechMarkInput.parse(typed)),
  decide: ({ house, actor, typed, form }) => {
    const facts = answered(factsIn(form));
    const said = { ...typed, tasks: tasksOf(form), facts } as unknown as z.input<typeof outcomeInput>;
    return decideOutcome(house, actor, said);
  },
  "undo-outcome": ({ house, actor, typed }) => undoOutcome(house, actor, undoInput.parse(typed)),
  "report-done": ({ house, actor, typed }) =>
    reportDone(house, actor, { ...reportInput.parse(typed), ...noteInput.parse(typed) }),
  "report-open": ({ house, actor, typed }) => reportStillOpen(house, actor, reportInput.parse(typed)),
  "report-progress": ({ house, actor, typed }) => reportProgress(house, actor, progressInput.parse(typed)),
  "open-poll": ({ house, actor, typed, form }) => {
    const input = pollInput.parse({ ...typed, ...ballotIn(form), closesItself: closesItself(typed) });
    return input.opensAt ? draftPoll(house, actor, input) : openPoll(house, actor, input);
  },
  "open-prepared": ({ house, actor, typed }) => {
    const { pollId, version } = unscheduleInput.parse(typed);
    return openPrepared(house, actor, pollId, (poll) => poll.version === version);
  },
  "reschedule-poll": ({ house, actor, typed }) => reschedulePoll(house, actor, rescheduleInput.parse(typed)),
  "unschedule-poll": ({ house, actor, typed }) => unschedulePoll(house, actor, unscheduleInput.parse(typed)),
  "close-poll": ({ house, actor, typed }) => closePoll(house, actor, pollAct.parse(typed).pollId),
  "reveal-poll": ({ house, actor, typed }) =>
    revealPoll(house, actor, pollAct.parse(typed).pollId, revealField.parse(typed.reveal)),
  "reveal-on-phones": ({ house, actor, typed }) =>
    revealOnPhones(house, actor, pollAct.parse(typed).pollId, phoneRevealField.parse(typed.phoneReveal)),
  "extend-poll": ({ house, actor, typed }) =>
    extendPoll(house, actor, pollAct.parse(typed).pollId, minutesInput.parse(typed).minutes),
  "stop-phones": ({ house, actor, typed }) => stopPhones(house, actor, pollAct.parse(typed).pollId),
  "issue-paper": ({ house, actor, typed }) => issuePaper(house, actor, paperInput.parse(typed)),
  "enter-count": ({ house, actor, typed, form }) =>
    enterCount(house, actor, countInput.parse({ ...typed, ...answersIn(form) })),
  "count-again": ({ house, actor, typed }) => {
    const { pollId, method } = countAct.parse(typed);
    return countAgain(house, actor, pollId, method);
  },
  "void-poll": ({ house, actor, typed }) => voidPoll(house, actor, voidInput.parse(typed)),
  "open-straw": ({ house, actor, typed }) =>
    openStraw(house, actor, strawInput.parse({ ...typed, question: typed.strawQuestion })),
  "close-straw": ({ house, actor, typed }) => closeStraw(house, actor, strawAct.parse(typed).strawId),
  "discard-straw": ({ house, actor, typed }) => discardStraw(house, actor, strawAct.parse(typed).strawId),
  "put-straw-away": ({ house, actor, typed }) => putStrawAway(house, actor, strawAct.parse(typed).strawId),
  "trial-arrive": ({ house, actor, typed }) =>
    letPhonesArrive(house, actor, arrivalInput.parse({ count: typed.all ?? typed.count }).count),
  "trial-vote": ({ house, actor, typed }) => letPhonesVote(house, actor, leaningInput.parse(typed)),
  "trial-stop": ({ house, actor }) => stopPhonesOfTrial(house, actor),
  screen: ({ house, actor, typed }) => setScreenMode(house, actor, typed.meetingId, screenInput.parse(typed).mode),
};

/** The tick stands in the form whatever else is chosen there; without a length, and where tellers count, it asks for nothing. */
const closesItself = ({ closesItself, minutes, mode }: Typed): boolean =>
  closesItself === "yes" && minutes !== "" && (mode === "secret" || mode === "named");

/** Runs the act that the form asks for. Throws what the act throws, malformed for an unknown one. */
export async function actInRoom(
  house: House,
  actor: Actor,
  meeting: { id: string; code: string },
  form: FormData,
): Promise<true> {
  const intent = String(form.get("intent"));
  const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined;
  if (!act) throw new DomainError("malformed", [{ field: "intent", message: text.refusals.unknownAct }]);
  const typed = { ...Object.fromEntries(form), meetingId: meeting.id };
  await act({ house, actor, form, typed, code: meeting.code });
  return true;
}

/** The fields `tasks.0.record`, `tasks.0.plan`, … as a list; numbers left out by a removed task close up. */
function tasksOf(form: FormData): Record<string, string>[] {
  const tasks = new Map<number, Record<string, string>>();
  for (const [name, value] of form) {
    const [, number, field] = /^tasks\.(\d{1,2})\.([a-z]+)$/.exec(name) ?? [];
    if (!field || typeof value !== "string") continue;
    const at = Number(number);
    tasks.set(at, { ...tasks.get(at), [field]: value });
  }
  return [...tasks.entries()].sort(([a], [b]) => a - b).map(([, task]) => task);
}
