import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { changePassword, endOtherSessions } from "#app/commands/change-password.ts";
import { endSession, signIn, signOut } from "#app/commands/sign-in.ts";
import { settingsPage } from "#app/queries/settings.ts";
import { findStaffBySession } from "#app/queries/staff-access.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { PASSWORD, type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";

let house: TestHouse;
let seeded: SeededCommunity;
let round = 0;

beforeEach(async () => {
  house = openTestHouse();
  // The limit counts per user name and lives in the process: each test has its own.
  seeded = await seedCommunity(house, { username: `zhoulan${++round}` });
});
afterEach(async () => {
  vi.useRealTimers();
  await house.close();
});

const attempt = (password: string) =>
  signIn(house, {
    username: seeded.username,
    password,
    userAgent: "Mozilla/5.0 (Windows NT 10.0) Chrome/140",
    days: 14,
  });

describe("signing in", () => {
  test("opens a session that the cookie's value alone leads to, not its row in the database", async () => {
    const { value } = await attempt(PASSWORD);
    expect(await findStaffBySession(house, value)).toMatchObject({ staffId: seeded.staffId });
    const { sessions } = await settingsPage(house, seeded.actor, value);
    expect(sessions).toMatchObject([{ here: true }]);
    expect(await findStaffBySession(house, sessions[0]?.id ?? "")).toBeNull();
  });

  test("a wrong password and an unknown name are refused in the same word", async () => {
    expect(await refusalOf(attempt("wrong-password"))).toMatchObject({ word: "wrong-password" });
    const unknown = signIn(house, { username: `nobody${round}`, password: PASSWORD, userAgent: "", days: 14 });
    expect(await refusalOf(unknown)).toMatchObject({ word: "wrong-password" });
  });

  test("after five wrong passwords even the right one waits, and the minutes are told", async () => {
    for (let i = 0; i < 5; i++)
      expect(await refusalOf(attempt("wrong-password"))).toMatchObject({ word: "wrong-password" });
    expect(await refusalOf(attempt(PASSWORD))).toEqual({ word: "too-many", details: { minutes: 15 } });
  });

  test("a right password forgets the wrong ones before it", async () => {
    for (let i = 0; i < 4; i++) await refusalOf(attempt("wrong-password"));
    await attempt(PASSWORD);
    for (let i = 0; i < 4; i++)
      expect(await refusalOf(attempt("wrong-password"))).toMatchObject({ word: "wrong-password" });
    await attempt(PASSWORD);
  });

  test("a session ends by itself after its days", async () => {
    const { value } = await attempt(PASSWORD);
    house.at(new Date(house.clock().getTime() + 14 * 86_400_000 - 1000));
    expect(await findStaffBySession(house, value)).not.toBeNull();
    house.at(new Date(house.clock().getTime() + 2000));
    expect(await findStaffBySession(house, value)).toBeNull();
  });
});

describe("ending sessions", () => {
  test("signing out ends this session only", async () => {
    const [first, second] = [await attempt(PASSWORD), await attempt(PASSWORD)];
    await signOut(house, seeded.actor, first.value);
    expect(await findStaffBySession(house, first.value)).toBeNull();
    expect(await findStaffBySession(house, second.value)).not.toBeNull();
  });

  test("“退出其他设备” leaves the one that asked", async () => {
    const [first, second, third] = [await attempt(PASSWORD), await attempt(PASSWORD), await attempt(PASSWORD)];
    await endOtherSessions(house, seeded.actor, second.value);
    expect(await findStaffBySession(house, first.value)).toBeNull();
    expect(await findStaffBySession(house, third.value)).toBeNull();
    expect(await findStaffBySession(house, second.value)).not.toBeNull();
  });

  test("another person's session cannot be ended", async () => {
    const { value } = await attempt(PASSWORD);
    const [session] = (await settingsPage(house, seeded.actor, value)).sessions;
    const other = await seedCommunity(house, { community: "东湖社区", username: `donghu${round}` });
    expect(await refusalOf(endSession(house, other.actor, session?.id ?? ""))).toMatchObject({ word: "not-found" });
    expect(await findStaffBySession(house, value)).not.toBeNull();
  });
});

describe("changing the password", () => {
  const next = { newPassword: "a new one 2026", newPasswordAgain: "a new one 2026" };

  test("ends the other sessions, and only the new one opens", async () => {
    const [here, elsewhere] = [await attempt(PASSWORD), await attempt(PASSWORD)];
    await changePassword(house, seeded.actor, { currentPassword: PASSWORD, ...next }, here.value);
    expect(await findStaffBySession(house, here.value)).not.toBeNull();
    expect(await findStaffBySession(house, elsewhere.value)).toBeNull();
    expect(await refusalOf(attempt(PASSWORD))).toMatchObject({ word: "wrong-password" });
    await attempt(next.newPassword);
  });

  test("needs the present password, five tries", async () => {
    const wrong = () => changePassword(house, seeded.actor, { currentPassword: "guess", ...next }, null);
    for (let i = 0; i < 5; i++) {
      expect(await refusalOf(wrong())).toMatchObject({
        word: "invalid-value",
        details: [{ field: "currentPassword" }],
      });
    }
    expect(await refusalOf(wrong())).toMatchObject({ word: "too-many", details: { minutes: 15 } });
    await attempt(PASSWORD);
  });

  test("needs the new one twice", async () => {
    const input = { currentPassword: PASSWORD, newPassword: "a new one 2026", newPasswordAgain: "a new one 2027" };
    expect(await refusalOf(changePassword(house, seeded.actor, input, null))).toMatchObject({
      details: [{ field: "newPasswordAgain" }],
    });
    await attempt(PASSWORD);
  });
});
