import { digest } from "./digest.ts";

/**
 * The edition of a few values a person saw, for rows whose own edition rises with every check-in: two people conflict only
 * where they change the same thing.
 */
function editionOf(values: readonly string[]): string {
  return digest(JSON.stringify(values)).slice(0, 16);
}

/** Edition of an agenda: its items' ids, in order. */
export const agendaEdition = (items: readonly { readonly id: string }[]): string =>
  editionOf(items.map((item) => item.id));

type MeetingFacts = { title: string; startsAt: Date; place: string; chair: string; recorder: string };

/** Edition of what is announced about a meeting. */
export const meetingEdition = ({ title, startsAt, place, chair, recorder }: MeetingFacts): string =>
  editionOf([title, startsAt.toISOString(), place, chair, recorder]);
