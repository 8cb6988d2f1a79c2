import {
  demonstrationName,
  figureNames,
  issueNumber,
  noOutcome,
  outcomeNames,
  partsWords,
  pollModes,
  secondRoundName,
  turnoutWords,
  verdictNames,
  voidedName,
} from "./terms.ts";

/** Wording of the projector's page. Few words, read from the last row. */
export const screenText = {
  title: (meeting: string) => `大屏 · ${meeting}`,
  demonstration: demonstrationName,

  lobby: {
    scan: "扫码签到",
    code: "六位数字",
    codeHint: "没有签到条？扫码后填六位数字和姓名",
    noCode: "请扫个人签到条，或到签到台签到",
    present: "已签到",
    due: "应到",
    missing: (missing: number) => ({ before: "还差", count: missing, after: "人可开会" }),
    enough: "已达法定人数",
  },

  item: {
    issue: issueNumber,
    reportBack: "上次回顾",
    place: "地点",
    presenter: "汇报",
    left: "剩余",
    overrun: "超时",
    progress: (position: number, total: number) => `第 ${position} 项，共 ${total} 项`,
  },

  poll: {
    open: "正在表决",
    modes: {
      secret: `${pollModes.secret}表决`,
      named: `${pollModes.named}表决`,
      hands: `${pollModes.hands}表决`,
      paper: `${pollModes.paper}表决`,
    },
    also: { paper: "兼收纸票", hands: "兼收举手" },
    secondRound: secondRoundName,
    raise: "请举手",
    raiseHint: "每人只举一次",
    fetch: "请领票",
    fetchHint: "每人一张",
    mayRaise: "到会可举手",
    cast: "已投",
    issued: "已领",
    castOrIssued: "已投已领",
    missing: (missing: number) => ({ before: "还差", count: missing, after: "人" }),
    everybody: "都投了",
    everybodyHasPaper: "都领了",
    raiseRest: "没有投过的",
    of: "/",
    left: "剩余时间",
    timeUp: "时间到",
    timeUpHint: "请等主持人宣布",
    options: "选项",
  },

  result: {
    counting: "表决结束",
    countingHint: "请等主持人公布结果",
    turnout: turnoutWords,
    invalid: figureNames.invalid,
    ...verdictNames,
    figures: "计票结果",
    parts: partsWords,
    voided: voidedName,
    voidedTitle: "表决作废",
    voidedReason: "理由",
    voidedNote: "已投的票不算，没有结果",
    hash: "留痕校验码",
  },

  closed: {
    title: "会议结束",
    outcomes: "各项结果",
    nothing: noOutcome,
  },
  outcomes: outcomeNames,

  lost: (clock: string) => `连接中断，正在重连 · 画面停在 ${clock}`,

  trouble: {
    notFound: "打不开这块大屏",
    broken: "大屏画面出错了",
    retrying: "正在自动重新打开，请稍等。",
  },

  keys: {
    heading: "主持人按键",
    list: [
      ["→", "下一步：公布票数、公布结果、下一项"],
      ["←", "上一步"],
      ["B", "黑屏 / 恢复"],
      ["Q", "大二维码 / 恢复"],
      ["F", "全屏"],
      ["?", "显示或收起本说明"],
    ],
    noRight: "这个窗口只能观看。要用按键主持，请在登录过的浏览器里打开大屏。",
    failed: "没有成功，请再按一次。",
    pollOpen: "表决进行中，请先在工作台结束表决。",
    lastItem: "已经是最后一项。",
    firstItem: "已经是第一项。",
    over: "会议已经结束。",
    notOpen: "会议还没有开始，请在工作台点“开会”。",
  },
} as const;
