import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerInput, answerObjection } from "#app/commands/answer-objection.ts";
import { objectionInput, registerObjection } from "#app/commands/register-objection.ts";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import { objectionsOf } from "#db/stores/objection.ts";
import { openPaperDesk, type PaperDesk } from "#tests/app/commands/paper-desk.ts";
import { issueDocument, meetingDocument, meetingDocuments } from "#tests/documents.ts";
import { openWord, paragraphTexts, tables } from "#tests/proof/word-file.ts";
import { ISSUES } from "./two-wednesdays.ts";

let desk: PaperDesk;
beforeEach(async () => {
  desk = await openPaperDesk();
});
afterEach(() => desk.house.close());

const register = async () =>
  openWord((await meetingDocument(desk.house, desk.drafter, desk.code, "objection-register")).bytes).body;
const labelled = (rows: string[][]) =>
  Object.fromEntries(
    rows.flatMap(([a = "", b = "", c, d = ""]) =>
      c === undefined
        ? [[a, b]]
        : [
            [a, b],
            [c, d],
          ],
    ),
  ) as Record<string, string>;
const object = (
  paper: string,
  words: { objector?: string; contact?: string; body: string; evidence?: string; receivedOn: string },
) =>
  registerObjection(
    desk.house,
    desk.drafter,
    paper,
    objectionInput.parse({ objector: "", contact: "", evidence: "", ...words }),
  );

describe("异议登记表", () => {
  it("without an objection is a blank sheet that can be printed at once", async () => {
    const line = (await meetingDocuments(desk.house, desk.drafter, desk.code)).find(
      ({ genre }) => genre === "objection-register",
    );
    expect(line).toMatchObject({ ready: true, public: false });
    const [form = [], ...more] = tables(await register());
    expect(more).toEqual([]);
    expect(labelled(form)).toMatchObject({ 公示件: "", 异议内容: "", 是否满意: "□满意　□不满意" });
  });

  it("has every objection to the meeting's papers as it was registered and answered, the anonymous one too", async () => {
    const paper = await desk.issued("result-notice");
    desk.house.at(atTime("2026-11-27", "10:00"));
    await object(paper, {
      objector: "钱多多",
      contact: "0532-5550 0177",
      body: "费用没有问过业主",
      evidence: "聊天记录",
      receivedOn: "2026-11-26",
    });
    await object(paper, { body: "公示贴得太高", receivedOn: "2026-11-27" });
    desk.house.at(atTime("2026-11-30", "10:00"));
    const [first] = await desk.house.db.read((db) => objectionsOf(db, paper));
    const answer = {
      objectionId: first?.id ?? "",
      objectionVersion: 1,
      reply: "已在业主群说明",
      satisfied: "no",
      further: "可向街道反映",
    };
    await answerObjection(desk.house, desk.checker, paper, answerInput.parse(answer));
    const rows = await desk.house.db.read((db) => objectionsOf(db, paper));
    const document = await desk.find(paper);
    const [list = [], ...forms] = tables(await register());
    expect(list.slice(1)).toEqual(
      rows.map(({ number, receivedOn, replyBy, repliedOn }) => [
        String(number),
        document.title,
        formatDay(receivedOn),
        formatDay(replyBy),
        repliedOn ? "已答复" : "未答复",
      ]),
    );
    expect(forms.map(labelled)).toEqual(
      rows.map(({ objector, contact, body, evidence, receivedOn, replyBy, reply, repliedOn, further }) => ({
        公示件: `${document.title}（${document.number}）`,
        异议人: objector || "匿名",
        联系方式: contact,
        异议内容: body,
        证据: evidence,
        收到时间: formatDay(receivedOn),
        答复期限: formatDay(replyBy),
        答复内容: reply,
        答复人: repliedOn ? desk.checker.name : "",
        答复时间: repliedOn ? formatDay(repliedOn) : "　　　年　　月　　日",
        是否满意: repliedOn ? "不满意" : "□满意　□不满意",
        后续途径: further,
        登记人: desk.drafter.name,
      })),
    );
    // Five days after Friday 27 November is Wednesday 2 December; nothing falls on a weekend.
    expect(rows.map(({ replyBy }) => replyBy)).toEqual(["2026-12-01", "2026-12-02"]);
    expect(paragraphTexts(await register())).toContain("共登记异议2件，已答复1件，未答复1件。");
  });

  it("knows nothing of what was said against another meeting's or an issue's papers", async () => {
    const paper = await desk.issued("result-notice");
    await object(paper, { body: "不同意", receivedOn: "2026-11-25" });
    const issues = await desk.house.db.read((db) => db.select().from(db.tables.issue));
    const lamp = issues.find(({ title }) => title === ISSUES.lamp.title);
    const made = await issueDocument(desk.house, desk.drafter, lamp?.id ?? "", "objection-register");
    expect(paragraphTexts(openWord(made.bytes).body).join()).not.toContain("不同意");
  });
});

describe("满意度测评表", () => {
  it("has a page for each issue that the meeting settled, with what was answered, and four answers without a name", async () => {
    const made = await meetingDocument(desk.house, desk.drafter, desk.code, "satisfaction-form");
    const body = openWord(made.bytes).body;
    const asked = tables(body)
      .map(labelled)
      .filter((each) => "事项" in each);
    const issues = await desk.house.db.read((db) => db.select().from(db.tables.issue));
    const settled = [ISSUES.lamp, ISSUES.parking, ISSUES.signs].map(({ title }) =>
      issues.find((issue) => issue.title === title),
    );
    expect(asked.map(({ 事项, 地点 }) => [事项, 地点])).toEqual(
      // Handed to strangers: where somebody lives is hidden.
      settled.map((issue) => [`议题${issue?.number}：${issue?.title}`, issue?.place.replace("2单元501", "")]),
    );
    expect(asked.map(({ 办理情况 }) => 办理情况)).toEqual([
      "",
      "物业当场联系车主移车,网格员每晚巡查。",
      "招牌由城管部门管。",
    ]);
    const text = paragraphTexts(body).join("\n");
    for (const word of ["满意", "基本满意", "不太满意", "不满意"])
      expect(text).toMatch(new RegExp(`(^|\\s)${word}`, "m"));
    expect(text).toContain("（可不填）");
  });
});
