import { assistBallot } from "#app/commands/assist-ballot.ts";
import { makeHelperLink, openHelperDevice } from "#app/commands/helper-device.ts";
import type { Helper } from "#app/domain/meeting/helper.ts";
import { findHelperByKey } from "#app/queries/helper-devices.ts";
import { ballotsOf, claimants } from "#db/stores/poll.ts";
import { type PollRoom, pollRoom } from "./poll-room.ts";

export type TabletRoom = Awaited<ReturnType<typeof tabletRoom>>;

/** The room of ten voters, with tablets that go round in it. */
export async function tabletRoom() {
  const room: PollRoom = await pollRoom();
  const { house, community, meeting } = room;
  const { code } = meeting;
  const link = async (helper = "王芳") => (await makeHelperLink(house, community.actor, { code, helper })).key;
  const openLink = (key: string, device = "tablet A") => openHelperDevice(house, { code, link: key, device });
  return {
    ...{ ...room, code, link, openLink },
    async helper(name = "王芳"): Promise<Helper> {
      const found = await findHelperByKey(house, (await openLink(await link(name), `tablet of ${name}`)).key);
      if (!found) throw new Error("the key just given must open");
      return found;
    },
    assist: (who: Helper, n: number, pollId: string, choice: unknown = "for") =>
      assistBallot(house, who, { pollId, personId: room.voter(n).personId, choice }),
    box: (pollId: string) =>
      house.db.read(async (db) => ({
        claims: (await claimants(db, pollId)).length,
        ballots: (await ballotsOf(db, pollId)).length,
      })),
  };
}
