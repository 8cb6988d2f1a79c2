import type { DueAct, TimedPoll } from "#app/domain/poll/timetable.ts";
import type { House } from "#app/house.ts";
import { timetabledPolls } from "#db/stores/timetable.ts";

export type Timetabled = TimedPoll & { readonly communityId: string };
/** An act of the timetable, and in whose house it is done. */
export type TimetableAct = DueAct & { readonly communityId: string };

/** Every poll that opens or closes by itself, of all communities. */
export function timetable(house: House): Promise<Timetabled[]> {
  return house.db.read(async (db) =>
    (await timetabledPolls(db)).map(({ id, state, opensAt, endsAt, closesItself, communityId }) => {
      return { id, state, opensAt, endsAt, closesItself, communityId };
    }),
  );
}
