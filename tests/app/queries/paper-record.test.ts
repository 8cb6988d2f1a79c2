import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clockOf } from "#app/domain/calendar/day.ts";
import { outcomeSentence } from "#app/domain/poll/outcome-sentence.ts";
import { pollResult } from "#app/queries/poll-result.ts";
import { agendaOf, meetingById } from "#db/stores/meeting.ts";
import { ballotsOf, pollsOf } from "#db/stores/poll.ts";
import { attendeesOf } from "#db/stores/roll.ts";
import { insertSpeech, speechesOf } from "#db/stores/speech.ts";
import { openRoom } from "#tests/app/commands/room.ts";
import { meetingDocument, meetingDocuments } from "#tests/documents.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { cast } from "#tests/people.ts";
import { openWord, paragraphTexts, tables } from "#tests/proof/word-file.ts";
import { CAME, holdTwoWednesdays, STAYED_AWAY, type TwoWednesdays } from "./two-wednesdays.ts";

let house: TestHouse;
let held: TwoWednesdays;
beforeAll(async () => {
  house = openTestHouse();
  held = await holdTwoWednesdays(house);
});
afterAll(() => house.close());

const bodyOf = async (genre: string) =>
  openWord((await meetingDocument(house, held.lake.actor, held.code, genre)).bytes).body;
const linesOf = async (genre: string) => paragraphTexts(await bodyOf(genre)).filter((line) => line !== "");
const closedPolls = async () => (await house.db.read((db) => pollsOf(db, held.meetingId))).reverse();

describe("会议记录", () => {
  it("names everybody who came and everybody with a vote who did not, by seat, as the roll has them", async () => {
    const lines = await linesOf("record");
    const line = (label: string) => lines.find((each) => each.startsWith(`${label}：`)) ?? "";
    for (const member of CAME) {
      const { name, seat, votingRight } = cast[member];
      expect(line(votingRight ? "出席" : "列席")).toMatch(new RegExp(`${seat}：[^；]*${name}`));
    }
    for (const member of STAYED_AWAY) {
      const { name, votingRight } = cast[member];
      expect(line("缺席").includes(name)).toBe(votingRight);
    }
    const roll = await house.db.read((db) => attendeesOf(db, held.meetingId));
    const voting = roll.filter(({ votingRight }) => votingRight);
    const came = voting.filter(({ presentAt }) => presentAt !== null).length;
    expect(line("出席")).toContain(`应到${voting.length}人，实到${came}人`);
    expect(line("时间")).toBe("时间：2026年11月25日（星期三）14:30—15:40");
    expect(lines).toContain("15:40散会。");
  });

  it("has every speech with its speaker and time, in order, under its item", async () => {
    const lines = await linesOf("record");
    const items = await house.db.read((db) => agendaOf(db, held.meetingId));
    const speeches = await house.db.read((db) => speechesOf(db, held.meetingId));
    expect(speeches.length).toBeGreaterThan(3);
    for (const { agendaItemId, speaker, body, createdAt } of speeches) {
      const item = items.find(({ id }) => id === agendaItemId);
      const heading = lines.findIndex((each) => each.endsWith(item?.title ?? "?") && /^（.+）/.test(each));
      const said = lines.indexOf(`${speaker}（${clockOf(createdAt)}）：${body}`, heading);
      const next = lines.findIndex((each, place) => place > heading && /^（[一二三四五六七八]）/.test(each));
      expect(heading).toBeGreaterThan(0);
      expect(said).toBeGreaterThan(heading);
      expect(next < 0 || said < next).toBe(true);
    }
  });

  it("tells each vote with its figures, opposition and abstention too, and what was settled", async () => {
    const text = (await linesOf("record")).join("\n");
    for (const { question, result } of await closedPolls()) {
      expect(text).toContain(`就“${question}”采用`);
      const figures = `同意${result?.for}票，反对${result?.against}票，弃权${result?.abstain}票，无效${result?.invalid}票`;
      expect(text).toContain(figures);
    }
    for (const words of [
      "议定事项：先换灯",
      "不同意见：个别代表建议加装感应灯。",
      "处理结果：限期解决。",
      "不能办的理由：不属于社区职责。",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain(
      "1.更换3号楼前盖板（责任人：翠湖物业服务中心；时限：2026年11月20日）：已办结，已更换并试走。",
    );
    expect(text).toMatch(/监票人：/);
  });

  it("does not say twice what is settled where the tasks are all of it", async () => {
    const [first] = await house.db.read(async (db) => db.select().from(db.tables.meeting));
    expect(first?.state === "closed" && first.id !== held.meetingId).toBe(true);
    const { bytes } = await meetingDocument(house, held.lake.actor, first?.code ?? "", "record");
    const lines = paragraphTexts(openWord(bytes).body);
    const from = lines.findIndex((line) => line.endsWith("）上周:更换3号楼前盖板"));
    const item = lines.slice(from, from + 7).filter((line) => line.includes("更换3号楼前盖板"));
    expect(lines.slice(from)).toContain("议定事项：限期办理下列事项。");
    // The title, and the task.
    expect(item).toHaveLength(2);
  });

  it("tells of a named vote the counts only, not who voted what", async () => {
    const named = (await closedPolls()).find(({ mode }) => mode === "named");
    const ballots = await house.db.read((db) => ballotsOf(db, named?.id ?? ""));
    expect(ballots.some(({ personId }) => personId !== null)).toBe(true);
    const told = (await linesOf("record")).filter((line) => line.includes(named?.question ?? "?")).join();
    expect(Object.values(cast).filter(({ name }) => told.includes(name))).toEqual([]);
  });

  it("marks what was entered once the meeting was over", async () => {
    const meeting = await house.db.read((db) => meetingById(db, held.meetingId));
    const [, item] = await house.db.read((db) => agendaOf(db, held.meetingId));
    const at = new Date((meeting?.closedAt?.getTime() ?? 0) + 3_600_000);
    const row = {
      ...{ id: "late", meetingId: held.meetingId, agendaItemId: item?.id ?? "", position: 99, recordedBy: "徐静" },
      ...{ speaker: "李淑珍", body: "漏记了一句。", createdAt: at, updatedAt: at },
    };
    await house.db.write((db) => insertSpeech(db, row));
    const lines = await linesOf("record");
    expect(lines).toContain(`李淑珍（${clockOf(at)}，会后补录）：漏记了一句。`);
    expect(lines.filter((line) => line.includes("补录"))).toHaveLength(1);
  });

  it("is not there before the meeting has begun", async () => {
    const other = openTestHouse();
    try {
      const room = await openRoom(other, { opened: false });
      const { code } = await room.meeting();
      const lines = await meetingDocuments(other, room.community.actor, code);
      expect(lines.find(({ genre }) => genre === "record")?.missing).toEqual(
        expect.arrayContaining(["会议开始", "散会时间", "记录人", "议题1的处理结果"]),
      );
    } finally {
      await other.close();
    }
  });
});

describe("会议议程", () => {
  it("tells first how many of the promises made before are kept, open and overdue", async () => {
    const [[, first] = []] = tables(await bodyOf("agenda"));
    expect(first?.slice(0, 2)).toEqual(["1", expect.stringContaining("（已办结1件，正在办理2件，其中逾期1件）")]);
  });
});

describe("表决结果报告单 of a meeting", () => {
  it("has a page for each vote, with the figures, steps and sentence that the page of the result shows", async () => {
    const body = await bodyOf("tally-report");
    const frames = tables(body);
    const polls = await closedPolls();
    expect(polls).toHaveLength(3);
    expect(paragraphTexts(body).filter((line) => line.replace(/\n/g, "").includes("表决结果报告单"))).toHaveLength(3);
    for (const [index, { id, question, result }] of polls.entries()) {
      const [head = [], figures = [], end = []] = frames.slice(index * 3, index * 3 + 3);
      const cell = (rows: string[][], label: string) => {
        const row = rows.find((cells) => cells.includes(label)) ?? [];
        return row[row.indexOf(label) + 1];
      };
      const shown = await pollResult(house, id);
      expect(shown).toEqual(result);
      expect(cell(head, "表决事项")).toBe(question);
      expect(cell(head, "应到")).toBe(`${shown.due}人`);
      expect(cell(head, "实到")).toBe(`${shown.present}人`);
      const { cast: all, invalid, for: yes, against, abstain } = shown;
      expect(figures[1]).toEqual(["手机", "—", ...[all, all - invalid, invalid, yes, against, abstain].map(String)]);
      const steps = cell(end, "比率与门槛") ?? "";
      for (const { text } of shown.steps) expect(steps).toContain(text);
      expect(cell(end, "结论")).toBe(`${shown.passed ? "通过" : "未通过"}。${outcomeSentence(shown)}。`);
      const silent = shown.present - shown.cast;
      expect(cell(end, "差异说明")).toBe(silent > 0 ? `到会而没有表决${silent}人。` : "无");
      expect(end.slice(-2).map((cells) => cells.filter((_, place) => place % 2 === 0))).toEqual([
        ["计票人签名", "监票人签名"],
        ["主持人签名", "监督人签名"],
      ]);
    }
  });

  it("carries no name of anybody who voted", async () => {
    const text = (await linesOf("tally-report")).join("\n").replaceAll("同意王志远垫付换灯费用吗?", "");
    expect(Object.values(cast).filter(({ name }) => text.includes(name))).toEqual([]);
  });
});
