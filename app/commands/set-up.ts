import { hash } from "@node-rs/argon2";
import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { setUpText as text } from "#app/text/set-up.ts";
import { insertBody } from "#db/stores/meeting.ts";
import { anyCommunity, insertCommunity, insertStaff, staffByUsername } from "#db/stores/staff.ts";
import { plainField } from "./fields.ts";
import { record } from "./record.ts";

/** Passwords: at least 8 characters, at most 200 (argon2 work is bounded by length). No composition rules: they make worse passwords. */
export const passwordField = z.string().min(8, text.passwordShort).max(200, text.passwordLong);

export const setUpInput = z.object({
  community: plainField(text.community, 50),
  street: plainField(text.street, 50),
  name: plainField(text.staffName, 50),
  username: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}._-]{2,40}$/u, text.usernameRule),
  password: passwordField,
  start: z.enum(["empty", "demonstration"]).default("empty"),
  kind: z.enum(["community", "street"]).optional(),
});
export type SetUpInput = z.infer<typeof setUpInput>;

export type NewCommunity = Omit<SetUpInput, "start"> & { demonstration: boolean };
export type CommunityIds = { communityId: string; staffId: string; bodyId: string };

/** First run: the community, its secretary and the body 相约星期三. Throws wrong-state when already set up. */
export async function setUp(house: House, input: SetUpInput): Promise<CommunityIds> {
  if (await house.db.read(anyCommunity)) throw new DomainError("wrong-state");
  return createCommunity(house, { ...input, demonstration: input.start === "demonstration" }, { first: true });
}

/**
 * Makes a community (or street) with one secretary and its Wednesday meeting. `by` is the street that adds it, whose journal says so too.
 * Throws invalid-value when the user name is taken.
 */
export async function createCommunity(
  house: House,
  input: NewCommunity,
  options: { first?: boolean; by?: Actor } = {},
): Promise<CommunityIds> {
  const passwordHash = await hash(input.password);
  const ids = { communityId: house.newId(), staffId: house.newId(), bodyId: house.newId() };
  const createdAt = house.clock();
  await house.db.write(async (db) => {
    // Two people may finish the wizard at once: the second must not make a second first community.
    if (options.first && (await anyCommunity(db))) throw new DomainError("wrong-state");
    if (await staffByUsername(db, input.username)) {
      throw new DomainError("invalid-value", [{ field: "username", message: text.usernameTaken }]);
    }
    const { communityId, staffId } = ids;
    const { community: name, street, demonstration, kind = "community" } = input;
    await insertCommunity(db, { id: communityId, name, street, kind, demonstration, createdAt });
    await insertStaff(db, {
      id: staffId,
      communityId,
      username: input.username,
      name: input.name,
      role: "secretary",
      passwordHash,
      createdAt,
    });
    await insertBody(db, wednesdayBody(ids));
    await record(house, db, { communityId, name: input.name }, "set-up", communityId, {
      name,
      street,
      kind,
      demonstration,
    });
    if (options.by) await record(house, db, options.by, "add-community", communityId, { name, secretary: input.name });
  });
  return ids;
}

export const WEDNESDAYS = { every: "week", weekday: 3, onHoliday: "skip" } as const;

/** 相约星期三: every Wednesday at half past two, by the roundtable method. */
function wednesdayBody({ bodyId: id, communityId }: CommunityIds) {
  return {
    id,
    communityId,
    name: text.wednesdayBody,
    methodId: "roundtable",
    schedule: WEDNESDAYS,
    startTime: "14:30",
    place: text.defaultPlace,
    ruleId: "resident-representatives",
  };
}
