/**
 * What masking by names and patterns cannot be sure of, in a text that is to be put up: for staff to read, never to block. Pure text in, lines out.
 */

/** Who is meant, a child, or what 个人信息保护法 28 calls sensitive (health, 低保, faith, accounts …). */
export type DoubtKind = "name" | "minor" | "sensitive";
/** `words` as they stand, and what stands around them. */
export type Doubt = { kind: DoubtKind; words: string; context: string };

/** Common ones; rarer ones are rarely ordinary words either, but would be looked for in vain more often than found. */
const SURNAMES =
  "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗凤花方俞任袁柳史唐费廉岑薛雷贺倪汤殷罗毕郝安常" +
  "于傅卞齐康伍余顾孟黄穆萧尹姚邵汪毛戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾路江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍虞万支柯卢莫房解应丁邓洪包左石崔龚" +
  "程邢陆翁荀甄曲封储靳段焦巴侯车蓬全班秋仲宫宁仇武刘景束龙叶白蒲卓蔺乔翟谭申冉桑桂牛寿边燕尚温庄柴阎连习向古易廖欧沃利师巩聂敖冷辛简饶曾关查游覃肖";
const NAME = `[${SURNAMES}](?:(?![某家的和与及等在是有们])\\p{Script=Han}){1,2}`;

/** Ordinary words that begin like a name. */
const ORDINARY =
  /^(?:方便|高龄|高大|高度|高层|高空|安全|安排|常住|常年|常常|单元|孙子|孙女|任何|任务|马上|万一|全体|全部|何时|周边|周围|周末|平时|向来|向着|利用|连续|连同|应当|应该|左右|关于|关爱|关心|关怀|江边|路边|路面|路口|花园|花坛|房屋|房东|房客|边上|边角|白天|车位|车主|车辆|金额|易滑|支持|支付|支部|师傅|项目|余下|解决|时常|经常|温馨|游客|包括|包户|曾经|查看|全家|全户|史上|武装|利益|许多|于是|路过|常来|连着|习惯|康复|宁可)/u;

const KIN =
  "家[的中里人门]|家$|家[\uff0c\u3002\u3001\uff1b]|夫妇|夫妻|老伴|先生|女士|奶奶|爷爷|大爷|大妈|大娘|大叔|大婶|阿姨|叔叔|老人|老师|师傅|同志|的?(?:孩子|儿子|女儿|母亲|父亲|丈夫|妻子|爱人|孙子|孙女)";
const BEFORE_NAME = "孩子|儿子|女儿|老伴|丈夫|妻子|爱人|母亲|父亲|户主|名叫|姓名[\uff1a:]";
const WHO = "居民|业主|住户|租户|租客|房东|当事人|老人|学生|邻居";
const ENDS =
  "(?=[\uff0c\u3002\u3001\uff1b\uff1a\uff08()\\s]|$|家|的|和|与|反映|提出|认为|表示|同意|不同意|要求|说|负责|承诺|已)";

const NAMES = [
  new RegExp(`(?<name>${NAME})(?=${KIN})`, "gu"),
  new RegExp(`(?<=${BEFORE_NAME})(?<name>${NAME})`, "gu"),
  new RegExp(`(?<=${WHO})(?<name>${NAME})${ENDS}`, "gu"),
  new RegExp(`(?<name>[老小][${SURNAMES}])(?=[\uff0c\u3002\u3001\uff1b\\s家和]|$|的家|反映|提出|同意|说|负责)`, "gu"),
];
const MINORS =
  /(?<!\d)(?:1[0-7]|\d)\s*周?岁|[一二三四五六七八九十]{1,2}周?岁|学生|孩子|小孩|儿童|未成年|婴儿|幼儿(?!园)|男童|女童/gu;
const SENSITIVE =
  /(?<![通弊])病(?!虫|树|句)|残疾|低保|特困|住院|手术|癌|抑郁|精神障碍|痴呆|失智|失能|瘫痪|透析|孕妇|怀孕|艾滋|乙肝|信教|教徒|社区矫正|戒毒|吸毒|刑满|银行卡|账号/gu;

const AROUND = 8;

/** Each place once, in the order of the text. What was masked already (王某) is no doubt. */
export function doubtsIn(text: string): Doubt[] {
  const found: (Doubt & { at: number })[] = [];
  const add = (kind: DoubtKind, at: number, words: string) => {
    if (found.some((each) => each.kind === kind && at < each.at + each.words.length && each.at < at + words.length))
      return;
    found.push({ kind, words, at, context: around(text, at, words.length) });
  };
  for (const pattern of NAMES) {
    for (const { index, groups } of text.matchAll(pattern)) {
      const name = groups?.name ?? "";
      if (!ORDINARY.test(name)) add("name", index, name);
    }
  }
  for (const { index, 0: words } of text.matchAll(MINORS)) add("minor", index, words);
  for (const { index, 0: words } of text.matchAll(SENSITIVE)) add("sensitive", index, words);
  return found.sort((a, b) => a.at - b.at).map(({ kind, words, context }) => ({ kind, words, context }));
}

function around(text: string, at: number, length: number): string {
  const [from, until] = [Math.max(0, at - AROUND), Math.min(text.length, at + length + AROUND)];
  // Half of a character at either end says nothing.
  const whole = text.slice(from, until).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
  return `${from > 0 ? "…" : ""}${whole}${until < text.length ? "…" : ""}`;
}
