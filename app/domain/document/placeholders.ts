/** One name that a template of the community's own may hold in braces, in one line what stands there, and an example of it. */
export type Placeholder = { name: string; about: string; example: string };

/** `{#议题}…{/议题}`: what stands between is repeated for each row. `within`: loops that may stand inside it. */
export type PlaceholderLoop = { name: string; about: string; fields: Placeholder[]; within: PlaceholderLoop[] };

/** What a template is filled with: by name a text, or the rows of a loop. Never anything else. */
export type PlaceholderData = { [name: string]: string | PlaceholderData[] };

const of = (name: string, about: string, example: string): Placeholder => ({ name, about, example });
const PLACE = of("序号", "第几行：1、2、3……", "1");

/** Names that stand for themselves, anywhere in the template. */
export const SINGLES: readonly Placeholder[] = [
  of("社区名称", "社区全称", "翠湖社区"),
  of("街道名称", "所属街道（乡镇）", "湖滨街道"),
  of("居委会名称", "落款用的居民委员会名称", "翠湖社区居民委员会"),
  of("联系人", "“设置”里的公示联系人", "何秀英"),
  of("联系电话", "“设置”里的联系电话", "0571-8000 0001"),
  of("监督电话", "“设置”里的监督电话", "0571-8000 0002"),
  of("会议名称", "会议的名称", "相约星期三"),
  of("会议全称", "社区名称加会议名称", "翠湖社区相约星期三"),
  of("议事机构", "开会的议事机构", "相约星期三圆桌会"),
  of("会议日期", "开会那天", "2026年11月18日"),
  of("星期", "开会那天是星期几", "星期三"),
  of("会议时间", "日期、星期和起止钟点", "2026年11月18日（星期三）14:30—16:05"),
  of("开始时间", "开会的钟点", "14:30"),
  of("结束时间", "散会的钟点", "16:05"),
  of("会议地点", "开会的地方", "社区一楼会议室"),
  of("主持人", "会议主持人", "周岚"),
  of("记录人", "会议记录人", "何秀英"),
  of("应到人数", "有表决权的应到人数，与纪要相同", "12"),
  of("实到人数", "有表决权的实到人数，与纪要相同", "10"),
  of("参与表决人数", "在家投票的会议：参与表决的人数", ""),
  of("列席人数", "到会但没有表决权的人数", "2"),
  of("出席名单", "有表决权、到会的人，用顿号隔开", "何秀英、陈建平、刘桂芳"),
  of("缺席名单", "有表决权、没有到会的人，用顿号隔开", "王志远、李淑珍"),
  of("列席名单", "到会但没有表决权的人，用顿号隔开", "郑国强、徐静"),
  of("通报事项数", "上次议定事项有几件", "2"),
  of("议题数", "本次议题有几件", "2"),
  of("表决数", "有结果的表决有几次", "1"),
  of("交办事项数", "本次交办事项有几件", "1"),
  of("会议概况", "纪要开头那一段话", "2026年11月18日，翠湖社区召开相约星期三。应到有表决权人员12人，实到10人。"),
  of("公示开始日期", "公示的第一天", "2026年11月19日"),
  of("公示截止日期", "公示的最后一天", "2026年12月4日"),
  of("填写日期", "生成文书的那一天", "2026年11月19日"),
  of("留痕校验码", "散会时留痕日志的末条摘要", "3f9a61c0…"),
];

const TASK: Placeholder[] = [
  PLACE,
  of("事项", "办什么", "联系灯具厂更换三盏路灯"),
  of("责任人", "谁负责", "郑国强"),
  of("时限", "最晚哪天办完", "2026年11月25日"),
  of("计划", "打算怎么办", "先换西门内的一盏"),
];

const OPTIONS: PlaceholderLoop = {
  name: "选项",
  about: "选举、多项表决时，每个候选人或选项一行",
  fields: [
    PLACE,
    of("名称", "候选人或选项", "方案一"),
    of("得票", "这一项的票数", "8票"),
    of("选项结果", "选定、当选、通过等", "选定"),
  ],
  within: [],
};

const POLL: Placeholder[] = [
  PLACE,
  of("表决事项", "表决的是什么", "是否同意更换路灯"),
  of("表决方式", "无记名、记名、举手等", "无记名"),
  of("应到", "这次表决应到（应参加）几人", "12"),
  of("到会", "这次表决时到会几人；在家投票的为空", "10"),
  of("收回", "收回的表决票数", "10"),
  of("同意", "同意票数", "9"),
  of("反对", "反对票数", "1"),
  of("弃权", "弃权票数", "0"),
  of("无效", "无效票数", "0"),
  of("结果", "通过或未通过", "通过"),
  of("结论", "门槛和算式，一句话", "同意 9 ÷ 到会 10 = 90%，须过半数，达到"),
  of("表决情况", "纪要里完整的那句话", "就“是否同意更换路灯”采用无记名方式表决。应到12人，到会10人。表决结果：通过。"),
  of("表决规则", "用的是哪条规则", "居民代表会议"),
  of("依据", "规则的出处", "《城市居民委员会组织法》"),
  of("计票人", "计票的人，用顿号隔开", ""),
];

const PERSON: Placeholder[] = [
  PLACE,
  of("姓名", "这个人的姓名", "何秀英"),
  of("身份", "以什么身份参会", "居民代表"),
  of("单位或住址", "名册里的楼栋或单位", "1号楼"),
  of("签到时间", "签到的钟点", "14:21"),
];

const TASKS: PlaceholderLoop = { name: "交办事项", about: "", fields: TASK, within: [] };
const POLLS: PlaceholderLoop = { name: "表决", about: "", fields: POLL, within: [OPTIONS] };

/** Loops, by where they may stand: these at the top, those in `within` inside one of them. */
export const LOOPS: readonly PlaceholderLoop[] = [
  {
    name: "议题",
    about: "本次会议的每件议题一行",
    fields: [
      PLACE,
      of("中文序号", "一、二、三……", "一"),
      of("议题编号", "议题台账里的编号", "3"),
      of("题目", "议题的题目", "路灯不亮"),
      of("地点", "议题所在的地点", "西门内道路"),
      of("处理结果", "当场解决、限期解决、不能办、转下次等", "限期解决"),
      of("议定意见", "议定了什么", "一周内更换三盏路灯"),
      of("理由", "不能办或转下次的理由", ""),
      of("分歧意见", "不同意见，一句话", ""),
      of("责任人", "这件议题交办事项的责任人，用顿号隔开", "郑国强"),
      of("时限", "这件议题交办事项的时限，用顿号隔开", "2026年11月25日"),
    ],
    within: [
      { ...TASKS, about: "写在“议题”里面：这件议题的每个交办事项一行" },
      { ...POLLS, about: "写在“议题”里面：这件议题的每次表决一行" },
    ],
  },
  { ...TASKS, about: "整场会议的每个交办事项一行", fields: [...TASK, of("所属议题", "是哪件议题的", "路灯不亮")] },
  { ...POLLS, about: "整场会议的每次表决一行" },
  {
    name: "上次议定事项",
    about: "会上通报落实情况的每件事项一行",
    fields: [
      PLACE,
      of("事项", "当时议定办什么", "清理楼道杂物"),
      of("责任人", "谁负责", "郑国强"),
      of("时限", "最晚哪天办完", "2026年11月11日"),
      of("进展", "已办结、正在办理或逾期未办结", "已办结"),
      of("说明", "会上的说明", "已全部清完"),
    ],
    within: [],
  },
  { name: "出席人员", about: "有表决权、到会的人每人一行", fields: PERSON, within: [] },
  { name: "缺席人员", about: "有表决权、没有到会的人每人一行", fields: PERSON, within: [] },
  { name: "列席人员", about: "到会但没有表决权的人每人一行", fields: PERSON, within: [] },
];

/** Names as people type them: full-width signs and spaces around and inside go. */
export const plainName = (typed: string): string => typed.normalize("NFKC").replace(/\s+/gu, "");

/** The loops that stand open around a place, outermost first, as far as they are known; undefined where one is not. */
export function loopsAt(path: readonly string[]): PlaceholderLoop[] | undefined {
  const open: PlaceholderLoop[] = [];
  for (const name of path) {
    const loop = (open.at(-1)?.within ?? (open.length === 0 ? LOOPS : [])).find((each) => each.name === name);
    if (!loop) return undefined;
    open.push(loop);
  }
  return open;
}

/** Whether a name says something inside these loops. */
export function isKnownAt(path: readonly string[], name: string): boolean {
  const fields = [...SINGLES, ...(loopsAt(path) ?? []).flatMap((loop) => loop.fields)];
  return fields.some((each) => each.name === name);
}

/** All names there are, for proposals. */
const KNOWN_NAMES: readonly string[] = [...new Set(namesOf(LOOPS).concat(SINGLES.map(({ name }) => name)))];

function namesOf(loops: readonly PlaceholderLoop[]): string[] {
  return loops.flatMap(({ name, fields, within }) => [name, ...fields.map((each) => each.name), ...namesOf(within)]);
}

/** The known name that a typed one was most likely meant to be: one that holds it or that it holds, or one of nearly the same letters; else null. */
export function nearestName(typed: string): string | null {
  const letters = Array.from(typed).length;
  const most = Math.max(1, Math.floor(letters / 2));
  const off = (name: string) =>
    letters > 1 && (name.includes(typed) || typed.includes(name)) && name !== typed ? 1 : distance(typed, name);
  const [best] = KNOWN_NAMES.map((name) => ({ name, off: off(name) })).sort((a, b) => a.off - b.off);
  return best && best.off <= most && best.off < letters ? best.name : null;
}

/** Letters to change, add or leave out (Levenshtein). */
function distance(from: string, to: string): number {
  const [a, b] = [Array.from(from).slice(0, 40), Array.from(to)];
  let row = b.map((_, index) => index + 1);
  for (const [i, letter] of a.entries()) {
    let left = i + 1;
    row = row.map((above, j) => {
      const corner = j === 0 ? i : (row[j - 1] ?? 0);
      left = Math.min(left + 1, above + 1, corner + (letter === b[j] ? 0 : 1));
      return left;
    });
  }
  return row.at(-1) ?? a.length;
}

/** Every name with its example: two rows of each loop, so that repeated rows can be seen. */
export function exampleData(): PlaceholderData {
  return { ...examples(SINGLES), ...loopExamples(LOOPS) };
}

function examples(fields: readonly Placeholder[]): PlaceholderData {
  return Object.fromEntries(fields.map(({ name, example }) => [name, example]));
}

function loopExamples(loops: readonly PlaceholderLoop[]): PlaceholderData {
  return Object.fromEntries(
    loops.map(({ name, fields, within }) => {
      const row = (place: number) => ({ ...examples(fields), ...loopExamples(within), 序号: String(place) });
      return [name, [row(1), row(2)]];
    }),
  );
}
