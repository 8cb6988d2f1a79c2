import { byPlace } from "#app/domain/owners/place.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { bodyOfMeeting } from "#db/stores/meeting.ts";
import { ownMeetingByCode } from "#db/stores/own.ts";
import { claimants, pollsOf } from "#db/stores/poll.ts";
import { ownersOf } from "#db/stores/unit.ts";
import { countsArea, type Line, ownersIn } from "./owners-vote.ts";
import { rollOfMeeting } from "./rolls.ts";

/** Who has not voted yet, building by building, to go from door to door with. Phones only where they are asked for. Throws not-found. */
export function reminderSheet(
  house: House,
  actor: Actor,
  code: string,
  asked: { building: string | null; phones: boolean },
) {
  return house.db.read(async (db) => {
    const meeting = await ownMeetingByCode(db, actor, code);
    const poll = (await pollsOf(db, meeting.id)).find(({ state, ruleId }) => state === "open" && countsArea(ruleId));
    const lines = await ownersIn(db, meeting.id);
    const voted = new Set(poll ? await claimants(db, poll.id) : []);
    const roll = await rollOfMeeting(db, meeting, await bodyOfMeeting(db, meeting));
    const phones = asked.phones && roll.id !== null ? await phonesOn(db, roll.id) : null;
    const waiting = lines.filter(({ personId }) => !voted.has(personId));
    const rows = waiting.flatMap(({ personId, name, units }) =>
      byBuildingOf(units).map(({ building, numbers, area }) => {
        return { building, key: `${personId} ${building}`, numbers, name, area, phone: phones?.get(personId) ?? "" };
      }),
    );
    const sheets = new Map<string, typeof rows>();
    for (const row of rows.sort((a, b) => byPlace(placeOf(a), placeOf(b)))) {
      if (asked.building !== null && row.building !== asked.building) continue;
      sheets.set(row.building, [...(sheets.get(row.building) ?? []), row]);
    }
    return {
      meeting: { code, title: meeting.title },
      question: poll?.question ?? null,
      endsAt: poll?.endsAt ?? null,
      printedAt: house.clock(),
      sheets: [...sheets].map(([building, of]) => ({ building, rows: of })),
    };
  });
}

const placeOf = ({ building, numbers }: { building: string; numbers: string[] }) => ({
  building,
  number: numbers[0] ?? "",
});

function byBuildingOf(units: Line["units"]) {
  const groups = new Map<string, { building: string; numbers: string[]; area: number }>();
  for (const { building, number, area } of units) {
    const group = groups.get(building) ?? { building, numbers: [], area: 0 };
    groups.set(building, { building, numbers: [...group.numbers, number], area: group.area + area });
  }
  return [...groups.values()];
}

async function phonesOn(db: Handle, rollId: string): Promise<Map<string, string>> {
  return new Map((await ownersOf(db, rollId)).map(({ id, phone }) => [id, phone]));
}
