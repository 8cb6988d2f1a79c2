import { comparePlaces } from "#app/domain/attendance/at-table.ts";
import type { Actor, House } from "#app/house.ts";
import type { Meeting } from "#db/stores/meeting.ts";
import { ownMeetingByCode } from "#db/stores/own.ts";
import { pollsOf } from "#db/stores/poll.ts";
import { proxiesOf } from "#db/stores/proxy.ts";
import { type Attendee, attendeesOf } from "#db/stores/roll.ts";
import { communityById } from "#db/stores/staff.ts";

export type SlipLine = Pick<Attendee, "personId" | "name" | "unit" | "seat" | "votingRight" | "tokenRound"> & {
  /** Who holds this person's written authority 委托书, and for whom this person votes. */
  holder: string | null;
  principals: string[];
};
export type SlipRoll = {
  community: string;
  meeting: Pick<Meeting, "id" | "code" | "title" | "state" | "startsAt" | "place" | "demonstration">;
  /** Of a vote from home, posted or running: its end. Nobody need come at the meeting's time. */
  votesUntil: Date | null;
  lines: SlipLine[];
};

/** Who gets a personal check-in code for this meeting, by building and name. Throws not-found for others' meetings. */
export async function slipRoll(house: House, actor: Actor, code: string): Promise<SlipRoll> {
  return house.db.read(async (db) => {
    const meeting = await ownMeetingByCode(db, actor, code);
    const community = await communityById(db, meeting.communityId);
    const { id, title, state, startsAt, place, demonstration } = meeting;
    const proxies = await proxiesOf(db, id);
    const fromHome = (await pollsOf(db, id)).find((poll) => poll.remote && (poll.noticedAt || poll.state === "open"));
    return {
      community: community?.name ?? "",
      meeting: { id, code, title, state, startsAt, place, demonstration },
      votesUntil: fromHome?.endsAt ?? null,
      lines: (await attendeesOf(db, id))
        .sort(comparePlaces)
        .map(({ personId, name, unit, seat, votingRight, tokenRound }) => {
          return {
            ...{ personId, name, unit, seat, votingRight, tokenRound },
            holder: proxies.find(({ principalId }) => principalId === personId)?.holder.name ?? null,
            principals: proxies.filter(({ holderId }) => holderId === personId).map(({ principal }) => principal.name),
          };
        }),
    };
  });
}
