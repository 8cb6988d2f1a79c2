import { afterAll, beforeAll, expect, it } from "vitest";
import { markAttendance } from "#app/commands/mark-attendance.ts";
import { registerProxy } from "#app/commands/proxies.ts";
import { slipRoll } from "#app/queries/personal-slips.ts";
import { slipsText } from "#app/text/slips.ts";
import { saveBody, saveMeeting } from "#db/stores/meeting.ts";
import { meetingDocument } from "#tests/documents.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type MeetingInSession, meetingInSession } from "#tests/meeting.ts";
import { type CastMember, type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { openWord, paragraphTexts, tables } from "#tests/proof/word-file.ts";

let house: TestHouse;
let lake: SeededCommunity;
let meeting: MeetingInSession;
const AUTHORITY = "2026年11月20日书面委托，原件存社区";

beforeAll(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
  await house.db.write((db) => saveBody(db, lake.bodyId, { ruleId: "committee-election" }));
  meeting = await meetingInSession(house, lake);
  const plan = { place: "社区议事厅", chair: "周岚", recorder: "徐静" };
  await house.db.write((db) => saveMeeting(db, meeting.id, plan));
  await register("zhang", "liu");
  await register("wang", "liu");
  await register("li", "chen");
  for (const member of ["liu", "sun"] as const) {
    const personId = lake.people[member].id;
    await markAttendance(house, lake.actor, { meetingId: meeting.id, personId, present: true });
  }
});
afterAll(() => house.close());

const register = (principal: CastMember, holder: CastMember) => {
  const { name } = lake.people[principal];
  const asked = { principal: name, holder: lake.people[holder].name, authority: AUTHORITY };
  return registerProxy(house, lake.actor, { meetingId: meeting.id, ...asked });
};

it("the attendance sheet says who authorised whom, on the line and pair by pair, and counts them apart", async () => {
  const { bytes } = await meetingDocument(house, lake.actor, meeting.code, "attendance-sheet", {});
  const { body } = openWord(bytes);
  const [rows = []] = tables(body);
  const signature = (name: string) => rows.find((row) => row[1] === name)?.at(-1);
  expect(signature("张海波")).toBe("委托刘桂芳");
  // Registered, though the holder has not come.
  expect(signature("李淑珍")).toBe("委托陈建平");
  expect(signature("孙立军")).toBe("");
  const text = paragraphTexts(body).join("\n");
  expect(text).toContain("名单共12人，实到4人，其中委托出席2人；应到有表决权10人，实到4人。");
  for (const pair of ["张海波委托刘桂芳", "王志远委托刘桂芳", "李淑珍委托陈建平"]) {
    expect(text).toContain(`${pair}（${AUTHORITY}）`);
  }
  expect(text).toContain("委托书共3份");
  // Who came says nothing of how many voted.
  expect(text).toContain("法定人数：按参加投票的人数计，须6人参加投票，见表决结果。");
  expect(text).not.toContain("÷");
});

it("slips say it too: to whoever authorised somebody, and to whoever votes for others", async () => {
  const { lines } = await slipRoll(house, lake.actor, meeting.code);
  const note = (name: string) => {
    const line = lines.find((each) => each.name === name);
    return slipsText.proxies(line?.holder ?? null, line?.principals ?? []);
  };
  expect(note("张海波")).toContain("已委托刘桂芳");
  expect(note("陈建平")).toContain("受李淑珍委托");
  expect(note("刘桂芳")).toMatch(/^受.*委托$/);
  expect(note("孙立军")).toBe("");
});
