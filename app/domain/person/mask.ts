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

/** 欧阳建国 → 欧阳某, 王芳 → 王某, Maria Silva → M某. What follows the surname goes too: 张大爷 → 张某. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  const compound = characters.slice(0, 2).join("");
  const surname = characters.length > 2 && COMPOUND_SURNAMES.has(compound) ? compound : (characters[0] ?? "");
  return `${surname}某`;
}

const NUMERAL = "[0-9A-Za-z一二三四五六七八九十百〇零]";
const DASH = "\\s*[-—–]?\\s*";
const BUILDING = `(${NUMERAL}(?:号楼|号院|#楼|#|号|幢|栋|座|楼))`;
const UNIT = `(?:${NUMERAL}{1,3}|[甲乙丙丁东西中])\\s*单元`;
const FLOOR = "\\s*(?:[0-9一二三四五六七八九十]{1,3}[层楼])?";
const SPOKEN_ROOM = "[一二三四五六七八九〇零]{3,4}[室房]?";
/** 米, 盏, 户 … after the figures say that they count something and name no room. */
const NO_QUANTITY = "(?![\\d.%㎡℃]|\\s*[户人米元平个盏辆次年多余名位株棵件张票块条处度千万天号份家台套栋幢厘公吨斤])";

const AFTER_UNIT = new RegExp(`${DASH}${UNIT}${FLOOR}${DASH}(?:\\d{1,4}[A-Za-z]?|${SPOKEN_ROOM})?[室户房号]?`, "gu");
const AFTER_BUILDING = new RegExp(
  `${BUILDING}${FLOOR}${DASH}(?:\\d{3,4}[A-Za-z]?[室房]|${SPOKEN_ROOM}|\\d{3,4}[A-Za-z]?${NO_QUANTITY})`,
  "gu",
);
const DASHED_AFTER_BUILDING = new RegExp(`${BUILDING}\\s*\\d{1,2}\\s*[-—–]\\s*\\d{3,4}室?`, "gu");
const DASHED = /(?<![\d-])(\d{1,3})[-—–]\d{1,2}[-—–]\d{3,4}室?(?![\d-])/gu;
const LONE_ROOM = /\d{3,4}[A-Za-z]?室/gu;

/** Building without unit, floor and room: 3号楼2单元501 → 3号楼, 3-2-501 → 3号楼. What names no room stays. */
export function maskAddress(text: string): string {
  return plainFigures(text)
    .replace(DASHED, "$1号楼")
    .replace(DASHED_AFTER_BUILDING, "$1")
    .replace(AFTER_UNIT, "")
    .replace(AFTER_BUILDING, "$1")
    .replace(LONE_ROOM, "某室")
    .trim();
}

const IDENTITY_NUMBER = /(?<!\d)\d{17}[\dXx](?!\d)/gu;
const MOBILE = /(?<!\d)(?:\+?86[-\s]?)?1[3-9]\d(?:[-\s]?\d{4}){2}(?!\d)/gu;
const LANDLINE = /(?<!\d)[(\uff08]?0\d{2,3}[)\uff09]?[-—–\s]?[1-9]\d{6,7}(?!\d)/gu;

/** Identity and phone numbers taken out of running text. */
export function maskNumbers(text: string): string {
  return plainFigures(text).replace(IDENTITY_NUMBER, "某证件号").replace(MOBILE, "某号码").replace(LANDLINE, "某号码");
}

/** Full-width figures as ASCII ones, so that nothing slips past the expressions above. */
function plainFigures(text: string): string {
  return text.replace(/[\uff10-\uff19]/gu, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xfee0));
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
