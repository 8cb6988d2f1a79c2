import { z } from "zod";
import { type CommunityWords, communityWords, editionOfWords } from "#app/domain/community.ts";
import { DomainError } from "#app/domain/errors.ts";
import { cleanPhone, personFaults } from "#app/domain/person/roll.ts";
import type { Actor, House } from "#app/house.ts";
import { settingsText as text } from "#app/text/settings.ts";
import { communityById, saveCommunity } from "#db/stores/staff.ts";
import { optionalField, plainField } from "./fields.ts";
import { record } from "./record.ts";

const phoneField = z
  .string()
  .default("")
  .transform((raw) => cleanPhone(raw.slice(0, 200)))
  .refine((phone) => personFaults({ name: "-", seat: "", unit: "", phone }).length === 0, text.phoneRule);

export const settingsInput = z.object({
  name: plainField(text.name, 50),
  street: plainField(text.street, 50),
  contact: optionalField(text.contact, 50),
  contactPhone: phoneField,
  supervisionPhone: phoneField,
  /** `editionOfWords` the settings that the person saw. */
  seen: z.string(),
});
/** `details` of the refusal when somebody else saved first. */
export type StaleSettings = { current: CommunityWords; seen: string };

/** Saves name, street and the contacts printed on notices. Throws stale `StaleSettings`. */
export async function saveSettings(house: House, actor: Actor, input: z.infer<typeof settingsInput>): Promise<void> {
  const { seen, name, street, ...settings } = input;
  await house.db.write(async (db) => {
    const community = await communityById(db, actor.communityId);
    if (!community) throw new DomainError("not-found");
    const current = communityWords(community);
    if (editionOfWords(current) !== seen) {
      throw new DomainError("stale", { current, seen: editionOfWords(current) } satisfies StaleSettings);
    }
    await saveCommunity(db, community.id, { name, street, settings: { ...community.settings, ...settings } });
    // Printed on notices, so no secret; but numbers stay out of the journal altogether.
    const words = { name, street, contact: settings.contact };
    await record(house, db, actor, "save-settings", community.id, words);
  });
}
