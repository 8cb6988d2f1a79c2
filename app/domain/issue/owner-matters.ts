/** 业主共同决定事项 (民法典 278): nothing but a vote of the owners decides them; no meeting of three parties, no committee. */

export interface OwnerMatter {
  /** As chosen on the page. */
  readonly name: string;
  /** `special` asks three quarters of those voting, `general` more than half; by heads and by area both. */
  readonly kind: "general" | "special";
}

/** The nine of 民法典 第278条, in its order; the sixth, seventh and eighth are the special ones. */
export const OWNER_MATTERS: readonly OwnerMatter[] = [
  { name: "业主大会议事规则", kind: "general" },
  { name: "管理规约", kind: "general" },
  { name: "选举业主委员会或更换委员", kind: "general" },
  { name: "选聘、解聘物业服务企业或其他管理人", kind: "general" },
  { name: "使用维修资金", kind: "general" },
  { name: "筹集维修资金", kind: "special" },
  { name: "改建、重建建筑物及附属设施", kind: "special" },
  { name: "改变共有部分用途或用共有部分经营", kind: "special" },
  { name: "共有和共同管理权利的其他重大事项", kind: "general" },
];

export const ownerMatterNames = (kind?: OwnerMatter["kind"]): string[] =>
  OWNER_MATTERS.filter((each) => kind === undefined || each.kind === kind).map((each) => each.name);

/** A few characters within the same clause. */
const NEAR = "[^，。；、！？,.;!?]{0,6}";
const COMMITTEE = "(?:业主委员会|业委会|物管会|物业管理委员会)";
const FEE = "物业(?:管理|服务)?费";
const SHARED =
  "(?:共有部[分位]|共用部[分位]|公共部[分位]|公共区域|公共用地|公共场地|公共车位|公用部[分位]|架空层|屋顶|楼顶|天台|会所|大堂|外墙|物业用房|绿地|绿化带?|草坪)";
const BUILT =
  "(?:楼|房|车棚|车库|大门|围墙|岗亭|会所|门厅|泵房|电梯|管网|管道|设施|建筑|小区|道路|凉亭|广场|停车场|活动室)";
const BUILD = "(?:改建|重建|扩建|加建|翻建)";
/** A worker or a thing of the property company that is changed is no new company. */
const NO_COMPANY = "(?!费|的|门|办公|经理|主管|主任|保安|保洁|人员|员工|工作|前台|电话|维修|旁|附近|楼|那|群)";

/** The word that is shown, and how it is said. Rather one hit too many, to be explained away, than a matter that slips through. */
const SAID: readonly (readonly [word: string, RegExp])[] = [
  ["维修资金", /维修(?:资|基)金/u],
  [
    "选聘、解聘物业",
    new RegExp(
      `(?:选聘|续聘|解聘|更换|撤换|换掉?|辞退|辞掉|另聘|重新?选|炒掉|赶走)(?:了|一家|一个|新的?|别的|现在的?|现有的?|这家)*物业(?:服务)?(?:公司|企业|管理公司)?${NO_COMPANY}|物业(?:服务)?(?:公司|企业)?(?:的)?(?:选聘|续聘|解聘|招投?标|退出|交接)`,
      "u",
    ),
  ],
  [
    "物业费调价",
    new RegExp(
      `${FEE}${NEAR}(?:涨|调价|上调|下调|调整|提高|降[低价到为一])|(?:涨|上调|下调|调整|提高|降低|降)${NEAR}${FEE}`,
      "u",
    ),
  ],
  [
    "业主委员会选举",
    new RegExp(
      `(?:选举|改选|重选|换届|罢免|补选|增补|推选|成立|组建)${NEAR}${COMMITTEE}|${COMMITTEE}${NEAR}(?:选举|改选|重选|换届|罢免|补选|增补)|更换${NEAR}${COMMITTEE}(?:的)?(?:成员|委员|主任)`,
      "u",
    ),
  ],
  ["管理规约", /(?:管理|业主)规约|业主公约/u],
  [
    "业主大会议事规则",
    /业主(?:大会|委员会)?的?议事规则|业委会的?议事规则|(?<!居民|村民|议事会|圆桌会议|代表会议|理事会|协商)议事规则/u,
  ],
  [
    "改建、重建",
    new RegExp(`${BUILD}(?!${NEAR}群)${NEAR}${BUILT}|${BUILT}${NEAR}${BUILD}|原拆原建|加装${NEAR}电梯`, "u"),
  ],
  [
    "改变共有部分用途",
    new RegExp(
      `改变${NEAR}用途|${SHARED}${NEAR}(?:改(?:成|作|为|做|停车|车位)|挪作|变成)|(?:改|铲|毁)掉?(?:绿地|绿化|草坪)`,
      "u",
    ),
  ],
  [
    "共有部分经营",
    new RegExp(
      `(?:${SHARED}|电梯|道闸)${NEAR}(?:(?<!小)广告|出租|租给|招商|经营)|(?:出租|租出|经营)${NEAR}${SHARED}|(?:利用|使用|拿)${SHARED}${NEAR}(?:经营|赚钱|收费)`,
      "u",
    ),
  ],
];

/** Words in a title or detail that point to one of the nine matters, each once, in the order of the list; spaces do not hide them. */
export function ownerWords(text: string): readonly string[] {
  const close = text.normalize("NFC").replace(/\s+/gu, "");
  return SAID.filter(([, pattern]) => pattern.test(close)).map(([word]) => word);
}
