import mammoth from "mammoth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { takeStep } from "#app/commands/take-step.ts";
import { finishActionItem, moveDeadline } from "#app/commands/update-action-item.ts";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { atTime, dayOf } from "#app/domain/calendar/day.ts";
import { maskName, maskParty } from "#app/domain/person/mask.ts";
import { peopleIn } from "#app/queries/documents/known-names.ts";
import {
  type ActionItem,
  actionItemsOfMeeting,
  issueById,
  issuesOf,
  saveActionItem,
  saveIssue,
} from "#db/stores/issue.ts";
import { agendaOf } from "#db/stores/meeting.ts";
import { saveReport } from "#db/stores/report.ts";
import { issueDocument, issueDocuments, meetingDocument, meetingDocuments } from "#tests/documents.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { cast } from "#tests/people.ts";
import { openWord, paragraphTexts } from "#tests/proof/word-file.ts";
import { holdTwoWednesdays, ISSUES, MOVED_AWAY, SETTINGS, type TwoWednesdays } from "./two-wednesdays.ts";

let house: TestHouse;
let held: TwoWednesdays;
let lamps: ActionItem;
let lines: ActionItem;

const GENRE = "feedback-notice";
/** On no roll: known only from who answers for the lamps. */
const OUTSIDER = "马占山";

beforeAll(async () => {
  house = openTestHouse();
  held = await holdTwoWednesdays(house);
  const [first, second] = await house.db.read((db) => actionItemsOfMeeting(db, held.meetingId));
  if (!first || !second) throw new Error("the test's own premise: the second Wednesday promised two things");
  [lamps, lines] = [first, second];
  await house.db.write((db) =>
    saveIssue(db, lamps.issueId, { detail: "2单元501的王志远说晚上看不清，手机13912345678" }),
  );
  await house.db.write((db) => saveActionItem(db, first.id, { responsible: `物业公司${OUTSIDER}` }));
  house.at(atTime("2026-12-01", "09:00"));
  const note = `${cast.wang.name}和${OUTSIDER}到场，六盏都亮，钱多多也看过，1号楼2单元302在场`;
  await finishActionItem(house, held.lake.actor, { id: lamps.id, version: lamps.version + 1, note });
  house.at(atTime("2026-12-21", "09:00"));
});
afterAll(() => house.close());

const paragraphs = async (choices = {}) =>
  paragraphTexts(openWord((await meetingDocument(house, held.lake.actor, held.code, GENRE, choices)).bytes).body);
const missing = async () =>
  (await meetingDocuments(house, held.lake.actor, held.code)).find(({ genre }) => genre === GENRE)?.missing;

describe("a feedback notice of a meeting", () => {
  it("waits for the reason of what is late, and says where it is entered", async () => {
    expect(lines.deadline).toBe("2026-12-18");
    expect(await missing()).toEqual([`交办${lines.number}的未办结原因（改时限的理由或会上说明的进展）`]);
    const said = { meetingId: held.meetingId, actionItemId: lines.id, note: "第三段等断电通知" };
    await house.db.write((db) => saveReport(db, { ...said, reportedAt: atTime("2026-12-16", "14:40") }));
    expect(await missing()).toEqual([]);
  });

  it("has the database's problems, agreements, results, days and people answering for it", async () => {
    const text = await paragraphs({ masked: false });
    const agenda = await house.db.read((db) => agendaOf(db, held.meetingId));
    const settled = agenda.filter(({ outcome, issueId }) => issueId && outcome && outcome !== "next-time");
    expect(settled).toHaveLength(3);
    for (const { issueId, conclusion, reason } of settled) {
      const issue = await house.db.read((db) => issueById(db, issueId ?? ""));
      if (!issue) throw new Error("the test's own premise");
      expect(text.some((line) => line.endsWith(issue.title))).toBe(true);
      expect(text.join("\n")).toContain(`首次提出：${formatDay(issue.firstRaisedOn)}；地点：${issue.place}`);
      expect(text).toContain(`2026年11月25日相约星期三议事会议定：${conclusion || reason}。`);
    }
    const [done] = (await house.db.read((db) => actionItemsOfMeeting(db, held.meetingId))) as [ActionItem];
    expect(text).toContain(
      `1.${done.title}。责任人或单位：${done.responsible}；时限：${formatDay(done.deadline)}；` +
        `进展：已办结（${formatDay(dayOf(done.doneAt ?? new Date(0)))}）；结果：${done.resultNote}。`,
    );
    expect(text).toContain(
      `2.${lines.title}。责任人或单位：${lines.responsible}；时限：${formatDay(lines.deadline)}；` +
        `进展：逾期未办结；未办结原因：第三段等断电通知；下一步：${lines.plan}。`,
    );
    expect(text.join("\n")).toContain(
      "3件议题办理情况公布如下：已办结1件，正在办理0件，逾期未办结1件，不能办或不再办1件。",
    );
    expect(text).toContain("已过时限，尚未办结。议定事项2项，办结1项。");
    expect(text).toContain("还没有收到评价。");
  });

  it("says the result first, then the course", async () => {
    const text = await paragraphs();
    const place = (words: string) => text.findIndex((line) => line.startsWith(words));
    const order = ["一、办理结果", "二、原来的问题", "三、经费", "四、居民评价", "五、公示期"].map(place);
    expect(order.every((each) => each > 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it("hangs at least fifteen days", async () => {
    expect(await paragraphs({ from: "2026-12-22" })).toContain("公示期自2026年12月22日起至2027年1月6日止。");
  });

  it("shows strangers no resident's name, room or phone, whoever wrote it where", async () => {
    const { bytes, fileName } = await meetingDocument(house, held.lake.actor, held.code, GENRE);
    const parts = [...openWord(bytes).parts.values()].map((part) => JSON.stringify(part)).join("\n");
    const all = `${parts}\n${(await mammoth.extractRawText({ buffer: bytes })).value}\n${fileName}`;
    const names = [OUTSIDER, ...Object.values(cast).map(({ name }) => name), ISSUES.lamp.raisedBy, MOVED_AWAY];
    const open = (await paragraphs({ masked: false })).join("\n");
    expect(
      ["王志远", "钱多多", OUTSIDER, "2单元302", "2单元501", "13912345678"].filter((word) => !open.includes(word)),
    ).toEqual([]);
    expect(names.filter((name) => all.includes(name))).toEqual([]);
    expect(all.match(/1[3-9]\d{9}|单元|501/g)).toBeNull();
    const shown = [maskName(cast.wang.name), SETTINGS.contactPhone, SETTINGS.supervisionPhone, "湖滨供电所"];
    expect(shown.filter((words) => !all.includes(words))).toEqual([]);
  });
});

describe("a feedback notice of an issue", () => {
  it("tells of one whose deadline was moved by the reason that was given, and how it was rated", async () => {
    const { actor } = held.lake;
    const late = (await house.db.read((db) => actionItemsOfMeeting(db, held.meetingId)))[1] as ActionItem;
    await moveDeadline(house, actor, { ...late, deadline: "2026-12-31", reason: "等断电批复" });
    const text = async () =>
      paragraphTexts(openWord((await issueDocument(house, actor, lamps.issueId, GENRE)).bytes).body);
    expect((await text()).join("\n")).toContain("进展：正在办理；未办结原因：等断电批复；下一步：分三段断电。");
    const moved = (await house.db.read((db) => actionItemsOfMeeting(db, held.meetingId)))[1] as ActionItem;
    await finishActionItem(house, actor, { id: moved.id, version: moved.version, note: "三段查完" });
    await takeStep(house, actor, { issueId: lamps.issueId, event: "advance", facts: { rating: "fair" } });
    expect(await text()).toEqual(
      expect.arrayContaining([
        "共收到评价1份：满意0份，基本满意1份，不满意0份。样本不足20份，不计算百分比。",
        "已办结。议定事项2项，办结2项。",
      ]),
    );
  });

  it("lacks what nobody decided yet", async () => {
    const { actor } = held.lake;
    const { id } = await enterIssue(house, actor, { title: "健身器材松动" });
    const [issue] = await house.db.read((db) => issuesOf(db, actor.communityId));
    const line = (await issueDocuments(house, actor, id)).find(({ genre }) => genre === GENRE);
    expect(line?.missing).toEqual([`议题${issue?.number}的议定事项`, `议题${issue?.number}的办理结果`]);
  });
});

describe("names within who answers for something", () => {
  it.each([
    ["物业公司郑国强", ["郑国强"]],
    ["王建国", ["王建国"]],
    ["郑国强师傅", ["郑国强"]],
    ["幸福供电所", []],
    ["第二网格、李志强", ["李志强"]],
    ["", []],
  ])("%s → %j", (party, people) => {
    expect(peopleIn(party)).toEqual(people);
  });

  it("of a compound surname are masked as a whole", () => {
    const [name = ""] = peopleIn("欧阳建国");
    expect("欧阳建国到场".replace(name, maskName(name))).toBe("欧阳某到场");
    expect(maskParty("欧阳建国", [])).toBe("欧阳某");
  });
});
