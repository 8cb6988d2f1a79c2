import type { House } from "#app/house.ts";
import { anyCommunity } from "#db/stores/staff.ts";

/** True once the wizard has made the first community. */
export function isSetUp(house: House): Promise<boolean> {
  return house.db.read(anyCommunity);
}
