import mammoth from "mammoth";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chooseAgendaItem } from "#app/commands/choose-agenda-item.ts";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { decideOutcome } from "#app/commands/decide-outcome.ts";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { markAttendance } from "#app/commands/mark-attendance.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { addSpeech } from "#app/commands/record-speech.ts";
import { cleanText } from "#app/domain/plain-text.ts";
import { agendaOf } from "#db/stores/meeting.ts";
import { attendeesOf, insertPeople } from "#db/stores/roll.ts";
import { saveCommunity } from "#db/stores/staff.ts";
import { WEDNESDAY } from "#tests/app/commands/room.ts";
import { meetingDocument, meetingDocuments } from "#tests/documents.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { addVoters } from "#tests/meeting.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { complaints, openWord, sdkErrors, tables } from "#tests/proof/word-file.ts";

let house: TestHouse;
let lake: SeededCommunity;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
});
afterEach(() => house.close());

/** Names as they might lie in a database that something else than our forms wrote. */
const NAMES = [
  "笑脸😀👨‍👩‍👧",
  "<b>张三</b>",
  `"O'Neil" & <w:p>`,
  "王\u0000\u0007\u001f芳",
  "\u202e三张\u202c",
  "半个\ud842字",
  "𠮷野太郎",
  "]]>&amp;{{name}}",
  "龘".repeat(500),
  "W".repeat(500),
];
const RUBBISH = `<b>灯</b> & "坏了" 😀 \u0000\u202e]]>${"长".repeat(60)}`;

/** A closed meeting on one issue, with every text as hostile as its field lets through. */
async function hostileMeeting(): Promise<string> {
  const { actor, bodyId, communityId } = lake;
  await house.db.write(async (db) => {
    const createdAt = house.clock();
    const rows = NAMES.map((name) => ({
      id: house.newId(),
      communityId,
      name,
      seat: name.slice(0, 50),
      votingRight: true,
      createdAt,
    }));
    await insertPeople(db, rows);
    const settings = {
      contact: "<i>徐静</i>\u0000",
      contactPhone: "0532-5550 0101",
      supervisionPhone: "0532-5550 0110",
    };
    await saveCommunity(db, communityId, { settings, name: `翠湖<社区>&"\u0000` });
  });
  const issue = await enterIssue(house, actor, { title: RUBBISH, place: RUBBISH, category: "照明" });
  const plan = { body: bodyId, startsAt: WEDNESDAY, title: RUBBISH, place: RUBBISH, chair: "😀𠮷", recorder: `"<&>'` };
  const { id: meetingId, code } = await planMeeting(house, actor, { ...plan, issues: [issue.id] });
  house.at(WEDNESDAY);
  for (const { personId } of await house.db.read((db) => attendeesOf(db, meetingId))) {
    await markAttendance(house, actor, { meetingId, personId, present: true });
  }
  await openMeeting(house, actor, { meetingId });
  const [first, item] = await house.db.read((db) => agendaOf(db, meetingId));
  const place = { meetingId, agendaItemId: item?.id ?? "" };
  await chooseAgendaItem(house, actor, { ...place, from: first?.id ?? "" });
  await addSpeech(house, actor, { ...place, speaker: "张三", body: RUBBISH });
  const task = {
    record: RUBBISH,
    responsible: `<b>${"长".repeat(50)}</b>`,
    deadline: "2026-12-10",
    plan: `一\n${RUBBISH}`,
  };
  await decideOutcome(house, actor, {
    ...place,
    decision: 0,
    outcome: "timed",
    conclusion: RUBBISH,
    differences: RUBBISH,
    tasks: [task],
  });
  await closeMeeting(house, actor, { meetingId, pending: "all" });
  return code;
}

describe("hostile text", () => {
  it("leaves every paper well-formed, and shown as text", async () => {
    const code = await hostileMeeting();
    const ready = (await meetingDocuments(house, lake.actor, code)).filter(({ missing }) => missing.length === 0);
    const others = ["meeting-notice", "agenda", "record"];
    const genres = ["attendance-sheet", "minutes", "result-notice"];
    expect(ready.map(({ genre }) => genre)).toEqual(expect.arrayContaining([...genres, ...others]));
    for (const genre of others) {
      expect(complaints(openWord((await meetingDocument(house, lake.actor, code, genre)).bytes))).toEqual([]);
    }
    const choices = [{}, { masked: false }, { number: "<期>&\u0000" }] as { masked?: boolean; number?: string }[];
    for (const genre of genres) {
      for (const choice of choices) {
        const { bytes, fileName } = await meetingDocument(house, lake.actor, code, genre, choice);
        expect(complaints(openWord(bytes))).toEqual([]);
        if (choice.masked === false) expect(await sdkErrors(bytes)).toEqual([]);
        expect(fileName).toMatch(/^2026-11-25-[^\\/:*?"<>|\p{Cc}]+\.docx$/u);
      }
    }
    const sheet = openWord((await meetingDocument(house, lake.actor, code, "attendance-sheet")).bytes);
    const named = tables(sheet.body)[0]?.map(([, name]) => name);
    for (const name of NAMES) expect(named).toContain(cleanText(name));
    const minutes = (await mammoth.extractRawText(await fileOf(code, "minutes"))).value;
    expect(minutes).toContain(cleanText(RUBBISH));
  });
});

const fileOf = async (code: string, genre: string) => ({
  buffer: (await meetingDocument(house, lake.actor, code, genre)).bytes,
});

describe("a large meeting", () => {
  it("has all its 312 people on the sheet, in order and numbered", async () => {
    await addVoters(house, lake, 300);
    const plan = { body: lake.bodyId, startsAt: WEDNESDAY, recorder: "徐静" };
    const { id, code } = await planMeeting(house, lake.actor, plan);
    const roll = await house.db.read((db) => attendeesOf(db, id));
    expect(roll).toHaveLength(312);
    const [[, ...rows] = []] = tables(openWord((await fileOf(code, "attendance-sheet")).buffer).body);
    expect(rows.map(([number]) => number)).toEqual(roll.map((_, index) => String(index + 1)));
    expect(rows.map(([, name]) => name).sort()).toEqual(roll.map(({ name }) => name).sort());
    const ofBuilding = (number: number) =>
      rows.findIndex(([, , seat, unit]) => seat === "居民代表" && unit === `${number}号楼`);
    expect(ofBuilding(2)).toBeLessThan(ofBuilding(9));
    const { value } = await mammoth.extractRawText(await fileOf(code, "attendance-sheet"));
    expect(value).toContain("名单共312人");
    expect(value).toContain("须到会207人");
  });
});
