import { type Block, type Content, NO_ISSUER } from "#templates/content.ts";
import type { AttendanceRow, AttendanceSheetInput } from "#templates/genres/attendance-sheet.ts";
import type { MinutesInput, MinutesItem } from "#templates/genres/minutes.ts";
import type { NoticeItem, ResultNoticeInput } from "#templates/genres/result-notice.ts";
import type { CountedPoll } from "#templates/parts/poll.ts";

/** Invented people and figures; Wednesday 19 November 2025, 14:30 to 16:05 in Shanghai. */
export const START = new Date("2025-11-19T06:30:00Z");
export const END = new Date("2025-11-19T08:05:00Z");

const common = { community: "翠湖社区", meetingTitle: "第47周“相约星期三”联席会议" };
const place = { start: START, end: END, place: "翠湖社区党群服务中心二楼议事厅" };
const SURNAMES = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"];
const GIVEN = ["建国", "芳", "小梅", "志强", "玉兰", "文博", "春燕", "明", "国庆", "秀英", "海涛", "丽华", "伟"];

export function personName(index: number): string {
  return `${SURNAMES[index % SURNAMES.length]}${GIVEN[(index * 5) % GIVEN.length]}`;
}

export function attendees(count: number): AttendanceRow[] {
  const seats = ["居民代表", "党员中心户", "物业服务企业", "网格员"];
  return Array.from({ length: count }, (_, index) => {
    const came = index % 3 !== 2;
    return {
      name: personName(index),
      seat: seats[index % seats.length] ?? "",
      unit: `翠湖花园${(index % 18) + 1}号楼`,
      votingRight: index % 7 !== 6,
      ...(came && { presentAt: new Date(START.getTime() + (index - 20) * 20_000), via: index % 2 ? "token" : "desk" }),
    } satisfies AttendanceRow;
  });
}

/** Figures that agree with the rows. */
export function attendanceSheetInput(rows = attendees(60)): AttendanceSheetInput {
  const voters = rows.filter((row) => row.votingRight);
  const present = voters.filter((row) => row.presentAt !== undefined).length;
  const needed = Math.ceil((voters.length * 2) / 3);
  return {
    ...common,
    ...place,
    chair: "秦文博",
    recorder: "许小梅",
    rows,
    due: voters.length,
    present,
    needed,
    quorumMet: present >= needed,
    quorumSentence: `到会 ${present} ÷ 应到 ${voters.length}，须 ≥ 2/3（至少 ${needed} 人）`,
  };
}

const SOURCE = { kind: "law", ref: "《城市居民委员会组织法》", article: "第28条", inForce: "2026-01-01" } as const;

export function poll(): CountedPoll {
  return {
    id: "lamps",
    question: "是否同意由物业先行垫付路灯更换费用",
    mode: "secret",
    due: 60,
    present: 41,
    cast: 39,
    for: 30,
    against: 5,
    abstain: 3,
    invalid: 1,
    passed: true,
    sentence: "赞成 30 ÷ 到会 41 = 73.17%，须过半数，达到",
    steps: [
      {
        text: "到会 41 ÷ 应到 60 = 68.33%，须 ≥ 2/3（至少 40 人），达到",
        left: 123,
        right: 120,
        met: true,
        source: SOURCE,
      },
      {
        text: "同意 30 ÷ 到会 41 = 73.17%，须 > 1/2（至少 21 人），达到",
        left: 60,
        right: 41,
        met: true,
        source: SOURCE,
      },
    ],
    rule: { name: "居民代表会议", source: SOURCE },
  };
}

export function minutesItems(): MinutesItem[] {
  return [
    {
      number: 12,
      title: "幸福路北段路灯连续多日不亮",
      place: "幸福路北段至翠湖花园3号楼",
      outcome: "timed",
      conclusion: "先更换损坏的六盏路灯，再由供电所检查地下线路，费用由物业先行垫付",
      actions: [
        {
          title: "更换六盏路灯并试亮",
          responsible: "王建国",
          deadline: "2025-12-03",
          plan: "本周内报价，下周二晚上施工",
        },
        {
          title: "检查北段地下线路",
          responsible: "李志强",
          deadline: "2025-12-10",
          plan: "分三段断电检查，提前一天贴通知",
        },
      ],
      polls: [poll()],
      differences: "部分代表认为费用应从公共收益中列支",
    },
    {
      number: 15,
      title: "业主车位被外来车辆长期占用",
      place: "翠湖花园东门地面停车场",
      outcome: "resolved-now",
      conclusion: "物业当场联系车主移车，门岗自今日起登记外来车辆",
      actions: [],
      polls: [],
    },
    {
      number: 16,
      title: "占用公共绿地种菜",
      outcome: "next-time",
      conclusion: "",
      reason: "当事住户没有到会，须听取本人意见",
      actions: [],
      polls: [],
    },
    {
      number: 18,
      title: "要求社区直接拆除沿街店面招牌",
      outcome: "declined",
      conclusion: "招牌设置由城市管理部门审批，社区没有拆除的权力",
      reason: "不属于社区职责，已告知向城市管理部门反映的办法",
      actions: [],
      polls: [],
    },
  ];
}

export function minutesInput(items = minutesItems(), people = 41): MinutesInput {
  return {
    ...common,
    ...place,
    street: "幸福街道",
    number: "2025年第12期",
    chair: "秦文博",
    recorder: "许小梅",
    present: Array.from({ length: people }, (_, index) => personName(index)),
    absent: ["尤国庆", "何海涛"],
    observers: ["曹丽华"],
    due: 60,
    presentVoting: 41,
    reportBack: [
      {
        title: "修复沿河步道破损井盖",
        responsible: "孙春燕",
        deadline: "2025-11-14",
        state: "done",
        note: "已更换并拍照存档",
      },
      {
        title: "清理2号楼楼道杂物",
        responsible: "周明",
        deadline: "2025-11-15",
        state: "overdue",
        note: "一户尚未搬走",
      },
      { title: "为低洼门店备沙袋", responsible: "吴秀英", deadline: "2025-11-28", state: "open" },
    ],
    items,
    journalHead: "9f2c7e41b0a85d36c1e94f7a20b86d53e7c9a1042fb83d6590ce17ab4f28d6e3",
  };
}

export function noticeItems(): NoticeItem[] {
  return [
    {
      number: 12,
      title: "幸福路北段路灯连续多日不亮",
      place: "翠湖花园3号楼2单元501门前",
      consensus: "majority",
      outcome: "timed",
      conclusion: "先更换损坏的六盏路灯，再检查地下线路；王建国（13812345678）负责联系",
      polls: [{ ...poll() }],
      followUps: [
        { title: "更换六盏路灯并试亮", responsible: "王建国", deadline: "2025-12-03" },
        {
          title: "检查北段地下线路",
          responsible: "幸福供电所",
          deadline: "2025-12-10",
        },
      ],
    },
    {
      number: 15,
      title: "业主车位被外来车辆长期占用",
      consensus: "unanimous",
      outcome: "resolved-now",
      conclusion: "物业当场联系车主移车，欧阳志强同意自今日起登记外来车辆",
      polls: [],
      followUps: [],
    },
  ];
}

export function resultNoticeInput(items = noticeItems()): ResultNoticeInput {
  return {
    ...common,
    ...place,
    signedBy: "翠湖社区居民委员会",
    signedOn: "2025-11-20",
    participants: [
      { seat: "居民代表", count: 31 },
      { seat: "党员中心户", count: 6 },
      { seat: "物业服务企业", count: 4 },
    ],
    items,
    noticeFrom: "2025-11-20",
    noticeUntil: "2025-11-27",
    objection: "工作日上午8:30至下午5:30到社区一楼服务窗口口头或书面提出",
    contact: { name: "许小梅", phone: "0518-85550123" },
    supervisionPhone: "0518-85550456",
    knownNames: ["王建国", "欧阳志强", "许小梅"],
  };
}

/** Blocks as the content of a plain paper. */
export function plainContent(blocks: Block[], rest: Partial<Content> = {}): Content {
  return {
    ...{
      name: "样张",
      dress: "letter",
      landscape: false,
      blocks,
      attachments: [],
      issuer: NO_ISSUER,
      demonstration: false,
      mark: "",
    },
    ...rest,
  };
}
