import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerInput, answerObjection } from "#app/commands/answer-objection.ts";
import { correctDocument } from "#app/commands/correct-document.ts";
import { postDocument, postingInput } from "#app/commands/post-document.ts";
import { objectionInput, registerObjection } from "#app/commands/register-objection.ts";
import { takeDownInput, takeDownPosting } from "#app/commands/take-down-posting.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import type { Actor } from "#app/house.ts";
import { documentPage } from "#app/queries/documents/document-page.ts";
import { postingPhotoFile } from "#app/queries/documents/posting-photo.ts";
import { todayPage } from "#app/queries/today.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import { journalSlice } from "#db/journal.ts";
import { objectionsOf } from "#db/stores/objection.ts";
import { postingsOf } from "#db/stores/posting.ts";
import { seedCommunity } from "#tests/people.ts";
import { jpeg } from "#tests/photos.ts";
import { refusalOf } from "#tests/refusal.ts";
import { openPaperDesk, type PaperDesk } from "./paper-desk.ts";

let desk: PaperDesk;
/** A result notice, issued on Wednesday 2026-11-25. */
let notice: string;
beforeEach(async () => {
  desk = await openPaperDesk();
  notice = await desk.issued("result-notice");
});
afterEach(() => desk.house.close());

const at = (day: string) => desk.house.at(atTime(day, "10:00"));
const hung = () => desk.house.db.read((db) => postingsOf(db, notice));
const asked = () => desk.house.db.read((db) => objectionsOf(db, notice));

const post = (fields: Record<string, string>, photo?: Uint8Array, id = notice, actor: Actor = desk.drafter) =>
  postDocument(desk.house, actor, id, postingInput.parse(fields), photo);
async function takeDown(fields: Record<string, string>, photo?: Uint8Array, actor: Actor = desk.checker) {
  const [posting] = await hung();
  const typed = { postingId: posting?.id, postingVersion: posting?.version, ...fields };
  await takeDownPosting(desk.house, actor, notice, takeDownInput.parse(typed), photo);
}
const object = (fields: Record<string, string>, id = notice, actor: Actor = desk.drafter) =>
  registerObjection(desk.house, actor, id, objectionInput.parse(fields));
async function answer(fields: Record<string, string>, actor: Actor = desk.checker) {
  const [objection] = await asked();
  const typed = { objectionId: objection?.id, objectionVersion: objection?.version, ...fields };
  await answerObjection(desk.house, actor, notice, answerInput.parse(typed));
}
const refusedField = async (work: Promise<unknown>) => {
  const details = (await refusalOf(work))?.details as { field: string }[] | undefined;
  return details?.[0]?.field;
};

describe("a posting", () => {
  it("of a result hangs 15 days from the day it was really put up, until a working day", async () => {
    at("2026-11-27");
    await post({ place: "3号楼公告栏", postedOn: "2026-11-27" });
    // 12 December 2026 is a Saturday.
    expect(await hung()).toMatchObject([{ postedOn: "2026-11-27", until: "2026-12-14", removedOn: null }]);
    expect(await refusedField(post({ place: "西门", postedOn: "2026-11-27", until: "2026-12-11" }))).toBe("until");
    await post({ place: "西门", postedOn: "2026-11-27", until: "2026-12-31" });
    expect((await hung()).map(({ until }) => until)).toEqual(["2026-12-14", "2026-12-31"]);
  });

  it("begins on no day before the issue and on none to come, and hangs in one place once", async () => {
    at("2026-11-27");
    expect(await refusedField(post({ place: "西门", postedOn: "2026-11-24" }))).toBe("postedOn");
    expect(await refusedField(post({ place: "西门", postedOn: "2026-11-28" }))).toBe("postedOn");
    const both = ["西门", "西门"].map((place) => refusedField(post({ place, postedOn: "2026-11-26" })));
    expect((await Promise.all(both)).sort()).toEqual(["place", undefined]);
  });

  it("of an internal paper, an internal version or a draft is none, nor of one that was corrected", async () => {
    const [minutes, draft] = [await desk.issued("minutes"), await desk.draft("attendance-sheet")];
    const open = await desk.issued("result-notice", { masked: false });
    for (const id of [minutes, draft, open]) {
      expect(await refusalOf(post({ place: "西门", postedOn: "2026-11-25" }, undefined, id))).toMatchObject({
        word: "wrong-state",
      });
      expect(await refusalOf(object({ body: "不同意", receivedOn: "2026-11-25" }, id))).toMatchObject({
        word: "wrong-state",
      });
    }
    const { version } = await desk.find(notice);
    const { id } = await correctDocument(desk.house, desk.drafter, { id: notice, version }, { reason: "写错" });
    await desk.check(id);
    await desk.issue(id);
    expect((await refusalOf(post({ place: "西门", postedOn: "2026-11-25" })))?.word).toBe("wrong-state");
  });

  it("comes down with words on how it is known, once; one that came down too early says so", async () => {
    at("2026-11-26");
    await post({ place: "西门", postedOn: "2026-11-25" });
    at("2026-12-01");
    expect(await refusedField(takeDown({ removedOn: "2026-12-01", evidence: "" }))).toBe("evidence");
    expect(await refusedField(takeDown({ removedOn: "2026-11-24", evidence: "风吹掉" }))).toBe("removedOn");
    expect(await refusedField(takeDown({ removedOn: "2026-12-02", evidence: "风吹掉" }))).toBe("removedOn");
    const evidence = "12月1日巡查时已被风吹落，网格员孙某在场";
    const both = [1, 2].map(() => refusalOf(takeDown({ removedOn: "2026-12-01", evidence })));
    expect((await Promise.all(both)).map((refusal) => refusal?.word).sort()).toEqual(["wrong-state", undefined]);
    const { postings } = await documentPage(desk.house, desk.drafter, notice);
    expect(postings).toMatchObject([{ removedOn: "2026-12-01", removedBy: "徐静", early: true, evidence }]);
  });

  it("keeps pictures without where and when they were taken, for the own staff alone", async () => {
    const { house, drafter } = desk;
    await post({ place: "西门", postedOn: "2026-11-25" }, jpeg({ turn: 6 }));
    at("2026-12-11");
    await takeDown({ removedOn: "2026-12-11", evidence: "满期" }, jpeg({ turn: 1 }));
    const { postings } = await documentPage(house, drafter, notice);
    const photos = postings[0]?.photos ?? [];
    expect(photos.map(({ shows }) => shows)).toEqual(["start", "end"]);
    const { type, bytes } = await postingPhotoFile(house, drafter, notice, photos[0]?.id ?? "");
    expect(type).toBe("image/jpeg");
    expect(bytes.includes("GPSLatitude")).toBe(false);
    const { actor } = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    expect((await refusalOf(postingPhotoFile(house, actor, notice, photos[0]?.id ?? "")))?.word).toBe("not-found");
    expect((await verifyHouse(house)).mismatches).toEqual([]);
    const wrong = post({ place: "东门", postedOn: "2026-11-25" }, Buffer.from("<svg onload=alert(1)>"));
    expect(await refusedField(wrong)).toBe("photo");
    expect(await hung()).toHaveLength(1);
  });
});

describe("an objection", () => {
  it("may be anonymous, is answered within five days, once, and keeps its words out of the journal", async () => {
    const { house } = desk;
    at("2026-11-26");
    await object({ body: "票数不对，请复核", receivedOn: "2026-11-26", objector: "钱多多", contact: "13800000000" });
    await object({ body: "看不清", receivedOn: "2026-11-26" });
    // 1 December 2026 is a Tuesday.
    expect(await asked()).toMatchObject([
      { number: 1, replyBy: "2026-12-01", objector: "钱多多" },
      { number: 2, objector: "" },
    ]);
    expect(await refusedField(answer({ reply: "" }))).toBe("reply");
    expect(await refusedField(answer({ reply: "已复核", satisfied: "no" }))).toBe("further");
    const further = "可以向街道办事处反映";
    const both = [1, 2].map(() => refusalOf(answer({ reply: "已复核，票数无误", satisfied: "no", further })));
    expect((await Promise.all(both)).map((refusal) => refusal?.word).sort()).toEqual(["wrong-state", undefined]);
    expect((await asked())[0]).toMatchObject({ satisfied: false, further, repliedOn: "2026-11-26" });
    const journal = JSON.stringify(await house.db.read((db) => journalSlice(db, 0, 1000)));
    expect(journal).toContain("register-objection");
    for (const word of ["票数不对", "13800000000", "已复核"]) expect(journal).not.toContain(word);
    const objections = JSON.parse(journal).filter((entry: { act: string }) => entry.act.includes("objection"));
    expect(JSON.stringify(objections)).not.toContain("钱多多");
  });

  it("of another community's paper is found by nobody", async () => {
    const { house } = desk;
    const { actor } = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    await post({ place: "西门", postedOn: "2026-11-25" });
    await object({ body: "不同意", receivedOn: "2026-11-25" });
    for (const work of [
      post({ place: "东门", postedOn: "2026-11-25" }, undefined, notice, actor),
      takeDown({ removedOn: "2026-11-25", evidence: "撤" }, undefined, actor),
      object({ body: "不同意", receivedOn: "2026-11-25" }, notice, actor),
      answer({ reply: "好" }, actor),
    ]) {
      expect((await refusalOf(work))?.word).toBe("not-found");
    }
  });
});

it("today reminds of what may come down and of what waits for an answer, and of nothing else", async () => {
  const { house, drafter } = desk;
  await post({ place: "西门", postedOn: "2026-11-25" });
  await object({ body: "不同意", receivedOn: "2026-11-25" });
  const notices = async () => (await todayPage(house, drafter)).notices;
  expect(await notices()).toEqual({ postings: [], objections: [] });
  at("2026-11-28");
  expect(await notices()).toMatchObject({ postings: [], objections: [{ number: 1, left: 2 }] });
  at("2026-12-11");
  expect(await notices()).toMatchObject({ postings: [{ place: "西门", left: -1 }], objections: [{ left: -11 }] });
  await takeDown({ removedOn: "2026-12-11", evidence: "满期" });
  await answer({ reply: "已说明" });
  expect(await notices()).toEqual({ postings: [], objections: [] });
});
