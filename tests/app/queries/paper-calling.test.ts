import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cancelMeeting } from "#app/commands/cancel-meeting.ts";
import { draftPoll } from "#app/commands/draft-poll.ts";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import type { DocumentChoices } from "#app/domain/document/choices.ts";
import { madeDocument } from "#app/queries/documents/index.ts";
import { issueById, saveIssue } from "#db/stores/issue.ts";
import { agendaOf, saveBody } from "#db/stores/meeting.ts";
import { attendeesOf } from "#db/stores/roll.ts";
import { saveCommunity } from "#db/stores/staff.ts";
import { meetingDocument, meetingDocuments } from "#tests/documents.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { cast, type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { openWord, paragraphTexts, tables } from "#tests/proof/word-file.ts";
import { refusalOf } from "#tests/refusal.ts";
import { NOTICED, openEstate } from "../commands/estate.ts";
import { SETTINGS } from "./two-wednesdays.ts";

const STARTS = atTime("2026-11-25", "14:30");
const LAMP = {
  title: "3号楼东侧路灯不亮",
  place: "3号楼2单元501门前",
  category: "公共设施",
  detail: "张海波(13812345678)反映楼前六盏灯全灭",
  raisedBy: "钱多多",
};
const PARKING = { title: "车位常被外来车占用", place: "北门停车区", category: "停车", detail: "", raisedBy: "网格员" };

let house: TestHouse;
let lake: SeededCommunity;
let meetingId: string;
let code: string;
let lamp: string;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
  await house.db.write((db) => saveCommunity(db, lake.communityId, { settings: SETTINGS }));
  lamp = (await enterIssue(house, lake.actor, LAMP)).id;
  const parking = (await enterIssue(house, lake.actor, PARKING)).id;
  const plan = { body: lake.bodyId, startsAt: STARTS, place: "议事厅", recorder: "徐静", issues: [lamp, parking] };
  ({ id: meetingId, code } = await planMeeting(house, lake.actor, plan));
});
afterEach(() => house.close());

const make = (genre: string, choices: DocumentChoices = {}) => meetingDocument(house, lake.actor, code, genre, choices);
async function linesOf(made: Promise<{ bytes: Buffer }>): Promise<string[]> {
  return paragraphTexts(openWord((await made).bytes).body).filter((line) => line !== "");
}
const missing = async (genre: string) =>
  (await meetingDocuments(house, lake.actor, code)).find((line) => line.genre === genre)?.missing;

describe("会议通知", () => {
  it("calls those on the roll, seat by seat, to the place and hour planned, about the agenda's issues", async () => {
    const lines = await linesOf(make("meeting-notice"));
    const text = lines.join("\n");
    const roll = await house.db.read((db) => attendeesOf(db, meetingId));
    const voting = roll.filter((line) => line.votingRight);
    expect(voting).toHaveLength(10);
    const of = (seat: string) => voting.filter((line) => line.seat === seat).length;
    expect(text).toContain(
      `应到（有表决权）：社区党委书记${of("社区党委书记")}人、党员中心户${of("党员中心户")}人、居民代表${of("居民代表")}人，共10人。`,
    );
    expect(text).toContain("列席：小区物业负责人1人、街道指导员1人，共2人，可以发言，不参加表决。");
    expect(lines).toContain("时间：2026年11月25日（星期三）14:30。");
    expect(lines).toContain("地点：议事厅。");
    const issues = (await house.db.read((db) => agendaOf(db, meetingId))).filter(({ kind }) => kind === "issue");
    expect(text).toContain(`商议下列${issues.length}件议题`);
    // The wide point: “2.3号楼” would be read as a number.
    expect(LAMP.title).toMatch(/^\d/);
    expect(lines).toContain(`2．${LAMP.title}（议题1，${LAMP.raisedBy}报告）。`);
    expect(lines).toContain(`3.${PARKING.title}（议题2，${PARKING.raisedBy}报告）。`);
    expect(lines).toContain(`联系人：${SETTINGS.contact}；联系电话：${SETTINGS.contactPhone}。`);
    expect(text).toContain("本次会议不能委托他人表决（本会议的做法：");
    expect(lines.slice(-2)).toEqual(["翠湖社区居民委员会", "2026年11月23日"]);
  });

  it("is dated the day it goes out: today, or the day chosen, which may lie before the meeting", async () => {
    expect((await linesOf(make("meeting-notice", { from: "2026-11-24" }))).at(-1)).toBe("2026年11月24日");
    await expect(make("meeting-notice", { from: "2026-11-22" })).rejects.toMatchObject({ word: "invalid-value" });
    house.at(STARTS);
    await openMeeting(house, lake.actor, { meetingId });
    // Nobody may guess on which day it went out.
    expect((await linesOf(make("meeting-notice"))).at(-1)).toMatch(/^\s*年\s+月\s+日$/);
  });

  it("names the law's limits on proxies where the rule knows them", async () => {
    await house.db.write((db) => saveBody(db, lake.bodyId, { ruleId: "committee-election" }));
    const text = (await linesOf(make("meeting-notice"))).join("\n");
    expect(text).toMatch(
      /可以书面委托他人表决：.*每人最多受托3人，候选人不得受托（依据：《.*居民委员会组织法》.*第19条/,
    );
  });

  it("lacks what the settings and the plan do not say", async () => {
    await house.db.write((db) => saveCommunity(db, lake.communityId, { settings: {} }));
    expect(await missing("meeting-notice")).toEqual(["联系人", "联系电话"]);
    expect(await missing("agenda")).toEqual([]);
  });

  it("of a meeting that was called off says so and why, and is the only paper there", async () => {
    house.at(atTime("2026-11-24", "10:00"));
    await cancelMeeting(house, lake.actor, { meetingId, reason: "会场停电检修" });
    expect((await meetingDocuments(house, lake.actor, code)).map(({ genre, ready }) => [genre, ready])).toEqual([
      ["meeting-notice", true],
    ]);
    const made = await make("meeting-notice");
    expect(made.fileName).toMatch(/^2026-11-24-会议通知-停开 /);
    const title = (await linesOf(Promise.resolve(made))).join("|");
    expect(title).toContain("关于停开");
    expect((await linesOf(Promise.resolve(made))).slice(-4)).toEqual([
      expect.stringMatching(/^原定于2026年11月25日（星期三）14:30召开的“.*”停开。$/),
      "停开原因：会场停电检修。",
      "翠湖社区居民委员会",
      "2026年11月24日",
    ]);
    expect(title).not.toMatch(/议题|联系/);
    expect(await refusalOf(make("agenda"))).toMatchObject({ word: "document-not-ready" });
  });
});

describe("议题公告", () => {
  const everything = async (choices = {}) => {
    const { bytes, fileName } = await make("issue-announcement", choices);
    return `${[...openWord(bytes).parts.values()].map((part) => JSON.stringify(part)).join("\n")}${fileName}`;
  };

  it("names nobody of the roll, nobody who raised an issue, no room and no phone but the two", async () => {
    expect(await missing("issue-announcement")).toEqual(["议题2的缘由（议题说明）"]);
    await fillIn(PARKING.title, { cause: "外来车辆夜间停放" });
    const text = await everything();
    const names = [...Object.values(cast).map(({ name }) => name), LAMP.raisedBy];
    expect(names.filter((name) => text.includes(name))).toEqual([]);
    expect(text.match(/1[3-9]\d{9}|2单元|501/g)).toBeNull();
    for (const shown of [SETTINGS.contactPhone, SETTINGS.supervisionPhone, "张某", "徐某"])
      expect(text).toContain(shown);
    const internal = await everything({ masked: false });
    for (const shown of ["张海波", "13812345678", "内部版"]) expect(internal).toContain(shown);
  });

  it("tells cause, plan, whom it concerns and cost as entered, and leaves out what nobody entered", async () => {
    await fillIn(PARKING.title, {
      cause: "外来车辆夜间停放",
      options: ["加装道闸", "划定访客车位"],
      affectedHouseholds: ["1号楼101 王志远", "1号楼102"],
      cost: "道闸约8000元，由公共收益列支",
    });
    const lines = await linesOf(make("issue-announcement"));
    expect(lines).toEqual(
      expect.arrayContaining([
        "缘由：外来车辆夜间停放。",
        "方案要点：（1）加装道闸；（2）划定访客车位。",
        "涉及人群：相关住户2户。",
        "费用：道闸约8000元，由公共收益列支。",
        "方案：办法由会议商议，欢迎提出建议。",
        "会议时间：2026年11月25日（星期三）14:30；地点：议事厅。",
        `监督电话：${SETTINGS.supervisionPhone}。`,
      ]),
    );
    expect(lines.filter((line) => line.startsWith("费用"))).toHaveLength(1);
  });

  it("asks for opinions for our seven days, or until the day before the meeting where that is sooner, and calls no law for it", async () => {
    await fillIn(PARKING.title, { cause: "外来车辆夜间停放" });
    const lines = await linesOf(make("issue-announcement"));
    expect(lines).toContain("征求意见期自2026年11月23日起至2026年11月24日止。");
    expect(lines.join()).not.toContain("依据");
  });

  it("of one issue tells the meeting it stands on; without one it lacks the time", async () => {
    const made = (id: string) => madeDocument(house, lake.actor, { kind: "issue", id }, "issue-announcement");
    const lines = await linesOf(made(lamp));
    expect(lines).toContain("会议时间：2026年11月25日（星期三）14:30；地点：议事厅。");
    expect(lines.join()).not.toContain(PARKING.title);
    const alone = (await enterIssue(house, lake.actor, { ...LAMP, title: "花坛破损" })).id;
    expect(await refusalOf(made(alone))).toMatchObject({ details: { missing: ["会议时间", "会议地点"] } });
  });

  async function fillIn(title: string, facts: object): Promise<void> {
    const items = await house.db.read((db) => agendaOf(db, meetingId));
    const issueId = items.find((item) => item.title === title)?.issueId ?? "";
    const issue = await house.db.read((db) => issueById(db, issueId));
    await house.db.write((db) => saveIssue(db, issueId, { facts: { ...issue?.facts, ...facts } }));
  }
});

describe("议题公告 of the owners", () => {
  it("must be out fifteen days before, with the article; later it cannot be made", async () => {
    const estate = await openEstate();
    try {
      const { house, actor, code } = estate;
      expect(house.clock()).toEqual(NOTICED);
      const lines = async () =>
        (await meetingDocuments(house, actor, code)).find(({ genre }) => genre === "issue-announcement")?.missing ?? [];
      expect((await lines()).filter((part) => part.includes("第14条"))).toEqual([]);
      house.at(atTime("2026-12-13", "09:00"));
      expect((await lines()).filter((part) => part.includes("15日以上") && part.includes("第14条"))).toHaveLength(1);
    } finally {
      await estate.house.close();
    }
  });
});

describe("会议议程", () => {
  it("begins with the report back, ends with 其他, and says who reports, how long, and how is voted", async () => {
    const items = await house.db.read((db) => agendaOf(db, meetingId));
    const asked = {
      meetingId,
      agendaItemId: items[1]?.id ?? "",
      question: "换灯吗?",
      ruleId: "resident-representatives",
    };
    await draftPoll(house, lake.actor, { ...asked, mode: "secret" });
    const { body } = openWord((await make("agenda")).bytes);
    const [[head, ...rows] = []] = tables(body);
    expect(head).toEqual(["序号", "事项", "报告人", "时长", "是否表决", "所附材料"]);
    expect(rows).toEqual([
      ["1", `${items[0]?.title}\n（没有需要通报的事项）`, "", `${items[0]?.plannedMinutes}分钟`, "否", ""],
      ["2", `${LAMP.title}（议题1）`, LAMP.raisedBy, `${items[1]?.plannedMinutes}分钟`, "是，无记名", ""],
      ["3", `${PARKING.title}（议题2）`, PARKING.raisedBy, `${items[2]?.plannedMinutes}分钟`, "", ""],
      ["4", "其他", "", "", "", ""],
    ]);
    const minutes = items.reduce((sum, item) => sum + item.plannedMinutes, 0);
    expect(paragraphTexts(body).join()).toContain(`以上约${minutes}分钟`);
  });
});
