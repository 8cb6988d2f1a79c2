/**
 * Demonstration data: the kinds of problem that communities really report (parking, quarrels, occupied greens, dark lamps,
 * a broken drain cover, sandbags for low-lying shops), in words of our own. All people, houses and streets are invented.
 */
const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
const given = [
  "秀兰",
  "建国",
  "桂英",
  "志强",
  "玉梅",
  "海涛",
  "淑芬",
  "文斌",
  "春华",
  "德明",
  "凤霞",
  "永康",
  "丽萍",
  "国栋",
  "美玲",
  "振华",
  "晓燕",
  "立新",
  "金凤",
  "少杰",
  "慧敏",
  "长青",
  "雅琴",
  "庆丰",
];

/** Invented person number `n`: 40 × 24 different names before the first repeats. */
export const demonstrationName = (n: number): string =>
  `${surnames[n % surnames.length]}${given[(n * 7 + Math.floor(n / surnames.length)) % given.length]}`;

const building = (n: number) => `${(n % 12) + 1}号楼${(n % 3) + 1}单元`;

/** The roll of the demonstration community: the secretary, the other fixed seats, representatives, and guests without a vote. */
export function demonstrationRoll(secretary: string) {
  const member = (n: number, seat: string, unit: string, votingRight: boolean) => ({
    name: demonstrationName(n),
    seat,
    unit,
    votingRight,
    phone: "",
  });
  const households = Array.from({ length: 6 }, (_, n) => member(n + 1, "党员中心户", building(n), true));
  const representatives = Array.from({ length: 53 }, (_, n) => member(n + 7, "居民代表", building(n), true));
  return [
    { name: secretary, seat: "社区党委书记", unit: "社区党委", votingRight: true, phone: "" },
    ...households,
    ...representatives,
    member(60, "小区物业负责人", "翠湖物业服务中心", false),
    member(61, "网格员", "第一网格", false),
    member(62, "网格员", "第二网格", false),
    member(63, "商户", "湖西路便民超市", false),
    member(64, "联建单位代表", "湖滨供电所", false),
  ];
}

export const demonstrationIssues = {
  cover: {
    title: "湖东街 18 号楼前下水道盖板破损",
    detail: "盖板缺了一角，夜里看不清，已有人绊倒。请尽快更换，换好前先围挡。",
    place: "湖东街 18 号楼前",
    category: "市政设施",
    source: "网格员巡查",
  },
  quarrel: {
    title: "5 号楼上下两户因夜间噪声争吵",
    detail: "楼上孩子晚间跑跳，楼下老人睡眠不好，两家已吵过三次，请社区出面劝和。",
    place: "5 号楼 2 单元",
    category: "邻里纠纷",
    source: "党员中心户",
  },
  sandbags: {
    title: "湖西路低洼段商户雨天进水，需备防汛沙袋",
    detail: "路面比店门高，大雨时水往屋里灌。沿街 9 家商户希望雨季前备好沙袋，定好领取办法。",
    place: "湖西路 30—46 号",
    category: "防汛",
    source: "商户反映",
  },
  lamps: {
    title: "幼儿园门口到西门一段路灯不亮",
    detail: "六盏灯坏了四盏，接孩子的老人天黑后看不清台阶。",
    place: "西门内道路",
    category: "公共照明",
    source: "居民来访",
  },
  locks: {
    title: "3 号楼前公共车位被私装地锁占用",
    detail: "五个公共车位中有三个装了地锁，别的住户无处停车，意见很大。",
    place: "3 号楼前",
    category: "停车管理",
    source: "居民来电",
  },
  parking: {
    title: "晚间车位不够，车辆停上人行道",
    detail: "晚七点后回来的车找不到位子，停在人行道上，轮椅和婴儿车过不去。建议重新划线并与临近单位商量错时停车。",
    place: "小区主路两侧",
    category: "停车管理",
    source: "居民代表",
  },
  greens: {
    title: "7 号楼东侧公共绿地被围起来种菜",
    detail: "约四十平方米绿地被围作菜地，施肥有异味。希望恢复绿地，也给爱种菜的老人找个合适地方。",
    place: "7 号楼东侧",
    category: "公共空间",
    source: "物业反映",
  },
  charging: {
    title: "9 号楼门厅有电动车进楼充电",
    detail: "有住户把电动车推进门厅拉线充电，存在火灾隐患，楼外充电桩又不够用。",
    place: "9 号楼 1 单元",
    category: "消防安全",
    source: "网格员巡查",
  },
} as const;

export type DemonstrationIssue = keyof typeof demonstrationIssues;

export const demonstrationText = {
  community: "翠湖社区",
  street: "湖滨街道",
  secretary: "周岚",
  recorder: "徐静",
  manager: { name: "郑国强", seat: "小区物业负责人", unit: "翠湖物业服务中心" },
  contact: { contact: "徐静", contactPhone: "0532-5550 0101", supervisionPhone: "0532-5550 0110" },
  cover: {
    speeches: [
      ["网格员", "上周三巡查时发现，已摆了锥桶，但晚上还是看不清。"],
      ["物业负责人", "同规格的盖板要订货，大约三天到。"],
    ],
    record: "更换湖东街 18 号楼前破损的下水道盖板",
    plan: "物业订购同规格盖板，到货当天更换；更换前加装围挡和警示灯",
  },
  quarrel: {
    speeches: [
      ["楼下住户", "晚上十点以后还有跑跳声，老人睡不着。"],
      ["楼上住户", "我们铺上地垫，九点半以后不让孩子在客厅跑。"],
    ],
    conclusion: "楼上当场答应铺地垫、九点半后不跑跳；楼下表示谅解，互留电话，有事先说。",
  },
  sandbags: {
    speeches: [["商户代表", "去年两场大雨，三家店进了水。"]],
    record: "为湖西路低洼段 9 家商户备防汛沙袋",
    plan: "向街道领取沙袋 180 个，存放在便民超市旁，登记领用，雨后收回",
    done: "沙袋 180 个已领回，存放点挂牌，9 家商户全部知晓领用办法。",
  },
  lamps: {
    speeches: [
      ["居民代表", "接孩子的都是老人，天一黑台阶看不见。"],
      ["供电所代表", "线路没问题，是灯头坏了，我们可以提供灯头。"],
      ["物业负责人", "安装由物业负责，一个晚上能装完。"],
    ],
    question: "是否同意由物业与供电所共同更换西门内道路 6 盏路灯？",
    record: "更换西门内道路 6 盏路灯",
    plan: "供电所提供灯头，物业安排两名电工安装，装好后夜间巡查一次",
    differences: "个别代表建议同时加装感应灯，留待下次讨论。",
  },
  locks: {
    speeches: [["物业负责人", "已贴过两次告知，装锁的三户还没有拆。"]],
    record: "拆除 3 号楼前公共车位上的私装地锁",
    plan: "先上门劝拆，满一周未拆的由物业会同社区拆除，车位恢复公用",
  },
  parkingReason: "需要先数清车位和车辆，请物业下周带数据来。",
  apiLabel: "演示接口",
  votersRule: (most: number) => `--voters 应是 1–${most} 的整数。--voters must be a whole number from 1 to ${most}.`,
  opened: (demo: { address: string; meeting: string; voters: number; username: string; password: string }) =>
    [
      `演示会议已开：会议码 ${demo.meeting}，名册 ${demo.voters} 人。`,
      `工作台 ${demo.address}/desk/meetings/${demo.meeting}/room（用户名 ${demo.username}，密码 ${demo.password}）`,
      `大屏 ${demo.address}/screen/${demo.meeting}`,
      `手机 ${demo.address}/m/${demo.meeting}`,
    ].join("\n"),
} as const;

/** Speeches of a demonstration: who, what. */
export type DemonstrationSpeech = readonly (readonly [string, string])[];
