import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closePoll } from "#app/commands/close-poll.ts";
import { draftPoll } from "#app/commands/draft-poll.ts";
import { enterPaper } from "#app/commands/enter-paper.ts";
import { plainArea } from "#app/domain/owners/area.ts";
import { outcomeSentence } from "#app/domain/poll/outcome-sentence.ts";
import { ownersVotePage } from "#app/queries/owners-vote.ts";
import { saveMeeting } from "#db/stores/meeting.ts";
import { pollById } from "#db/stores/poll.ts";
import { meetingDocument, meetingDocuments } from "#tests/documents.ts";
import { cast } from "#tests/people.ts";
import { openWord, paragraphTexts, tables } from "#tests/proof/word-file.ts";
import { ENDS, openEstate, VIEW } from "../commands/estate.ts";
import { type PollRoom, pollRoom } from "../commands/poll-room.ts";

let room: PollRoom;
beforeEach(async () => {
  room = await pollRoom();
  await room.house.db.write((db) => saveMeeting(db, room.meeting.id, { chair: "主持人甲" }));
});
afterEach(() => room.house.close());

async function paper(genre: string) {
  const { house, community, meeting } = room;
  const { body } = openWord((await meetingDocument(house, community.actor, meeting.code, genre)).bytes);
  return { lines: paragraphTexts(body).filter((line) => line !== ""), tables: tables(body) };
}
const missing = async (genre: string) => {
  const { house, community, meeting } = room;
  return (await meetingDocuments(house, community.actor, meeting.code)).find((line) => line.genre === genre)?.missing;
};
const draft = (question: string, more: object) => {
  const asked = { meetingId: room.meeting.id, question, mode: "secret" as const, ruleId: "resident-representatives" };
  return draftPoll(room.house, room.community.actor, { ...asked, ...more });
};
/** The value beside a label of a frame. */
function beside(frames: readonly string[][][], label: string): string | undefined {
  const row = frames.flat().find((cells) => cells.includes(label)) ?? [];
  return row[row.indexOf(label) + 1];
}

describe("表决票", () => {
  it("of a plain secret vote is short: twice on the page, its answers as they stand, and nothing of a person", async () => {
    await draft("是否补装路灯?", { alsoPaper: true });
    const { lines, tables } = await paper("ballot-paper");
    expect(lines.filter((line) => line === "表决事项：是否补装路灯?")).toHaveLength(2);
    expect(lines.filter((line) => /同意.*反对.*弃权/su.test(line))).toHaveLength(2);
    const text = lines.join("\n");
    expect(text).toContain("只选一项，打“√”。多选、不选或看不清的无效。不写姓名，不作记号。");
    expect(tables).toEqual([]);
    expect(text).not.toMatch(/姓名：|签名|票号|楼栋/);
    expect(Object.values(cast).filter(({ name }) => text.includes(name))).toEqual([]);
  });

  it("asks each item by itself, and says that a slip spoils that item alone", async () => {
    await draft("两件事", { alsoPaper: true, items: "换灯\n修路" });
    const text = (await paper("ballot-paper")).lines.join("\n");
    expect(text).toMatch(/1\. 换灯\n.*同意.*反对.*弃权[\s\S]*2\. 修路\n.*同意/u);
    expect(text).toContain("只废该项，其他各项照样有效");
  });

  it("offers each option and 弃权, and says how many may be chosen", async () => {
    const poll = await draft("种什么树?", {
      alsoPaper: true,
      options: "香樟\n桂花\n石榴",
      choose: 2,
      seats: 1,
    });
    const stored = await room.house.db.read((db) => pollById(db, poll.id));
    expect(stored?.form).toMatchObject({ kind: "choice", most: 2 });
    const { lines } = await paper("ballot-paper");
    for (const { label } of stored?.options ?? []) {
      expect(lines.some((line) => line.endsWith(label) && line.length < label.length + 6)).toBe(true);
    }
    expect(lines.join("\n")).toContain("最多选2项");
  });

  it("is not made of votes that only phones or hands take, nor of those that are over", async () => {
    await draft("手机投的", {});
    await draft("举手的", { mode: "hands" });
    expect(await missing("ballot-paper")).toEqual(["用纸票的表决，或者没有议过的议题"]);
    const id = await room.open("paper");
    expect(await missing("ballot-paper")).toEqual([]);
    expect((await paper("ballot-paper")).lines.join()).not.toMatch(/手机投的|举手的/);
    await room.both(id, { for: 7, against: 2, abstain: 1, issued: 10, collected: 10 });
    await room.close(id);
    expect(await missing("ballot-paper")).toEqual(["用纸票的表决，或者没有议过的议题"]);
  });
});

describe("表决结果报告单", () => {
  it("balances papers as the tellers did: issued, collected, valid, void, and who counted", async () => {
    const id = await room.open("paper");
    await room.both(id, { for: 5, against: 2, abstain: 0, invalid: 1, issued: 9, collected: 8 });
    const result = await room.close(id);
    const { tables: frames } = await paper("tally-report");
    const [, figures = []] = frames;
    expect(figures[0]).toEqual(["计票方式", "发出", "收回", "有效", "无效", "同意", "反对", "弃权"]);
    expect(figures.slice(1)).toEqual([["纸票", "9", "8", "7", "1", "5", "2", "0"]]);
    expect(beside(frames, "差异说明")).toBe("到会而没有表决2人；纸票发出9张，收回8张，没有收回1张。");
    expect(beside(frames, "无效原因")).toBe("");
    expect(beside(frames, "计票人签名")).toBe("（李华、王强）");
    expect(beside(frames, "结论")).toBe(`未通过。${outcomeSentence(result)}。`);
  });

  it("tells phones and hands with their sum; a small part of a secret vote without its options", async () => {
    for (const mode of ["named", "secret"] as const) {
      const id = await room.open(mode, { alsoHands: true });
      for (const n of [0, 1, 2, 3, 4, 5, 6, 7]) await room.cast(n, id, "for");
      await room.stopPhones(id);
      await room.both(id, { for: 1, against: 1 });
      await room.close(id);
    }
    const { tables: frames } = await paper("tally-report");
    const figures = frames.filter(([head]) => head?.[0] === "计票方式").map(([, ...rows]) => rows);
    expect(figures).toEqual([
      [
        ["手机", "—", "8", "8", "0", "8", "0", "0"],
        ["举手", "—", "2", "2", "0", "1", "1", "0"],
        ["合计", "—", "10", "10", "0", "9", "1", "0"],
      ],
      [
        ["手机", "—", "8", "8", "0", "不单列", "不单列", "不单列"],
        ["举手", "—", "2", "2", "0", "不单列", "不单列", "不单列"],
        ["合计", "—", "10", "10", "0", "9", "1", "0"],
      ],
    ]);
  });

  it("says of a void vote that it is void and why, with no figure; and names the second round", async () => {
    const first = await room.open("secret");
    for (const n of [0, 1, 2]) await room.cast(n, first, "against");
    await room.spoil(first, "题目念错了");
    const second = await room.open("secret", { roundOf: first });
    for (const n of [0, 1, 2, 3, 4, 5, 6]) await room.cast(n, second, "for");
    await room.close(second);
    const { tables: frames } = await paper("tally-report");
    const [voided = []] = frames;
    expect(beside([voided], "作废原因")).toBe("题目念错了");
    expect(beside([voided], "表决方式")).toBe("无记名");
    const told = voided
      .filter((cells) => !cells.includes("截止时间"))
      .flat()
      .join();
    expect(told).not.toMatch(/\d+[人票张]|同意\d|应到|实到/);
    expect(beside(frames.slice(1), "表决方式")).toBe("无记名（第二轮）");
  });

  it("tells options by their votes with who is chosen", async () => {
    const { id } = await room.program("paper", { options: "香樟\n桂花", choose: 1, seats: 1 });
    const form = (await room.house.db.read((db) => pollById(db, id)))?.options ?? [];
    const [first = "", second = ""] = form.map((option) => option.id);
    await room.both(id, { chosen: { [first]: 2, [second]: 7 }, abstain: 1, issued: 10, collected: 10 });
    const result = await room.close(id);
    const { tables: frames } = await paper("tally-report");
    const rows = frames.find(([head]) => head?.[0] === "选项")?.slice(1);
    expect(rows).toEqual([
      ["桂花", "7", "选定"],
      ["香樟", "2", ""],
    ]);
    expect(beside(frames, "结论")).toContain(outcomeSentence(result));
  });
});

describe("papers of a vote of the owners", () => {
  it("tell heads and areas of all and of each item, building by building, as the page does; the ballot is signed", async () => {
    const estate = await openEstate();
    try {
      const { house, actor, code } = estate;
      const of = async (genre: string) => openWord((await meetingDocument(house, actor, code, genre)).bytes).body;
      const pollId = await estate.running({ items: "更换电梯\n选聘维保单位" });
      const ballot = await of("ballot-paper");
      const text = paragraphTexts(ballot).join("\n");
      expect(tables(ballot)[0]?.map(([label]) => label)).toEqual(["姓名", "面积（㎡）", "签名"]);
      expect(text).toContain("没有签名的，本票无效。投票截止：2026年12月27日20:00。");
      expect(ENDS.toISOString()).toBe("2026-12-27T12:00:00.000Z");
      expect((await estate.attendees()).filter(({ name }) => text.includes(name))).toEqual([]);

      for (const name of ["陆长河", "田晓月", "韦国兴", "罗小曼", "梁德福"]) {
        await estate.byPhone(pollId, name, { i1: "for", i2: name === "陆长河" ? "against" : "for" });
      }
      const signed = { pollId, personId: await estate.personOf("沈佩芬"), choice: { i1: "for", i2: "for" } };
      for (const enteredBy of ["徐静", "许小梅"]) await enterPaper(house, actor, { ...signed, enteredBy });
      const result = await closePoll(house, actor, pollId);
      const { closed } = await ownersVotePage(house, actor, code, VIEW);
      const report = await of("tally-report");
      const frames = tables(report);
      const headed = (head: string) => frames.find(([row]) => row?.[0] === head)?.slice(1);
      expect(headed("楼栋")).toEqual(
        closed[0]?.buildings.map(({ building, owners, voted, area, votedArea }) => {
          return [building, String(owners), String(voted), plainArea(area), plainArea(votedArea)];
        }),
      );
      expect(headed("楼栋")).toContainEqual(["2栋", "5", "3", "450.50", "300.50"]);
      expect(headed("口径")).toEqual([
        ["人数", "9", "6"],
        ["面积（㎡）", "1000.00", plainArea(result.area?.participating ?? 0)],
      ]);
      expect(headed("事项")?.map((row) => row.slice(1))).toEqual(
        (result.items ?? []).flatMap((item) => [
          ["人数", item.for, item.against, item.abstain, item.invalid, item.passed ? "通过" : "未通过"].map(String),
          [
            "面积（㎡）",
            ...[item.area?.for, item.area?.against, item.area?.abstain, item.area?.invalid].map((n) =>
              plainArea(n ?? -1),
            ),
            "",
          ],
        ]),
      );
      const steps = frames.at(-1)?.flat().join("\n") ?? "";
      expect(result.steps).toHaveLength(6);
      for (const step of result.steps) expect(steps).toContain(step.text);
      expect(beside(frames, "差异说明")).toContain("没有参与表决3人；参与表决的人中，书面签名票1张");
      expect(frames.flat(2).filter((cell) => cell.includes("实到"))).toEqual([]);
    } finally {
      await estate.house.close();
    }
  });
});
