import type { Leaning } from "#app/domain/meeting/simulated-phones.ts";

/** Wording of 彩排: a meeting held on a copy that is thrown away, and its 模拟手机. What every face says of it is in `trial-band.ts`. */
export const trialRunText = {
  bandHint: (clock: string) => `最迟 ${clock} 自动结束`,
  toRoom: "彩排的会场",
  end: "结束彩排",
  endQuestion: "现在结束彩排？",
  endDetail: "彩排里的签到、发言、表决和结果全部删除，正式会议保持原样。",
  ended: "彩排已经结束，没有留下任何记录。会议还没有开始，可以再彩排，也可以正式开会。",

  start: "彩排一次",
  enter: "回到彩排",
  running: (clock: string) => `这场会议正在彩排，最迟 ${clock} 自动结束。彩排里做的都不计入记录。`,
  plannedOnly: "只有还没有开始的会议可以彩排。",
  already: "这里就是彩排，不用再彩排一次。",
  tooMany: (most: number) => `同时最多彩排 ${most} 场，请先结束一场再开始。`,
  notHere: "这个程序里不能彩排，请在网页上操作。",
  /** A form on a page of a rehearsal that would change something outside it. */
  leadsOut: "这一步会改动正式的数据，彩排里不能做。请先结束彩排，或在正式页面上操作。",

  phones: {
    title: "模拟手机",
    hint: "照真手机一样签到、投票。真手机也可以扫大屏上的二维码，一起彩排。",
    count: "签到几部",
    arrive: "让它们签到",
    arriveAll: "全部签到",
    arrived: (arrived: number, arriving: number) =>
      arriving > 0 ? `已签到 ${arrived} 部，还有 ${arriving} 部在路上` : `已签到 ${arrived} 部`,
    allThere: "有表决权的都到了",
    vote: "投票",
    voteHint: "有人快有人慢，有一两人迟到，有几人一直不投，有几部断网后重发。",
    leanings: { first: "多数同意", mixed: "意见不一", last: "多数反对" } satisfies Record<Leaning, string>,
    leaningsOfOptions: {
      first: "多选前面的",
      mixed: "分散",
      last: "多选后面的",
    } satisfies Record<Leaning, string>,
    noPoll: "现在没有在手机上进行的表决。",
    noPhones: "先让几部模拟手机签到，再投票。",
    voting: (sent: number, coming: number, never: number) =>
      [`已投 ${sent} 部`, coming > 0 ? `还在投 ${coming} 次` : "都投完了", never > 0 ? `不投 ${never} 部` : ""]
        .filter((part) => part !== "")
        .join("，"),
    stop: "全部停下",
    countRule: (most: number) => `请填 1 到 ${most} 的整数。`,
  },
};
