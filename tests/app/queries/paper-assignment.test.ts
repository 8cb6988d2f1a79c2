import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { finishActionItem, moveDeadline, returnActionItem } from "#app/commands/update-action-item.ts";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { atTime, dayOf } from "#app/domain/calendar/day.ts";
import { journalOf } from "#db/journal.ts";
import { type ActionItem, actionItemsOf, actionItemsOfMeeting, issueById } from "#db/stores/issue.ts";
import { agendaOf } from "#db/stores/meeting.ts";
import { saveReport } from "#db/stores/report.ts";
import { issueDocument, issueDocuments, meetingDocument } from "#tests/documents.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { openWord, paragraphTexts, tables } from "#tests/proof/word-file.ts";
import { holdTwoWednesdays, type TwoWednesdays } from "./two-wednesdays.ts";

let house: TestHouse;
let held: TwoWednesdays;
let items: ActionItem[];
beforeAll(async () => {
  house = openTestHouse();
  held = await holdTwoWednesdays(house);
  items = await house.db.read((db) => actionItemsOfMeeting(db, held.meetingId));
});
afterAll(() => house.close());

const again = async (item: ActionItem) => {
  const found = (await house.db.read((db) => actionItemsOf(db, item.communityId))).find(({ id }) => id === item.id);
  if (!found) throw new Error("the test's own premise: the item is there");
  return found;
};
const [LAMPS, LINES] = [0, 1];
const of = (place: number): ActionItem => {
  const item = items[place];
  if (!item) throw new Error("the test's own premise: the second Wednesday promised two things");
  return item;
};

/** The slips of a meeting: of each its title and its rows, label → value. */
async function slips(genre = "assignment") {
  const word = openWord((await meetingDocument(house, held.lake.actor, held.code, genre)).bytes);
  const titles = paragraphTexts(word.body).filter((text) => /(交办单|督办单)$/.test(text));
  return tables(word.body).map(
    (rows, index) => ({ title: titles[index] ?? "", ...labelled(rows) }) as Record<string, string>,
  );
}

const labelled = (rows: string[][]): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap(
      ([a = "", b = "", c, d = ""]) =>
        (c === undefined
          ? [[a, b]]
          : [
              [a, b],
              [c, d],
            ]) as [string, string][],
    ),
  );

describe("the slips of a meeting", () => {
  it("are one for each thing that it promised, with the database's numbers, names and days", async () => {
    const made = await slips();
    expect(made).toHaveLength(items.length);
    const agenda = await house.db.read((db) => agendaOf(db, held.meetingId));
    for (const [place, item] of items.entries()) {
      const issue = await house.db.read((db) => issueById(db, item.issueId));
      const decided = agenda.find(({ id }) => id === item.agendaItemId);
      expect(made[place]).toMatchObject({
        title: "翠湖社区交办单",
        事项: `交办${item.number}号：${item.title}`,
        要求: item.plan,
        承办: item.responsible,
        交办日期: formatDay(dayOf(item.createdAt)),
        办理时限: formatDay(item.deadline),
        依据: `2026年11月25日相约星期三议事会，议题${issue?.number}“${issue?.title}”\n${decided?.conclusion}。`,
        发单日期: "2026年11月25日",
        反馈人: "",
      });
    }
  });

  it("press for what is late, counting the days of the weekend", async () => {
    // A Friday; the slips are made out on the Monday after it.
    expect(of(LINES).deadline).toBe("2026-12-18");
    house.at(atTime("2026-12-18", "23:59"));
    expect((await slips())[LINES]?.title).toBe("翠湖社区交办单");
    house.at(atTime("2026-12-21", "09:00"));
    const late = (await slips())[LINES];
    expect(late?.title).toBe("翠湖社区督办单");
    expect(late?.督办要求).toContain("原定2026年12月18日办结，至2026年12月21日已逾期3天，尚未办结。请湖滨供电所写明");
    expect(late).toHaveProperty("逾期原因", "");
  });

  it("say how a deadline was moved and why, what meetings heard, what was sent back and how it ended, from the journal", async () => {
    const { actor } = held.lake;
    house.at(atTime("2026-12-09", "10:00"));
    await moveDeadline(house, actor, { ...(await again(of(LAMPS))), deadline: "2026-12-24", reason: "等灯头到货" });
    await house.db.write((db) =>
      saveReport(db, {
        meetingId: held.meetingId,
        actionItemId: of(LAMPS).id,
        note: "到货四盏",
        reportedAt: atTime("2026-12-16", "14:40"),
      }),
    );
    house.at(atTime("2026-12-20", "10:00"));
    await finishActionItem(house, actor, { ...(await again(of(LINES))), note: "三段都查过" });
    await returnActionItem(house, actor, { ...(await again(of(LINES))), reason: "第三段还跳闸" });
    await finishActionItem(house, actor, { ...(await again(of(LINES))), note: "第三段换了电缆" });
    house.at(atTime("2026-12-21", "09:00"));
    const [lamps, lines] = await slips();
    const moved = (await house.db.read((db) => journalOf(db, of(LAMPS).id))).find(({ act }) => act === "move-deadline");
    expect(moved?.data).toMatchObject({ was: "2026-12-10", deadline: "2026-12-24", reason: "等灯头到货" });
    expect(lamps).toMatchObject({ 办理时限: "2026年12月24日", title: "翠湖社区交办单" });
    expect(lamps?.督办意见).toContain(
      "2026年12月9日延期：由2026年12月10日延至2026年12月24日，理由：等灯头到货。（周岚）",
    );
    expect(lamps?.办理情况).toBe("2026年12月16日相约星期三议事会上说明：到货四盏。");
    expect(lines?.督办意见).toContain("2026年12月20日退回再办，理由：第三段还跳闸。（周岚）");
    expect(lines).toMatchObject({
      办理情况: "2026年12月20日已办结：第三段换了电缆。",
      反馈人: actor.name,
      反馈时间: "2026年12月20日",
      title: "翠湖社区交办单",
    });
  });
});

describe("the slips of an issue", () => {
  it("are those of its action items; without any it says where to enter one", async () => {
    const { actor } = held.lake;
    const word = openWord((await issueDocument(house, actor, of(LAMPS).issueId, "assignment")).bytes);
    const matters = tables(word.body).map((rows) => labelled(rows).事项);
    const mine = items.filter(({ issueId }) => issueId === of(LAMPS).issueId);
    expect(matters).toEqual(mine.map(({ number, title }) => `交办${number}号：${title}`));
    const agenda = await house.db.read((db) => agendaOf(db, held.meetingId));
    const withoutWork = agenda.find(({ outcome }) => outcome === "next-time")?.issueId ?? "";
    const line = (await issueDocuments(house, actor, withoutWork)).find(({ genre }) => genre === "assignment");
    expect(line).toMatchObject({ ready: false, missing: ["交办事项"] });
  });
});
