import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { maskName } from "#app/domain/person/mask.ts";
import { genres } from "#templates/index.ts";
import { toBuffer } from "#templates/typeset.ts";
import { openWord, paragraphTexts, tables } from "#tests/proof/word-file.ts";
import { HARD_TEXTS, hardMinutes, hardSheet } from "./hard-cases.ts";
import { attendanceSheetInput, attendees, minutesInput, noticeItems, poll, resultNoticeInput } from "./samples.ts";

const sheet = genres["attendance-sheet"];
const notice = genres["result-notice"];
const { minutes } = genres;

async function read(file: Buffer): Promise<string[]> {
  return paragraphTexts(openWord(file).body).filter((text) => text !== "");
}

/** A second reader, by other people: what Word files give to programs that know nothing of ours. */
async function mammothText(file: Buffer): Promise<string> {
  return (await mammoth.extractRawText({ buffer: file })).value;
}

describe("the attendance sheet says what was entered", () => {
  it("line by line", async () => {
    const day = (time: string) => new Date(`2025-11-19T${time}:00+08:00`);
    const rows = [
      { name: "欧阳建国", seat: "居民代表", unit: "3号楼", votingRight: true, presentAt: day("14:05"), via: "token" },
      { name: "李芳", seat: "网格员", unit: "", votingRight: false, presentAt: day("23:59"), via: "desk" },
      { name: "王明", seat: "物业", unit: "翠湖物业", votingRight: true },
      { name: "赵伟", seat: "商户", unit: "沿街12号", votingRight: true, presentAt: new Date("2025-11-18T16:01:00Z") },
      { name: "吴越", seat: "商户", unit: "沿街13号", votingRight: true, presentAt: new Date("2025-11-19T16:01:00Z") },
    ] as const;
    const file = await toBuffer(sheet, {
      ...attendanceSheetInput([...rows]),
      meetingTitle: "圆桌会议",
      due: 61,
      present: 40,
      needed: 41,
      quorumMet: false,
      quorumSentence: "到会 40 ÷ 应到 61 = 65.57%，未达到",
    });
    expect(tables(openWord(file).body)).toEqual([
      [
        ["序号", "姓名", "身份", "单位或楼栋", "表决权", "到会时间", "签名"],
        ["1", "欧阳建国", "居民代表", "3号楼", "有", "14:05", "手机签到"],
        ["2", "李芳", "网格员", "", "无", "23:59", ""],
        ["3", "王明", "物业", "翠湖物业", "有", "", ""],
        ["4", "赵伟", "商户", "沿街12号", "有", "00:01", ""],
        ["5", "吴越", "商户", "沿街13号", "有", "2025年11月20日\n00:01", ""],
      ],
    ]);
    const text = await read(file);
    expect(text.slice(0, 5)).toEqual([
      "翠湖社区圆桌会议签到表",
      "会议时间：2025年11月19日（星期三）14:30—16:05",
      "会议地点：翠湖社区党群服务中心二楼议事厅",
      "主持人：秦文博",
      "记录人：许小梅",
    ]);
    expect(text.slice(-4)).toEqual([
      "到会统计：名单共5人，实到4人；应到有表决权61人，实到40人。",
      "法定人数：须到会41人，未达到法定人数。到会 40 ÷ 应到 61 = 65.57%，未达到。",
      "主持人宣布：\t",
      "记录人签名：\t\t监督人签名：\t",
    ]);
  });

  it("leaves free on a sheet printed before the meeting what is only known after it", async () => {
    const input = { ...attendanceSheetInput(), begun: false };
    const text = await read(await toBuffer(sheet, input));
    expect(text.slice(-4, -2)).toEqual([
      `到会统计：名单共60人，实到________人；应到有表决权${input.due}人，实到________人。`,
      `法定人数：须到会${input.needed}人，是否达到：________。`,
    ]);
  });

  it("for 500 people, to mammoth too", async () => {
    const rows = attendees(500);
    const file = await toBuffer(sheet, attendanceSheetInput(rows));
    const [table = []] = tables(openWord(file).body);
    const kept = table.slice(1).map(([, name, seat, unit]) => ({ name, seat, unit }));
    expect(kept).toEqual(rows.map(({ name, seat, unit }) => ({ name, seat, unit })));
    const text = await mammothText(file);
    const present = rows.filter((row) => row.presentAt !== undefined).length;
    expect(text).toContain(`名单共500人，实到${present}人`);
    for (const { name } of rows) expect(text).toContain(name);
  });
});

describe("the minutes say what was settled", () => {
  it("paragraph by paragraph", async () => {
    const text = await read(await toBuffer(minutes, minutesInput()));
    const names = minutesInput().present.join("、");
    expect(text).toEqual([
      "翠湖社区第47周\n“相约星期三”联席会议纪要",
      "（2025年第12期）",
      "幸福街道翠湖社区\t2025年11月19日",
      "时间：2025年11月19日（星期三）14:30—16:05",
      "地点：翠湖社区党群服务中心二楼议事厅",
      "主持人：秦文博",
      "记录人：许小梅",
      "2025年11月19日，翠湖社区召开第47周“相约星期三”联席会议。应到有表决权人员60人，实到41人。会议通报上次议定事项3件，讨论议题4件，形成交办事项2件。现将会议情况纪要如下。",
      "一、上次议定事项落实情况",
      "会议听取落实情况通报：已办结1件，正在办理1件，逾期未办结1件。",
      "1.修复沿河步道破损井盖。责任人：孙春燕；时限：2025年11月14日；进展：已办结；说明：已更换并拍照存档。",
      "2.清理2号楼楼道杂物。责任人：周明；时限：2025年11月15日；进展：逾期未办结；说明：一户尚未搬走。",
      "3.为低洼门店备沙袋。责任人：吴秀英；时限：2025年11月28日；进展：正在办理。",
      "二、本次议题和议定事项",
      "（一）幸福路北段路灯连续多日不亮",
      "议题编号：12；地点：幸福路北段至翠湖花园3号楼；处理结果：限期解决。",
      "会议议定：先更换损坏的六盏路灯，再由供电所检查地下线路，费用由物业先行垫付。",
      "表决情况：就“是否同意由物业先行垫付路灯更换费用”采用无记名方式表决。应到60人，到会41人，收回表决票39张：同意30票，反对5票，弃权3票，无效1票。表决结果：通过。赞成 30 ÷ 到会 41 = 73.17%，须过半数，达到。",
      "表决规则：居民代表会议；依据：《城市居民委员会组织法》第28条（2026年1月1日起施行）。",
      "计算过程：（1）到会 41 ÷ 应到 60 = 68.33%，须 ≥ 2/3（至少 40 人），达到；（2）同意 30 ÷ 到会 41 = 73.17%，须 > 1/2（至少 21 人），达到。",
      "会议要求，下列事项按时限办理：",
      "1.更换六盏路灯并试亮。责任人：王建国；时限：2025年12月3日；计划：本周内报价，下周二晚上施工。",
      "2.检查北段地下线路。责任人：李志强；时限：2025年12月10日；计划：分三段断电检查，提前一天贴通知。",
      "分歧意见：部分代表认为费用应从公共收益中列支。",
      "（二）业主车位被外来车辆长期占用",
      "议题编号：15；地点：翠湖花园东门地面停车场；处理结果：当场解决。",
      "会议议定：物业当场联系车主移车，门岗自今日起登记外来车辆。",
      "（三）占用公共绿地种菜",
      "议题编号：16；处理结果：转下次。",
      "转下次的理由：当事住户没有到会，须听取本人意见。",
      "（四）要求社区直接拆除沿街店面招牌",
      "议题编号：18；处理结果：不能办。",
      "会议认为：招牌设置由城市管理部门审批，社区没有拆除的权力。",
      "不能办的理由：不属于社区职责，已告知向城市管理部门反映的办法。",
      "三、出席情况",
      `出席：${names}（41人）`,
      "缺席：尤国庆、何海涛（2人）",
      "列席：曹丽华（1人）",
      "主持人签发：\t\t记录人：\t",
      "留痕校验码（留痕日志末条摘要）：\n9f2c7e41b0a85d36c1e94f7a20b86d53e7c9a1042fb83d6590ce17ab4f28d6e3",
    ]);
  });

  it("says a task once where nothing else was concluded, and keeps votes on no issue", async () => {
    const [first] = minutesInput().items;
    if (first === undefined) throw new Error("the sample has items");
    const conclusion = first.actions.map(({ title }) => title).join("；");
    const furtherPolls = [{ ...poll(), question: "是否同意增补记录人" }];
    const text = await read(await toBuffer(minutes, { ...minutesInput([{ ...first, conclusion }]), furtherPolls }));
    expect(text.filter((line) => line.includes("更换六盏路灯并试亮"))).toHaveLength(1);
    expect(text).toContain("会议议定，限期办理下列事项：");
    const further = text.indexOf("三、其他表决");
    expect(text[further + 1]).toMatch(/^表决情况：就“是否同意增补记录人”采用无记名方式表决。应到60人/);
    expect(text).toContain("四、出席情况");
  });

  it("prints the reason and the steps of a count as the rule told them, and a lost poll as lost", async () => {
    const input = minutesInput();
    const lost = {
      ...poll(),
      for: 20,
      against: 5,
      abstain: 16,
      invalid: 0,
      cast: 41,
      passed: false,
      mode: "named" as const,
    };
    const items = input.items.map((item) => ({ ...item, polls: [{ ...lost, sentence: "20×2=40<41，没有过半" }] }));
    const text = (await read(await toBuffer(minutes, { ...input, items }))).join("\n");
    expect(text).toContain(
      "采用记名方式表决。应到60人，到会41人，收回表决票41张：同意20票，反对5票，弃权16票，无效0票。",
    );
    expect(text).toContain("表决结果：未通过。20×2=40<41，没有过半。");
    for (const step of poll().steps) expect(text).toContain(step.text);
  });

  it("shows hard names as they are, cleaned at the door", async () => {
    const text = await mammothText(await toBuffer(minutes, hardMinutes()));
    for (const { clean } of HARD_TEXTS) {
      for (const line of clean.split("\n")) expect(text).toContain(line);
    }
    const [table = []] = tables(openWord(await toBuffer(sheet, hardSheet())).body);
    expect(table.slice(1).map(([, name]) => name)).toEqual(HARD_TEXTS.map(({ clean }) => clean));
  });
});

describe("the public notice", () => {
  it("says what was agreed, without persons, rooms and phones", async () => {
    expect(await read(await toBuffer(notice, resultNoticeInput()))).toEqual([
      "翠湖社区关于\n“幸福路北段路灯连续多日不亮”\n等2件议题协商结果的公示",
      "各位居民：",
      "2025年11月19日，翠湖社区召开第47周“相约星期三”联席会议，协商议题2件。现将协商结果公示如下。",
      "一、协商时间和参与方",
      "时间：2025年11月19日（星期三）14:30—16:05；地点：翠湖社区党群服务中心二楼议事厅。",
      "参与方：居民代表31人、党员中心户6人、物业服务企业4人，共41人。",
      "二、议题和协商结论",
      "（一）幸福路北段路灯连续多日不亮",
      "地点：翠湖花园3号楼门前；协商结论：多数同意；处理结果：限期解决。",
      "协商意见：先更换损坏的六盏路灯，再检查地下线路；王某（号码略）负责联系。",
      "表决情况：就“是否同意由物业先行垫付路灯更换费用”采用无记名方式表决。应到60人，到会41人，收回表决票39张：同意30票，反对5票，弃权3票，无效1票。表决结果：通过。赞成 30 ÷ 到会 41 = 73.17%，须过半数，达到。",
      "（二）业主车位被外来车辆长期占用",
      "协商结论：一致同意；处理结果：当场解决。",
      "协商意见：物业当场联系车主移车，欧阳某同意自今日起登记外来车辆。",
      "三、后续安排",
      "1.更换六盏路灯并试亮。责任人或单位：王某；完成时限：2025年12月3日。",
      "2.检查北段地下线路。责任人或单位：幸福供电所；完成时限：2025年12月10日。",
      "四、公示期和异议受理",
      "公示期自2025年11月20日起至2025年11月27日止。",
      "公示期内如有异议，请按下列方式提出：工作日上午8:30至下午5:30到社区一楼服务窗口口头或书面提出。",
      "受理联系人：许某；联系电话：0518-85550123；监督电话：0518-85550456。",
      "翠湖社区居民委员会",
      "2025年11月20日",
    ]);
  });

  it("holds no known name anywhere in the file, its properties and its name included", async () => {
    const names = Array.from({ length: 200 }, (_, index) => `${["欧阳", "王", "李", "诸葛"][index % 4]}试${index}名`);
    const items = names.map((name, index) => ({
      ...noticeItems()[0],
      number: index + 1,
      title: `${name}家门前路灯不亮`,
      place: `翠湖花园${index + 1}号楼1单元${101 + index}`,
      outcome: "timed" as const,
      conclusion: `由${name}负责（1380000${1000 + index}）`,
      reason: `${name}同意`,
      polls: [],
      followUps: [{ title: `通知${name}`, responsible: name, deadline: "2025-12-03" }],
    }));
    const input = {
      ...resultNoticeInput(items),
      knownNames: names,
      contact: { name: names[0] ?? "", phone: "0518-85550123" },
    };
    const parts = [...openWord(await toBuffer(notice, input)).parts.values()]
      .map((part) => JSON.stringify(part))
      .join();
    const everything = parts + notice.fileName(input);
    for (const name of names) expect(everything).not.toContain(name);
    expect(everything).not.toMatch(/1380000\d{4}|单元/);
    expect(everything).toContain(maskName(names[0] ?? ""));
    expect(everything).toContain("0518-85550123");
  });

  it("shows names only when staff switch the masking off", async () => {
    const text = (await read(await toBuffer(notice, { ...resultNoticeInput(), masked: false }))).join("\n");
    for (const shown of ["王建国", "欧阳志强", "许小梅", "3号楼2单元501"]) expect(text).toContain(shown);
  });

  it("says over every page and in its name when it is not for the public", async () => {
    const marked = async (masked: boolean) => {
      const input = { ...resultNoticeInput(), masked };
      const { parts } = openWord(await toBuffer(notice, input));
      const headers = [...parts].filter(([name]) => name.startsWith("word/header"));
      return { name: notice.fileName(input), marks: headers.map(([, part]) => paragraphTexts(part).join()) };
    };
    const mark = "内部版，含个人信息，不得公开张贴";
    const inside = await marked(false);
    expect(inside.name).toContain("（内部版）");
    expect(inside.marks).toEqual([mark, mark]);
    expect(await marked(true)).toEqual({
      name: "2025-11-20-协商结果公示-第47周“相约星期三”联席会议.docx",
      marks: [],
    });
  });
});
