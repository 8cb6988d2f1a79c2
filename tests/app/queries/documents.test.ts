import mammoth from "mammoth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { clockOf } from "#app/domain/calendar/day.ts";
import { maskName } from "#app/domain/person/mask.ts";
import { outcomeSentence } from "#app/domain/poll/outcome-sentence.ts";
import { journalOf } from "#db/journal.ts";
import { actionItemsOfMeeting } from "#db/stores/issue.ts";
import { agendaOf } from "#db/stores/meeting.ts";
import { type Poll, pollsOf } from "#db/stores/poll.ts";
import { attendeesOf } from "#db/stores/roll.ts";
import { meetingDocument, meetingDocuments } from "#tests/documents.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { cast } from "#tests/people.ts";
import { openWord, paragraphTexts, tables } from "#tests/proof/word-file.ts";
import {
  CAME,
  holdTwoWednesdays,
  ISSUES,
  MOVED_AWAY,
  SETTINGS,
  STAYED_AWAY,
  type TwoWednesdays,
} from "./two-wednesdays.ts";

let house: TestHouse;
let held: TwoWednesdays;
beforeAll(async () => {
  house = openTestHouse();
  held = await holdTwoWednesdays(house);
});
afterAll(() => house.close());

const make = (genre: string, choices = {}) => meetingDocument(house, held.lake.actor, held.code, genre, choices);
const paragraphs = async (genre: string, choices = {}) =>
  paragraphTexts(openWord((await make(genre, choices)).bytes).body).filter((text) => text !== "");
async function pollAsked(question: string): Promise<Poll & { result: NonNullable<Poll["result"]> }> {
  const poll = (await house.db.read((db) => pollsOf(db, held.meetingId))).find((each) => each.question === question);
  if (!poll?.result) throw new Error("the test's own premise: this poll was held and closed");
  return { ...poll, result: poll.result };
}

/** The sentence on a poll, built anew from the database's figures. */
async function figuresOf(question: string): Promise<string> {
  const { mode, result } = await pollAsked(question);
  const { due, present, cast: ballots, against, abstain, invalid, passed } = result;
  return (
    `就“${question}”采用${mode === "secret" ? "无记名" : "记名"}方式表决。应到${due}人，到会${present}人，收回表决票${ballots}张：` +
    `同意${result.for}票，反对${against}票，弃权${abstain}票，无效${invalid}票。表决结果：${passed ? "通过" : "未通过"}。`
  );
}

const QUESTIONS = ["同意王志远垫付换灯费用吗?", "是否加装道闸?", "是否增补记录人?"];

describe("after two Wednesdays", () => {
  it("its papers are ready", async () => {
    const papers = await meetingDocuments(house, held.lake.actor, held.code);
    expect(papers.filter(({ genre }) => ["attendance-sheet", "minutes", "result-notice"].includes(genre))).toEqual([
      { genre: "attendance-sheet", name: "签到表", public: false, ready: true, missing: [] },
      { genre: "minutes", name: "会议纪要", public: false, ready: true, missing: [] },
      { genre: "result-notice", name: "协商结果公示", public: true, ready: true, missing: [] },
    ]);
  });

  it("the premise holds: polls of every kind, counted as they were cast", async () => {
    const [lamp, gate, named] = await Promise.all(QUESTIONS.map(pollAsked));
    expect(lamp?.result).toMatchObject({ due: 10, present: 8, cast: 8, for: 6, against: 0, abstain: 2, passed: true });
    expect(gate?.result).toMatchObject({ due: 10, present: 8, cast: 5, for: 3, against: 2, abstain: 0, passed: false });
    expect(named).toMatchObject({ mode: "named", agendaItemId: null, result: { for: 8, passed: true } });
  });

  it("the attendance sheet has the roll's lines and counts", async () => {
    const { bytes, fileName } = await make("attendance-sheet");
    const word = openWord(bytes);
    const attendees = await house.db.read((db) => attendeesOf(db, held.meetingId));
    const [[head, ...rows] = []] = tables(word.body);
    expect(head).toEqual(["序号", "姓名", "身份", "单位或楼栋", "表决权", "到会时间", "签名"]);
    const lines = attendees.map(({ name, seat, unit, votingRight, presentAt, via }) => {
      const time = presentAt ? clockOf(presentAt) : "";
      return [name, seat, unit, votingRight ? "有" : "无", time, via === "token" ? "手机签到" : ""];
    });
    expect(rows.map(([, ...cells]) => cells)).toEqual(expect.arrayContaining(lines));
    expect(rows).toHaveLength(attendees.length);
    expect(rows.map(([number]) => number)).toEqual(attendees.map((_, index) => String(index + 1)));
    const text = paragraphTexts(word.body);
    expect(text).toContain("到会统计：名单共12人，实到9人；应到有表决权10人，实到8人。");
    expect(text.join()).toContain("法定人数：须到会7人，已达到法定人数。到会 8 ÷ 应到 10 = 80.00%");
    expect(fileName).toBe("2026-11-25-签到表-相约星期三议事会.docx");
  });

  it("the sheet names the seats in the method's order, whoever has no vote behind", async () => {
    const [[, ...rows] = []] = tables(openWord((await make("attendance-sheet")).bytes).body);
    const seats = rows.map(([, , seat]) => seat);
    expect(seats.slice(0, 3)).toEqual(["社区党委书记", "党员中心户", "居民代表"]);
    expect(seats.slice(-2)).toEqual(["小区物业负责人", "街道指导员"]);
  });

  it("the minutes have every figure, name, deadline and person responsible of the database", async () => {
    const text = await paragraphs("minutes");
    const all = text.join("\n");
    for (const question of QUESTIONS) {
      expect(all).toContain(await figuresOf(question));
      const { result } = await pollAsked(question);
      expect(all).toContain(outcomeSentence(result));
      for (const step of result.steps) expect(all).toContain(step.text);
    }
    const promised = await house.db.read((db) => actionItemsOfMeeting(db, held.meetingId));
    expect(promised).toHaveLength(2);
    for (const { title, responsible, deadline, plan } of promised) {
      const line = `${title}。责任人：${responsible}；时限：${formatDay(deadline)}；计划：${plan}。`;
      expect(text.some((each) => each.endsWith(line))).toBe(true);
    }
    for (const { kind, title } of await house.db.read((db) => agendaOf(db, held.meetingId))) {
      if (kind === "issue") expect(all).toContain(title);
    }
    const closing = (await house.db.read((db) => journalOf(db, held.meetingId))).at(-1);
    expect(closing?.act).toBe("close-meeting");
    expect(text.at(-1)).toContain(closing?.hash);
  });

  it("the minutes say who was there, what became of last week's promises, and each outcome in its words", async () => {
    const text = await paragraphs("minutes");
    const inOneLine = (label: string) => text.find((line) => line.startsWith(`${label}：`)) ?? "";
    for (const member of CAME) {
      const { name, votingRight } = cast[member];
      expect(inOneLine(votingRight ? "出席" : "列席")).toContain(name);
    }
    expect(inOneLine("出席")).toContain("（8人）");
    expect(inOneLine("缺席")).toBe("缺席：孙立军、吴春梅（2人）");
    expect(STAYED_AWAY.every((member) => !inOneLine("列席").includes(cast[member].name))).toBe(true);
    expect(text).toContain("会议听取落实情况通报：已办结1件，正在办理1件，逾期未办结1件。");
    const reported = text.filter((line) => /^\d\..*进展：/.test(line));
    expect(reported).toEqual([
      "1.更换3号楼前盖板。责任人：翠湖物业服务中心；时限：2026年11月20日；进展：已办结；说明：已更换并试走。",
      "2.清理2号楼楼道杂物。责任人：第二网格；时限：2026年11月24日；进展：逾期未办结。",
      "3.为商户备沙袋。责任人：赵玉兰；时限：2026年12月20日；进展：正在办理。",
    ]);
    for (const line of [
      "会议议定：先换灯,再由王志远(13812345678)查线路。",
      "分歧意见：个别代表建议加装感应灯。",
      "会议议定：物业当场联系车主移车,网格员每晚巡查。",
      "转下次的理由：当事人何秀英和白云飞没有表态。",
      "会议认为：招牌由城管部门管。",
      "不能办的理由：不属于社区职责。",
      "转下次的理由：会议结束时未形成结果。",
      "三、其他表决",
    ]) {
      expect(text).toContain(line);
    }
    expect(text).toContain("时间：2026年11月25日（星期三）14:30—15:40");
  });

  it("the minutes carry the number that staff give them", async () => {
    expect((await paragraphs("minutes", { number: "2026年第12期" }))[1]).toBe("（2026年第12期）");
    expect((await paragraphs("minutes"))[1]).not.toContain("期");
  });
});

describe("the notice that is put up", () => {
  /** All text of the file, its headers and properties too. */
  const everything = async (choices = {}) => {
    const { bytes, fileName } = await make("result-notice", choices);
    const parts = [...openWord(bytes).parts.values()].map((part) => JSON.stringify(part)).join("\n");
    return `${parts}\n${(await mammoth.extractRawText({ buffer: bytes })).value}\n${fileName}`;
  };

  it("names nobody of the roll and nobody who raised an issue, and no phone but the two", async () => {
    const text = await everything();
    const names = [...Object.values(cast).map(({ name }) => name), ISSUES.lamp.raisedBy, MOVED_AWAY];
    expect(names.filter((name) => text.includes(name))).toEqual([]);
    expect(text.match(/1[3-9]\d{9}|单元|501/g)).toBeNull();
    const shown = [maskName(cast.wang.name), SETTINGS.contactPhone, SETTINGS.supervisionPhone];
    expect(shown.filter((words) => !text.includes(words))).toEqual([]);
  });

  it("keeps words that name a role and no person, whoever raised an issue under them", async () => {
    expect(ISSUES.parking.raisedBy).toBe("网格员");
    const text = (await paragraphs("result-notice")).join("\n");
    for (const kept of ["网格员每晚巡查", "物业公司郑某", "湖滨供电所"]) expect(text).toContain(kept);
  });

  it("has the database's figures, outcomes, deadlines and counts of seats", async () => {
    const text = (await paragraphs("result-notice")).join("\n");
    for (const question of QUESTIONS.slice(1)) expect(text).toContain(await figuresOf(question));
    expect(text).toContain((await figuresOf(QUESTIONS[0] ?? "")).replace("王志远", "王某"));
    for (const { title, deadline } of await house.db.read((db) => actionItemsOfMeeting(db, held.meetingId))) {
      expect(text).toContain(`${title}。责任人或单位：`);
      expect(text).toContain(`完成时限：${formatDay(deadline)}。`);
    }
    expect(text).toContain("参与方：社区党委书记1人、党员中心户1人、居民代表6人、小区物业负责人1人，共9人。");
    expect(text).toContain("协商结论：多数同意；处理结果：限期解决。");
    expect(text).toContain("协商结论：存在分歧；处理结果：当场解决。");
    expect(text).toContain("（六）其他表决");
  });

  it("hangs fifteen days from the day that is chosen", async () => {
    expect(await paragraphs("result-notice", { from: "2026-12-01" })).toEqual(
      expect.arrayContaining(["公示期自2026年12月1日起至2026年12月16日止。", "2026年12月1日"]),
    );
    const refused = make("result-notice", { from: "2026-11-24" });
    await expect(refused).rejects.toMatchObject({ word: "invalid-value", details: [{ field: "from" }] });
  });

  it("shows names in the version for the house, and says so on it", async () => {
    const text = await everything({ masked: false });
    const hidden = ["王志远", "何秀英", "郑国强", "徐静", "13812345678", "3号楼2单元501"];
    expect(hidden.filter((words) => !text.includes(words))).toEqual([]);
    expect(text.includes("内部版，含个人信息，不得公开张贴")).toBe(true);
    expect((await everything()).includes("内部版")).toBe(false);
  });
});
