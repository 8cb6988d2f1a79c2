import { z } from "zod";
import { type CommunityWords, communityWords, editionOfWords, placesIn } from "#app/domain/community.ts";
import { DomainError } from "#app/domain/errors.ts";
import { cleanPhone, personFaults } from "#app/domain/person/roll.ts";
import type { Actor, House } from "#app/house.ts";
import { settingsText as text } from "#app/text/settings.ts";
import { type Community, communityById, saveCommunity } from "#db/stores/staff.ts";
import { longField, optionalField, plainField } from "./fields.ts";
import { record } from "./record.ts";

const phoneField = z
  .string()
  .default("")
  .transform((raw) => cleanPhone(raw.slice(0, 200)))
  .refine((phone) => personFaults({ name: "-", seat: "", unit: "", phone }).length === 0, text.phoneRule);

const placesField = longField(text.postingPlaces, 2000)
  .transform(placesIn)
  .refine((places) => places.length <= 50, text.tooManyPlaces)
  .refine((places) => places.every((place) => place.length <= 60), text.placeTooLong);

/** Letters alone: the year's brackets and the number come from the series (GB/T 9704-2012 7.2.5). */
const codeField = optionalField(text.code, 10).refine((code) => /^\p{Script=Han}*$/u.test(code), text.codeRule);

/** Undefined where the form did not send it: `optional` alone would let the field's own default stand for that. */
const unsent = <Field extends z.ZodType>(field: Field) => z.union([z.undefined(), field]);

export const settingsInput = z.object({
  name: plainField(text.name, 50),
  street: plainField(text.street, 50),
  contact: optionalField(text.contact, 50),
  contactPhone: phoneField,
  supervisionPhone: phoneField,
  /** One a line; not sent, they stay. */
  postingPlaces: unsent(placesField),
  /** Of a street; not sent, they stay. */
  organ: unsent(optionalField(text.organ, 40)),
  mark: unsent(optionalField(text.mark, 40)),
  code: unsent(codeField),
  /** `editionOfWords` the settings that the person saw. */
  seen: z.string(),
});
/** `details` of the refusal when somebody else saved first. */
export type StaleSettings = { current: CommunityWords; seen: string };

/**
 * Saves name, street, the contacts printed on notices, where they are put up, and how a street signs official papers. Throws stale `StaleSettings`,
 * invalid-value.
 */
export async function saveSettings(house: House, actor: Actor, input: z.infer<typeof settingsInput>): Promise<void> {
  const { seen, name, street, contact, contactPhone, supervisionPhone, postingPlaces } = input;
  await house.db.write(async (db) => {
    const community = await communityById(db, actor.communityId);
    if (!community) throw new DomainError("not-found");
    const current = communityWords(community);
    if (editionOfWords(current) !== seen) {
      throw new DomainError("stale", { current, seen: editionOfWords(current) } satisfies StaleSettings);
    }
    const settings = {
      ...{ ...community.settings, contact, contactPhone, supervisionPhone },
      ...(postingPlaces ? { postingPlaces } : {}),
      ...officialOf(community, input),
    };
    await saveCommunity(db, community.id, { name, street, settings });
    // Printed on notices, so no secret; but numbers stay out of the journal altogether.
    const words = { name, street, contact, postingPlaces, official: settings.official };
    await record(house, db, actor, "save-settings", community.id, words);
  });
}

const OFFICIAL = ["organ", "mark", "code"] as const;

/** How a street signs official papers: all of it or nothing. Nobody else has any. */
function officialOf(community: Community, input: z.infer<typeof settingsInput>): Partial<Community["settings"]> {
  const { organ, mark, code } = input;
  if (community.kind !== "street" || organ === undefined || mark === undefined || code === undefined) return {};
  const blank = OFFICIAL.filter((field) => input[field] === "");
  if (blank.length > 0 && blank.length < OFFICIAL.length) {
    throw new DomainError(
      "invalid-value",
      blank.map((field) => ({ field, message: text.officialWhole(text[field]) })),
    );
  }
  return { official: { organ, mark, code } };
}
