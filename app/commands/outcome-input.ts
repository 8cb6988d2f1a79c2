import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { roomText } from "#app/text/room.ts";
import type { Conclusion } from "./conclude-item.ts";
import { dayField, longField, optionalField, plainField } from "./fields.ts";

const text = roomText.outcome;
const required = (label: string, max: number) =>
  longField(label, max).pipe(z.string().min(1, roomText.required(label)));

/** 限期解决的四要素: what, who, until when ("YYYY-MM-DD"), how. */
const task = z.object({
  record: plainField(text.record, 200),
  responsible: plainField(text.responsible, 60),
  deadline: z.string({ error: text.deadlineMissing }).trim().min(1, text.deadlineMissing).pipe(dayField(text.deadline)),
  plan: required(text.plan, 1000),
});
export type Task = z.infer<typeof task>;

const common = {
  meetingId: z.string(),
  agendaItemId: z.string(),
  /** The edition of the outcome that the person saw; 0 while none was ever decided. */
  decision: z.coerce.number().int().min(0),
  differences: optionalField(text.differences, 300),
};
const confirmed = z.union([z.boolean(), z.literal("on").transform(() => true)], { error: text.partyRule });

export const outcomeInput = z.discriminatedUnion(
  "outcome",
  [
    z.object({
      ...common,
      outcome: z.literal("resolved-now"),
      conclusion: required(text.conclusion, 2000),
      partyAgrees: confirmed.refine((agrees) => agrees, text.partyRule),
    }),
    z.object({
      ...common,
      outcome: z.literal("timed"),
      conclusion: longField(text.conclusion, 2000),
      tasks: z.array(task).min(1, text.taskRule).max(10, text.taskLimit),
    }),
    z.object({
      ...common,
      outcome: z.literal("declined"),
      conclusion: longField(text.conclusion, 2000),
      reason: required(text.declineReason, 1000),
    }),
    z.object({
      ...common,
      outcome: z.literal("next-time"),
      conclusion: longField(text.conclusion, 2000),
      reason: required(text.nextTimeReason, 1000),
    }),
    z.object({
      ...common,
      outcome: z.literal("onward"),
      /** The step of the issue's own method that the meeting takes. */
      event: z.string({ error: text.onwardRule }).min(1, text.onwardRule).max(60),
      conclusion: required(text.conclusion, 2000),
      reason: longField(text.reason, 1000),
      facts: z.record(z.string(), z.unknown()).default({}),
    }),
  ],
  { error: text.outcomeRule },
);
export type Decided = z.output<typeof outcomeInput>;

export const undoInput = z.object({ meetingId: z.string(), agendaItemId: z.string(), decision: common.decision });

/** What was typed, checked. Throws invalid-value (missing-deadline when nothing else is missing) naming each field. */
export function parseOutcome(raw: z.input<typeof outcomeInput>): Decided {
  const parsed = outcomeInput.safeParse(raw);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => ({ field: path.join("."), message }));
  const onlyDeadlines = problems.every(({ message }) => message === text.deadlineMissing);
  throw new DomainError(onlyDeadlines ? "missing-deadline" : "invalid-value", problems);
}

/** What the item and the issue's gates are told. */
export function conclusionOf(said: Decided): Conclusion {
  const { outcome, differences } = said;
  switch (said.outcome) {
    case "resolved-now":
      return {
        outcome,
        differences,
        conclusion: said.conclusion,
        reason: "",
        facts: { response: said.conclusion, partyAgrees: true },
      };
    case "timed": {
      const facts = timedFacts(said.tasks);
      return { outcome, differences, conclusion: said.conclusion || facts.record, reason: "", facts };
    }
    case "declined":
      return {
        outcome,
        differences,
        conclusion: said.conclusion,
        reason: said.reason,
        // 有诉必应: without other words the reason is the answer that was given.
        facts: { response: said.conclusion || said.reason },
      };
    case "onward":
      return { outcome, differences, conclusion: said.conclusion, reason: said.reason, facts: {}, event: said.event };
    case "next-time":
      return { outcome, differences, conclusion: said.conclusion, reason: said.reason, facts: {} };
  }
}

/** Several tasks make one answer for the issue; it is due when the last of them is. */
function timedFacts(tasks: Task[]) {
  const all = (name: "record" | "responsible" | "plan", by: string) => [...new Set(tasks.map((t) => t[name]))].join(by);
  const deadline = tasks
    .map((each) => each.deadline)
    .sort()
    .at(-1);
  return { record: all("record", "；"), responsible: all("responsible", "、"), plan: all("plan", "；"), deadline };
}
