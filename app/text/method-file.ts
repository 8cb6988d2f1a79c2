import { METHOD_FAMILIES, STAGE_KINDS } from "#app/domain/method/vocabulary.ts";
import { methodText } from "./methods.ts";

const words = (names: readonly string[], said: Readonly<Record<string, string>>) =>
  names.map((name) => `${name} ${said[name]}`).join(" · ");

/** Words of a method's file: what stands at its top, and why it is refused. */
export const methodFileText = {
  fileName: (name: string, version: number, as: string) => `${name}（第${version}版）.${as}`,

  /** The comment at the top of a YAML file. */
  top: (name: string) =>
    [
      ` 圆桌 · 议事方法：${name}`,
      "",
      " 用记事本一类的软件就能修改，改好后在“议事方法 → 自编方法 → 导入文件”里导入，成为一份新的自编方法。",
      " 冒号左边的英文名称和缩进不要动，只改右边；文件请存为 UTF-8 编码。",
      "",
      " name 名称　summary 简介　note 使用提醒　sources 出处　seats 席位　stages 环节（第一个是起点）",
      " 环节里：who 谁来办　gate 进下一步前要具备　exits 出口（to 写去哪个环节的 id）　exceptions 特殊情况　deadline 时限　documents 文书",
      ` family 类别：${words(METHOD_FAMILIES, methodText.families)}`,
      ` kind 环节种类：${words(STAGE_KINDS, methodText.stageKinds)}`,
      ` source.kind 依据：${words(["seed", "law", "public", "default"], methodText.sourceKinds)}`,
      " 依据请如实填写：自己定的写 default，不要写成 law。",
    ].join("\n"),

  missing: "请选择要导入的文件。",
  empty: "文件是空的。",
  tooLarge: "文件超过 512 KB，一份议事方法不会这么大。",
  notText: "文件不是 UTF-8 编码的文字，请另存为 UTF-8 后再导入。",
  refused: (count: number) => `文件有 ${count} 处要改，没有导入。`,
  tooMany: (more: number) => `还有 ${more} 处，改好上面的再导入就能看到。`,

  alias: "不能用 * 引用别处的内容，请把内容写全。",
  anchor: "不能用 & 给内容起代号，请把内容写全。",
  tag: "不能用 ! 开头的类型标记。",
  directive: "不能用 % 开头的指令。",
  tooDeep: "嵌套的层次太多，不是议事方法的写法。",
  tooLong: "内容太多，不是一份议事方法。",
  duplicate: (key: string) => `“${key}”写了两次，请留一个。`,
  mergeKey: "不能用 << 并入别处的内容，请把内容写全。",
  keyNotText: "冒号左边要是一个名称。",
  notMapping: "文件要以“名称: 值”的形式写一份议事方法。",
  control: "含有看不见的控制字符，请删去重打。",
} as const;

/** The library's words for what it cannot read, as somebody sees it who edits the file by hand. */
export const yamlText: Readonly<Record<string, string> & { other: string }> = {
  BAD_INDENT: "缩进没有对齐，或括号没有配对。",
  TAB_AS_INDENT: "缩进要用空格，不能用制表符（Tab）。",
  DUPLICATE_KEY: "名称重复。",
  MISSING_CHAR: "缺少符号：可能少了引号、括号或冒号后的空格。",
  UNEXPECTED_TOKEN: "这里多了符号，或前面少了引号、括号。",
  BAD_DQ_ESCAPE: "双引号里的反斜杠（\\）用得不对。",
  BAD_SCALAR_START: "这个符号不能放在开头，请给这段文字加引号。",
  BLOCK_AS_IMPLICIT_KEY: "这一行或下一行的缩进没有对齐；文字里有冒号的，请加引号。",
  BLOCK_IN_FLOW: "方括号、花括号里不能换成缩进的写法。",
  MULTILINE_IMPLICIT_KEY: "冒号左边的名称要写在一行里，后面可能少了冒号。",
  KEY_OVER_1024_CHARS: "冒号左边的名称太长，可能少了引号。",
  MULTIPLE_DOCS: "一个文件只写一份方法，不能用 --- 分成几份。",
  COMMENT_SPACE: "井号前要空一格。",
  other: "这里的写法读不懂。",
};
