import type { House } from "#app/house.ts";
import { plantDemonstration } from "./plant-demonstration.ts";
import { type CommunityIds, type SetUpInput, setUp } from "./set-up.ts";

/** What the wizard does: the community and its secretary, and the demonstration's people and issues if they were asked for. Throws as `setUp`. */
export async function firstRun(house: House, input: SetUpInput): Promise<CommunityIds> {
  const ids = await setUp(house, input);
  if (input.start === "demonstration") await plantDemonstration(house, ids, input.name);
  return ids;
}
