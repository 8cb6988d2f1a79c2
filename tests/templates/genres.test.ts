import { describe, expect, it } from "vitest";
import { genres, isGenreId } from "#templates/index.ts";
import { attendanceSheetInput, minutesInput, minutesItems, resultNoticeInput } from "./samples.ts";

const sheet = genres["attendance-sheet"];
const notice = genres["result-notice"];
const { minutes } = genres;

describe("what is missing", () => {
  it("is nothing in complete input", () => {
    expect(sheet.missing(attendanceSheetInput())).toEqual([]);
    expect(minutes.missing(minutesInput())).toEqual([]);
    expect(notice.missing(resultNoticeInput())).toEqual([]);
  });

  it.each([
    [{ chair: "" }, ["主持人"]],
    [{ chair: " \u0000\u202e " }, ["主持人"]],
    [{ recorder: "", place: "\n" }, ["会议地点", "记录人"]],
    [{ start: new Date(Number.NaN) }, ["会议时间"]],
    [{ rows: [] }, ["应到名单"]],
  ])("is named in the attendance sheet: %j", (change, missing) => {
    expect(sheet.missing({ ...attendanceSheetInput(), ...change })).toEqual(missing);
  });

  it.each([
    [{ journalHead: "" }, ["留痕校验码"]],
    [{ present: [] }, ["出席人员"]],
    [{ items: [], reportBack: [] }, ["会议内容（上次议定事项或议题）"]],
    [{ end: undefined }, ["散会时间"]],
  ])("is named in the minutes: %j", (change, missing) => {
    expect(minutes.missing({ ...minutesInput(), ...change })).toEqual(missing);
  });

  it.each([
    [{ outcome: "timed" as const, actions: [] }, ["议题12的责任人、时限和计划"]],
    [{ outcome: "declined" as const, reason: "" }, ["议题12的不能办的理由"]],
    [{ outcome: undefined }, ["议题12的处理结果"]],
    [{ conclusion: "", reason: "" }, ["议题12的议定意见或理由"]],
    [
      { actions: [{ title: "换灯", responsible: "", deadline: "", plan: "" }] },
      ["议题12的责任人", "议题12的时限", "议题12的计划"],
    ],
  ])("is named for one item of the minutes: %j", (change, missing) => {
    const [first, ...others] = minutesItems();
    if (first === undefined) throw new Error("the sample has items");
    expect(minutes.missing(minutesInput([{ ...first, ...change }, ...others]))).toEqual(missing);
  });

  it.each([
    [{ supervisionPhone: "" }, ["监督电话"]],
    [{ noticeFrom: "" }, ["公示期"]],
    [{ noticeUntil: "2025年11月27日" }, ["公示期"]],
    [{ noticeFrom: "2025-11-28" }, ["公示期（截止日早于起始日）"]],
    [{ contact: { name: "许小梅", phone: "" }, objection: "" }, ["异议方式", "联系电话"]],
    [{ items: [] }, ["有结果的议题"]],
    [{ end: undefined }, ["散会时间"]],
    [{ participants: [] }, ["参与方"]],
  ])("is named in the notice: %j", (change, missing) => {
    expect(notice.missing({ ...resultNoticeInput(), ...change })).toEqual(missing);
  });
});

describe("where it is entered", () => {
  it("is told with each missing part", () => {
    const input = { ...resultNoticeInput([]), supervisionPhone: "", noticeFrom: "", signedOn: "" };
    expect(notice.gaps(input)).toEqual([
      { part: "有结果的议题", enteredIn: "room" },
      { part: "公示期", enteredIn: "notice" },
      { part: "监督电话", enteredIn: "settings" },
      { part: "落款日期", enteredIn: "notice" },
    ]);
    expect(sheet.gaps({ ...attendanceSheetInput([]), chair: "" })).toEqual([
      { part: "主持人", enteredIn: "plan" },
      { part: "应到名单", enteredIn: "roll" },
    ]);
  });
});

describe("a genre", () => {
  it("has a stable id and a Chinese name", () => {
    expect(Object.entries(genres).map(([id, genre]) => [id, genre.id, genre.name, genre.public])).toEqual([
      ["meeting-notice", "meeting-notice", "会议通知", false],
      ["issue-announcement", "issue-announcement", "议题公告", true],
      ["agenda", "agenda", "会议议程", false],
      ["attendance-sheet", "attendance-sheet", "签到表", false],
      ["proxy-letter", "proxy-letter", "委托书", false],
      ["ballot-paper", "ballot-paper", "表决票", false],
      ["tally-report", "tally-report", "表决结果报告单", false],
      ["record", "record", "会议记录", false],
      ["minutes", "minutes", "会议纪要", false],
      ["result-notice", "result-notice", "协商结果公示", true],
      ["assignment", "assignment", "交办（督办）单", false],
      ["patrol-record", "patrol-record", "巡查记录表", false],
      ["feedback-notice", "feedback-notice", "反馈公示", true],
      ["objection-register", "objection-register", "异议登记表", false],
      ["satisfaction-form", "satisfaction-form", "满意度测评表", false],
      ["stage-register", "stage-register", "环节登记表", false],
      ["review-opinion", "review-opinion", "审核意见书", false],
      ["admission-slip", "admission-slip", "准入提示单", false],
      ["problem-list", "problem-list", "问题和对策清单", false],
      ["period-summary", "period-summary", "台账与总结", false],
    ]);
    expect([isGenreId("minutes"), isGenreId("toString"), isGenreId("rota")]).toEqual([true, false, false]);
  });

  it.each([
    ["相约星期三", "2025-11-19-会议纪要-相约星期三.docx"],
    ["../../etc/passwd", "2025-11-19-会议纪要-etc passwd.docx"],
    ['a<b>:"|?*\u0000c', "2025-11-19-会议纪要-a b c.docx"],
    ["", "2025-11-19-会议纪要.docx"],
    ["长".repeat(500), `2025-11-19-会议纪要-${"长".repeat(60)}.docx`],
  ])("names its file after day, genre and meeting: %s", (meetingTitle, name) => {
    expect(minutes.fileName({ ...minutesInput(), meetingTitle })).toBe(name);
  });

  it("counts the day in Shanghai", () => {
    expect(minutes.fileName({ ...minutesInput(), start: new Date("2025-11-18T16:30:00Z") })).toMatch(/^2025-11-19-/);
  });
});
