import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { deleteSession, insertSession, staffByUsername } from "#db/stores/staff.ts";
import { limitAttempts } from "./attempts.ts";
import { record } from "./record.ts";

const DAY = 86_400_000;
/** 我方默认: five wrong passwords an account in fifteen minutes. */
const attempts = limitAttempts({ most: 5, seconds: 15 * 60 });
/** Compared when the account does not exist, so that the answer takes as long as a wrong password. */
const decoy = hash(randomBytes(16));

export type SignIn = { username: string; password: string; userAgent: string; days: number };

/** Opens a browser session; answers the cookie's value. Throws wrong-password, or too-many with `{minutes}`. */
export async function signIn(house: House, input: SignIn): Promise<{ value: string }> {
  await attempts(house).count(input.username);
  const staff = await house.db.read((db) => staffByUsername(db, input.username));
  const right = await verify(staff?.passwordHash ?? (await decoy), input.password);
  if (!staff || !right || staff.disabledAt) throw new DomainError("wrong-password");
  await attempts(house).forget(input.username);
  const value = randomBytes(24).toString("base64url");
  const now = house.clock();
  await house.db.write(async (db) => {
    await insertSession(db, {
      id: digest(value),
      staffId: staff.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + input.days * DAY),
      userAgent: input.userAgent.slice(0, 200),
    });
    await record(house, db, staff, "sign-in", staff.id);
  });
  return { value };
}

/** Ends the session of this cookie value. */
export async function signOut(house: House, actor: Actor, value: string): Promise<void> {
  await endSession(house, actor, digest(value));
}

/** Ends one of the person's own sessions by its id. Throws not-found. */
export async function endSession(house: House, actor: Actor, sessionId: string): Promise<void> {
  await house.db.write(async (db) => {
    if (!(await deleteSession(db, actor.staffId, sessionId))) throw new DomainError("not-found");
    await record(house, db, actor, "sign-out", actor.staffId);
  });
}
