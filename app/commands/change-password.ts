import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";
import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { settingsText as text } from "#app/text/settings.ts";
import { deleteOtherSessions, saveStaff, staffById } from "#db/stores/staff.ts";
import { limitAttempts } from "./attempts.ts";
import { record } from "./record.ts";
import { passwordField } from "./set-up.ts";

/** 我方默认, as for signing in: whoever sits at an unlocked desk must not try passwords without end. */
const attempts = limitAttempts({ most: 5, seconds: 15 * 60 });

export const passwordInput = z.object({
  currentPassword: z.string().max(1000).default(""),
  newPassword: passwordField,
  newPasswordAgain: z.string().default(""),
});

/**
 * Changes the person's own password and ends all sessions but the one of `sessionValue`. Throws invalid-value at the field that is wrong,
 * too-many `{minutes}`.
 */
export async function changePassword(
  house: House,
  actor: Actor,
  input: z.infer<typeof passwordInput>,
  sessionValue: string | null,
): Promise<void> {
  if (input.newPassword !== input.newPasswordAgain) throw refusal("newPasswordAgain", text.passwordsDiffer);
  await attempts(house).count(actor.staffId);
  const staff = await house.db.read((db) => staffById(db, actor.staffId));
  if (!staff || !(await verify(staff.passwordHash, input.currentPassword))) {
    throw refusal("currentPassword", text.wrongPassword);
  }
  await attempts(house).forget(actor.staffId);
  const passwordHash = await hash(input.newPassword);
  await house.db.write(async (db) => {
    await saveStaff(db, actor.staffId, { passwordHash });
    const ended = await deleteOtherSessions(db, actor.staffId, sessionValue ? digest(sessionValue) : undefined);
    await record(house, db, actor, "change-password", actor.staffId, { ended });
  });
}

/** Ends the person's sessions on all other devices. */
export async function endOtherSessions(house: House, actor: Actor, sessionValue: string | null): Promise<void> {
  await house.db.write(async (db) => {
    const ended = await deleteOtherSessions(db, actor.staffId, sessionValue ? digest(sessionValue) : undefined);
    await record(house, db, actor, "end-other-sessions", actor.staffId, { ended });
  });
}

const refusal = (field: string, message: string) => new DomainError("invalid-value", [{ field, message }]);
