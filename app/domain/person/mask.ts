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
// Spaces only together with what follows them: runs of spaces side by side are tried in every combination.
const DASH = "\\s*(?:[-—–]\\s*)?";
const BUILDING = `(${NUMERAL}(?:号楼|号院|#楼|#|号|幢|栋|座|楼))`;
const UNIT = `(?:${NUMERAL}{1,3}|[甲乙丙丁东西中])\\s*单元`;
const FLOOR = "(?:\\s*[0-9一二三四五六七八九十]{1,3}[层楼])?";
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

const HIDDEN_NUMBER = "号码略";

/** Identity and phone numbers taken out of running text. */
export function maskNumbers(text: string): string {
  return [IDENTITY_NUMBER, MOBILE, LANDLINE].reduce(
    (masked, number) => masked.replace(number, HIDDEN_NUMBER),
    plainFigures(text),
  );
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

const BODIES =
  "社区|街道|居委会|居民委员会|村委会|委员会|党支部|支部|党委|党组织|物业|公司|企业|集团|中心|服务站|工作站|派出所|供电所|事务所|管理所|管理处|办事处|办公室|" +
  "指挥部|服务部|城管|执法|大队|中队|支队|消防|学校|小学|中学|幼儿园|医院|卫生院|银行|商户|商铺|门店|项目|工程|客服|值班|窗口|网格|楼栋|小组|局|科|办|所|站";
const ROLES =
  "书记|主任|经理|主管|队长|组长|楼长|院长|站长|所长|校长|店长|会长|科长|局长|网格员|管理员|协管员|保洁员|保安|电工|代表|委员|干事|师傅|老师|同志|先生|女士";
/** Longest first: 居民委员会 ends in 委员会, not in 委员 and a stray 会. */
const BODIES_AND_ROLES = `${BODIES}|${ROLES}`.split("|").sort((x, y) => y.length - x.length);
const THROUGH_A_BODY_OR_ROLE = new RegExp(`^(.*(?:${BODIES_AND_ROLES.join("|")}))(.*)$`, "u");
const NAME_BEFORE_ROLE = new RegExp(`^(\\p{Script=Han}{2,4})(${ROLES})$`, "u");
const HAS_BODY = new RegExp(BODIES, "u");

/**
 * Who answers for something, as typed: persons masked, organisations and offices left. 王建国 → 王某, 物业公司王建国 → 物业公司王某,
 * 幸福供电所 stays. Judged by known names first, then by words such as 公司 or 主任; what is neither is taken for a name.
 */
export function maskParty(party: string, names: readonly string[]): string {
  return maskNumbers(party)
    .replaceAll(HIDDEN_NUMBER, "")
    .split(/([\s,;/()、\uff0c\uff1b\uff08\uff09]+)/u)
    .map((part, index) => (index % 2 === 1 || part === "" ? part : maskPart(part, names)))
    .join("")
    .trim();
}

function maskPart(part: string, names: readonly string[]): string {
  const known = maskText(part, names);
  if (known !== part) return known;
  const [, name = "", role = ""] = NAME_BEFORE_ROLE.exec(part) ?? [];
  if (name !== "" && !HAS_BODY.test(name)) return `${maskName(name)}${role}`;
  const [, head, tail = ""] = THROUGH_A_BODY_OR_ROLE.exec(part) ?? [];
  if (head === undefined) return maskName(part);
  return tail === "" ? part : `${head}${maskName(tail)}`;
}
