/**
 * De-identification for what is put up in public (个人信息保护法 25, 28): surname + 某, building without room,
 * no phone, no identity number. Pure text in, text out; nothing here can be undone from the result.
 */

/** Compound surnames in use; a two-character name is never read as one of them, else nothing would be hidden. */
const COMPOUND_SURNAMES = new Set(
  (
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 " +
    "仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 " +
    "段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五 完颜 纳兰"
  ).split(" "),
);

/** 欧阳建国 → 欧阳某, 王芳 → 王某, Maria Silva → M某. Titles after the surname go too: 张大爷 → 张某. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  const compound = characters.slice(0, 2).join("");
  const surname = characters.length > 2 && COMPOUND_SURNAMES.has(compound) ? compound : (characters[0] ?? "");
  return `${surname}某`;
}

const NUMBER = "[0-90-9A-Za-zA-Z一二三四五六七八九十百〇零]";
const BUILDING = `(?:号楼|号院|[##]楼|[##]|号|幢|栋|座|楼)`;
const UNIT = `\\s*[-—-]?\\s*(?:${NUMBER}{1,3}|[甲乙丙丁东西中])\\s*单元`;
const FLOOR = "\\s*[0-90-9一二三四五六七八九十]{1,3}[层楼]";
/** 米, 盏, 户 … after the figures say that it is a quantity and no room. */
const NOT_A_QUANTITY =
  "(?![0-90-9.%㎡℃]|\\s*(?:户|人|米|元|平|个|盏|辆|次|年|多|余|名|位|株|棵|件|张|票|块|条|处|度|千|万|天|号|份|家|台|套|栋|幢|厘|公|吨|斤))";
const DIGIT_ROOM = "[0-90-9]{3,4}[A-Za-z]?";
const SPOKEN_ROOM = "[一二三四五六七八九〇零]{3,4}";

const AFTER_UNIT = new RegExp(
  `(${UNIT})(?:${FLOOR})?\\s*[-—-]?\\s*(?:[0-90-9]{1,4}[A-Za-z]?|${SPOKEN_ROOM})?\\s*[室户房号]?`,
  "gu",
);
const AFTER_BUILDING = new RegExp(
  `(${NUMBER}${BUILDING})(?:${FLOOR})?\\s*[-—-]?\\s*(?:${DIGIT_ROOM}[室房]|${SPOKEN_ROOM}[室房]?|${DIGIT_ROOM}${NOT_A_QUANTITY})`,
  "gu",
);
const BUILDING_DASH_ROOM = new RegExp(`(${NUMBER}${BUILDING})\\s*[0-90-9]{1,2}\\s*[-—-]\\s*[0-90-9]{3,4}室?`, "gu");
const DASHED = /(?<![0-90-9-])([0-90-9]{1,3})[-—-][0-90-9]{1,2}[-—-][0-90-9]{3,4}室?(?![0-90-9-])/gu;
const LONE_ROOM = /[0-90-9]{3,4}[A-Za-z]?室/gu;

/** Building without unit, floor and room: 3号楼2单元501 → 3号楼, 3-2-501 → 3号楼. Words that name no room stay. */
export function maskAddress(text: string): string {
  return text
    .replace(DASHED, "$1号楼")
    .replace(BUILDING_DASH_ROOM, "$1")
    .replace(AFTER_UNIT, "")
    .replace(AFTER_BUILDING, "$1")
    .replace(LONE_ROOM, "某室")
    .trim();
}

const IDENTITY_NUMBER = /(?<![0-90-9])[0-90-9]{17}[0-90-9XxX]/gu;
const MOBILE = /(?<![0-90-9])(?:\+?86[-\s]?)?[11][3-93-9][0-90-9](?:[-\s]?[0-90-9]{4}){2}(?![0-90-9])/gu;
const LANDLINE = /(?<![0-90-9])[((]?[00][0-90-9]{2,3}[))]?[-—-\s]?[1-91-9][0-90-9]{6,7}(?![0-90-9])/gu;

/** Identity and phone numbers taken out of running text. */
export function maskNumbers(text: string): string {
  return text.replace(IDENTITY_NUMBER, "(证件号略)").replace(MOBILE, "(电话略)").replace(LANDLINE, "(电话略)");
}

/**
 * Running text (a title, a conclusion) for the public: numbers and rooms taken out, and each of `names` that occurs in it
 * masked, longest first, so that 王小明 is not left as 王某明 because a 王小 is on the roll. Names of one character are
 * left alone: they are ordinary words far more often than people.
 */
export function maskText(text: string, names: readonly string[]): string {
  const known = [...new Set(names.map((name) => name.trim()))]
    .filter((name) => Array.from(name).length > 1)
    .sort((a, b) => b.length - a.length);
  return known.reduce((masked, name) => masked.replaceAll(name, () => maskName(name)), maskAddress(maskNumbers(text)));
}
