import { eq } from "drizzle-orm";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, expect, it } from "vitest";
import { correctDocument } from "#app/commands/correct-document.ts";
import { issuedFile } from "#app/commands/issued-file.ts";
import { archiveOf } from "#app/queries/archive/index.ts";
import { documentState } from "#app/queries/documents/document-state.ts";
import { agendaOf, meetingByCode, saveAgendaItem, saveMeeting } from "#db/stores/meeting.ts";
import { openPaperDesk, type PaperDesk } from "#tests/app/commands/paper-desk.ts";
import { meetingDocument } from "#tests/documents.ts";
import { openWord, paragraphTexts } from "#tests/proof/word-file.ts";

/** People who are on no roll: 钱多多 raised an issue, 罗大成 of the property company was given work. */
const ON_NO_ROLL = ["钱多多", "罗大成"];

let desk: PaperDesk;
beforeEach(async () => {
  desk = await openPaperDesk();
  await desk.house.db.write(async (db) => {
    const { actionItem } = db.tables;
    await db.update(actionItem).set({ responsible: "物业公司罗大成" }).where(eq(actionItem.title, "更换六盏路灯"));
  });
});
afterEach(() => desk.house.close());

const words = (bytes: Uint8Array) => paragraphTexts(openWord(Buffer.from(bytes)).body).join("\n");
const namesIn = (text: string) => ON_NO_ROLL.filter((name) => text.includes(name));

async function meetingId(): Promise<string> {
  const meeting = await desk.house.db.read((db) => meetingByCode(db, desk.code));
  return meeting?.id ?? "";
}

it("why a public paper is corrected names nobody whom the paper itself hides", async () => {
  const { house, drafter } = desk;
  const id = await desk.issued("result-notice");
  const { version } = await desk.find(id);
  const reason = "原件多写了钱多多的要求，并把罗大成的职务写错";
  const correction = await correctDocument(house, drafter, { id, version }, { reason });
  await desk.check(correction.id);
  await desk.issue(correction.id);
  const told = words((await issuedFile(house, drafter, correction.id)).bytes);
  expect(told).toContain("更正说明");
  expect(namesIn(told)).toEqual([]);
});

it("a result names nobody who was given work, also where the conclusion speaks of that person alone", async () => {
  const { house, drafter, code } = desk;
  const id = await meetingId();
  await house.db.write(async (db) => {
    const item = (await agendaOf(db, id)).find(({ outcome }) => outcome === "timed");
    await saveAgendaItem(db, item?.id ?? "", { conclusion: "先换灯，再由罗大成查线路，钱多多陪同" });
  });
  const { bytes } = await meetingDocument(house, drafter, code, "result-notice");
  expect(words(bytes)).toContain("先换灯");
  expect(namesIn(words(bytes))).toEqual([]);
});

it("the title under which a public paper is registered and archived hides what the paper hides", async () => {
  const { house, drafter, code } = desk;
  const id = await meetingId();
  await house.db.write((db) => saveMeeting(db, id, { title: "钱多多家（3号楼2单元501）漏水协调会" }));
  const masked = await desk.issued("result-notice");
  const internal = await desk.issued("result-notice", { masked: false });
  expect((await documentState(house, drafter, masked)).title).toContain("钱某家（3号楼）漏水协调会");
  expect((await documentState(house, drafter, internal)).title).toContain("钱多多");
  const { pieces } = await archiveOf(house, drafter, { kind: "meeting", id: code });
  const bytes: Uint8Array[] = [];
  for await (const piece of pieces({ step() {}, lacking() {}, failed: fail })) bytes.push(piece);
  const issued = Object.keys(unzipSync(Buffer.concat(bytes))).filter((path) => path.includes("年第1号"));
  expect(issued).toHaveLength(1);
  expect(namesIn(issued.join())).toEqual([]);
});

const fail = (error: unknown) => {
  throw error;
};
