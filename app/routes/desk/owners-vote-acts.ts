import { z } from "zod";
import { closePoll } from "#app/commands/close-poll.ts";
import { enterPaper, paperInput, strikePaper } from "#app/commands/enter-paper.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import {
  noticeInput,
  noticeOwnersPoll,
  openOwnersVote,
  prepareInput,
  prepareOwnersPoll,
} from "#app/commands/owners-poll.ts";
import { extendPoll } from "#app/commands/steer-poll.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { ownersVoteText as text } from "#app/text/owners-vote.ts";

const MINUTES_A_DAY = 24 * 60;

const pollField = z.object({ pollId: z.string().max(100) });
const extendInput = pollField.extend({
  days: z.coerce
    .number({ error: text.refusals.extend })
    .int(text.refusals.extend)
    .min(1, text.refusals.extend)
    .max(60, text.refusals.extend),
});
const strikeInput = pollField.extend({ personId: z.string().max(100) });

/** What was done, for the address that the page goes on to. */
export type VoteDeed = keyof typeof text.done | keyof typeof text.paper.statuses;

/** One act of the page 业主投票, by the form's `intent`. Throws malformed for an unknown one, else as its command. */
export async function actOnVote(house: House, actor: Actor, meetingId: string, form: FormData): Promise<VoteDeed> {
  const typed = Object.fromEntries(form);
  switch (form.get("intent")) {
    case "prepare":
      await prepareOwnersPoll(house, actor, meetingId, prepareInput.parse(typed));
      return "prepared";
    case "notice":
      await noticeOwnersPoll(house, actor, noticeInput.parse(typed));
      return "noticed";
    case "freeze":
      await openMeeting(house, actor, { meetingId });
      return "frozen";
    case "open":
      await openOwnersVote(house, actor, pollField.parse(typed).pollId);
      return "opened";
    case "extend": {
      const { pollId, days } = extendInput.parse(typed);
      await extendPoll(house, actor, pollId, days * MINUTES_A_DAY);
      return "extended";
    }
    case "close":
      await closePoll(house, actor, pollField.parse(typed).pollId);
      return "closed";
    case "paper":
      return enterPaper(house, actor, paperInput.parse({ ...typed, choice: choiceIn(form) }));
    case "strike":
      await strikePaper(house, actor, strikeInput.parse(typed));
      return "struck";
    default:
      throw new DomainError("malformed");
  }
}

/** One answer, or one an item: fields named `choice.<item>`. */
function choiceIn(form: FormData): unknown {
  const items = [...form].filter(([name]) => name.startsWith("choice."));
  if (items.length === 0) return form.get("choice") ?? "";
  return Object.fromEntries(items.map(([name, value]) => [name.slice("choice.".length), value]));
}
