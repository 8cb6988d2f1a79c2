import { castBallot } from "#app/commands/cast-ballot.ts";
import type { PollInput } from "#app/commands/draft-poll.ts";
import { markAttendance } from "#app/commands/mark-attendance.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import { registerProxy, withdrawProxy } from "#app/commands/proxies.ts";
import type { Voter } from "#app/house.ts";
import { journalOf } from "#db/journal.ts";
import { saveBody } from "#db/stores/meeting.ts";
import { ballotsOf } from "#db/stores/poll.ts";
import { proxiesOf } from "#db/stores/proxy.ts";
import { attendeeOf, countAttendance } from "#db/stores/roll.ts";
import { openTestHouse } from "#tests/house.ts";
import { arriveAsVoter, meetingInSession } from "#tests/meeting.ts";
import { type CastMember, seedCommunity } from "#tests/people.ts";
import { must } from "./room.ts";

export const ELECTION = "committee-election";
export const AUTHORITY = "2026年11月20日书面委托，原件存社区";
export type ProxyRoom = Awaited<ReturnType<typeof openProxyRoom>>;

/** A meeting in session under a rule that knows proxies, with nobody there yet; and who authorises whom, who comes, who votes. */
export async function openProxyRoom() {
  const house = openTestHouse();
  const community = await seedCommunity(house);
  await house.db.write((db) => saveBody(db, community.bodyId, { ruleId: ELECTION }));
  const meeting = await meetingInSession(house, community);
  const id = (member: CastMember) => community.people[member].id;
  const tick = (member: CastMember, here: boolean) =>
    markAttendance(house, community.actor, { meetingId: meeting.id, personId: id(member), present: here });
  return {
    ...{ house, community, meeting, id, tick },
    comes: (member: CastMember) => arriveAsVoter(house, meeting, id(member)),
    /** Everybody who could be there, so that each rule has its quorum. */
    async fill(but: CastMember[]): Promise<void> {
      const voters: CastMember[] = [
        "secretary",
        "household",
        "chen",
        "liu",
        "wang",
        "li",
        "zhang",
        "zhao",
        "sun",
        "wu",
      ];
      for (const member of voters) if (!but.includes(member)) await tick(member, true);
    },
    line: async (member: CastMember) => must(await house.db.read((db) => attendeeOf(db, meeting.id, id(member)))),
    present: async () => (await house.db.read((db) => countAttendance(db, meeting.id))).present,
    pairs: async () =>
      (await house.db.read((db) => proxiesOf(db, meeting.id))).map(({ principal, holder }) => [
        principal.name,
        holder.name,
      ]),
    register(principal: CastMember, holder: CastMember, authority = AUTHORITY) {
      const names = { principal: id(principal), holder: id(holder) };
      return registerProxy(house, community.actor, { meetingId: meeting.id, ...names, authority });
    },
    withdraw: (principal: CastMember) =>
      withdrawProxy(house, community.actor, { meetingId: meeting.id, principalId: id(principal) }),
    journal: async (member: CastMember) =>
      (await house.db.read((db) => journalOf(db, id(member)))).map(({ act, data }) => ({ act, data })),
    async poll(more: Partial<PollInput> = {}): Promise<string> {
      const asked = { meetingId: meeting.id, question: "是否同意选张海波?", mode: "secret", ruleId: ELECTION } as const;
      return (await openPoll(house, community.actor, { ...asked, ...more })).id;
    },
    cast: (voter: Voter, pollId: string, choice: string, member?: CastMember) =>
      castBallot(house, voter, { pollId, choice, forId: member && id(member) }).then(({ status }) => status),
    box: async (pollId: string) => house.db.read((db) => ballotsOf(db, pollId)),
  };
}
