import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { ABSTAIN, type BallotForm, DEFAULT_OPTIONS, type PollOption, YES_NO } from "#app/domain/poll/form.ts";
import type { PollMode } from "#app/domain/poll/machine.ts";
import { pollText } from "#app/text/poll.ts";
import type { Handle } from "#db/connect.ts";
import { attendeesOf } from "#db/stores/roll.ts";
import { plainField } from "./fields.ts";

const { form: text } = pollText;

/** 我方默认: what an old person can still oversee on one ballot, and a screen can show. */
const MOST_ANSWERS = 20;

/** Lines of a text field, or a program's list; an answer may name the candidate on the roll. */
const answers = (what: string) =>
  z
    .preprocess(
      (raw) => (typeof raw === "string" ? raw.split(/\r?\n/).filter((line) => line.trim() !== "") : raw),
      z
        .array(
          z.union([
            plainField(what, 60).transform((label) => ({ label })),
            z.object({ label: plainField(what, 60), personId: z.string().max(100).optional() }),
          ]),
        )
        .max(MOST_ANSWERS, text.tooMany(what, MOST_ANSWERS)),
    )
    .nullish()
    .transform((list): { label: string; personId?: string | undefined }[] => list ?? []);

const upTo = z.preprocess(
  (raw) => (raw === "" ? undefined : raw),
  z.coerce.number({ error: text.number }).int(text.number).min(1, text.number).max(MOST_ANSWERS, text.number).nullish(),
);

/** The fields of a poll that say what one ballot asks: nothing for a plain yes or no, `options` to choose from, or `items` each answered yes or no. */
export const formFields = {
  options: answers(text.option),
  items: answers(text.item),
  /** Of the options one ballot may choose so many. */
  choose: upTo,
  /** So many options win; as many as may be chosen unless it says otherwise. */
  seats: upTo,
};

type FormInput = z.output<z.ZodObject<typeof formFields>> & { mode: PollMode };

/** The ballot's form and options. Throws invalid-value with the field. */
export function ballotForm({ mode, options, items, choose, seats }: FormInput): {
  form: BallotForm;
  options: PollOption[];
} {
  if (options.length > 0 && items.length > 0) refuse("items", text.either);
  if (items.length > 0) {
    if (mode === "hands") refuse("items", text.notByHands);
    return { form: { kind: "each", items: numbered(items, "i", "items") }, options: [...DEFAULT_OPTIONS] };
  }
  if (options.length === 0) return { form: YES_NO, options: [...DEFAULT_OPTIONS] };
  if (options.length === 1) refuse("options", text.twoOptions);
  const most = choose ?? seats ?? 1;
  if (most > options.length) refuse("choose", text.moreThanThere(options.length));
  if (mode === "hands" && most > 1) refuse("choose", text.notByHands);
  const wins = seats ?? most;
  if (wins > options.length) refuse("seats", text.moreThanThere(options.length));
  return { form: { kind: "choice", most, seats: wins }, options: [...numbered(options, "o", "options"), ABSTAIN] };
}

/**
 * The same ballot with its candidates known: an answer that is exactly the name of one person on the meeting's roll is that person, who may
 * then not vote for others.
 */
export async function withCandidates(
  db: Handle,
  meetingId: string,
  { form, options }: { form: BallotForm; options: PollOption[] },
): Promise<{ form: BallotForm; options: PollOption[] }> {
  if (form.kind === "yes-no") return { form, options };
  const roll = await attendeesOf(db, meetingId);
  const known = <T extends PollOption>(answer: T): T => {
    const [one, other] = roll.filter(({ name }) => name === answer.label);
    return answer.personId || !one || other ? answer : { ...answer, personId: one.personId };
  };
  return form.kind === "each"
    ? { form: { ...form, items: form.items.map(known) }, options }
    : { form, options: options.map(known) };
}

function numbered(given: readonly { label: string; personId?: string | undefined }[], letter: string, field: string) {
  const twice = given.find(({ label }, index) => given.findIndex((each) => each.label === label) !== index);
  if (twice) refuse(field, text.twice(twice.label));
  return given.map(({ label, personId }, index) => ({
    id: `${letter}${index + 1}`,
    label,
    ...(personId && { personId }),
  }));
}

function refuse(field: string, message: string): never {
  throw new DomainError("invalid-value", [{ field, message }]);
}
