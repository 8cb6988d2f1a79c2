import {
  demonstrationName,
  figureNames,
  issueNumber,
  noOutcome,
  outcomeNames,
  partsWords,
  pollModes,
  secondRoundName,
  strawMark,
  turnoutWords,
  verdictNames,
  voidedName,
} from "./terms.ts";

/** Wording of the resident's phone pages. Short sentences; a button says what it does, and the text around it calls it by that name. */
export const phoneText = {
  title: (meeting: string) => `${meeting} · 签到与表决`,
  demonstration: demonstrationName,
  demonstrationHint: "演示会议，人物与事项均为虚构",

  identity: {
    question: (who: string) => `您是 ${who} 吗？`,
    who: (name: string, unit: string) => (unit ? `${name}（${unit}）` : name),
    yes: "是我，签到",
    no: "不是我",
    note: "签到后，这张签到条只能在这一部手机上使用。",
    wrongSlip: "这张签到条不是您的？请交还工作人员。您也可以看大屏上的六位数字，用姓名签到。",
    badSlip: "这张签到条不能用于本场会议，可能已经换发。请找工作人员，或看大屏上的六位数字，用姓名签到。",
  },

  byName: {
    heading: "签到",
    hint: "请填大屏上的六位数字和您的姓名。手里有签到条的，用微信或相机扫条上的二维码更快。",
    roomCode: "大屏上的六位数字",
    roomCodeHint: "每分钟更换一次，填最新的",
    name: "您的姓名",
    unit: "有几位同名，您住哪一栋或属于哪个单位？",
    noUnit: "未登记楼栋",
    submit: "签到",
    roomCodeRule: "请填大屏上的六位数字。",
    namesakes: "名册里有几位同名，请选您住的楼栋或单位。",
    sameUnit: "同一处有两位同名，手机上分不清，请到签到台签到。",
  },

  notMe: {
    heading: (who: string) => `这部手机现在登记的是 ${who}`,
    explain: "如果不是您本人，请点“换人签到”。原来的签到不会取消，需要更正时请找工作人员。",
    submit: "换人签到",
    back: "是我，返回",
  },

  waiting: {
    checkedIn: "已签到",
    watch: "请看大屏，表决开始后这里会自动出现。",
    planned: "会议还没有开始。请先就座，开始后这里会自动更新。",
    closed: "会议已经结束，谢谢您参加。",
    cancelledHint: "改到哪一天，请看社区的通知，或问工作人员。",
    current: "正在讨论",
    number: issueNumber,
    place: "地点",
    presenter: "汇报人",
    counting: "表决已经结束，请等主持人在大屏上公布结果。",
    onScreen: "表决已经结束，结果请看大屏。",
    refresh: "刷新",
    outcomes: "各项结果",
  },

  observer: {
    badge: "列席",
    waiting: "您今天列席会议，欢迎发言。表决由有表决权的参会人进行，您的手机上不会出现选项。",
    poll: "正在表决。您今天列席会议，不参加这次表决，结果公布后会显示在这里。",
  },

  poll: {
    heading: "请您表决",
    ...pollModes,
    secretPromise: "没有人能看到您选了什么。",
    secretLimits: "计票期间，服务器的管理者在技术上有可能接触到选票；表决结束后，选票与姓名之间不留任何对应关系。",
    namedNotice: "您的姓名和选择会记入会议记录；结束前可以改选。",
    options: "请选择一项",
    upTo: (most: number, unit: string) => `最多选 ${most} ${unit}，可以少选`,
    picked: (picked: number, most: number, unit: string) => `已选 ${picked} ${unit}，最多 ${most} ${unit}`,
    full: (most: number, unit: string) => `已选满 ${most} ${unit}。要换，请先取消一${unit}。`,
    eachItem: (items: number) => `共 ${items} 项，请逐项选择`,
    unanswered: (left: number) => `还有 ${left} 项没有选`,
    review: "选好了，去核对",
    minutesLeft: "剩余时间",
    timeUp: "表决时间到，请等主持人宣布。主持人延长时间后，这里可以继续选择。",
    read: "朗读题目",
    stop: "停止朗读",
    secondRound: secondRoundName,
    alsoPaper: "想用纸票的，请向工作人员领取。领了纸票，手机上就不能再投；一人一票。",
    alsoHands: "没有手机的，等手机投票停止后举手。用手机投过的，请不要再举手；一人一票。",
    alsoBoth: "想用纸票的，请向工作人员领取；手机投票停止后，没有投过的再举手。一人一票，只用一种办法。",
    handsNow: "手机投票已经停止。您还没有投过，请看主持人指示，举手表决。",
    spoken: (question: string, options: string[]) => `表决题目：${question}。您可以选择：${options.join("，")}。`,
  },

  counted: {
    hands: "请举手表决",
    handsHint: "主持人依次问同意、反对、弃权，请您听清楚再举手，每人只举一次。手机上不用点任何按钮。",
    paper: "请领纸票",
    paperHint: "请向工作人员领取一张纸票，填好后投入票箱。每人一张，手机上不用点任何按钮。",
    onPaper: "已领纸票",
    onPaperHint: "请填好纸票，投入票箱。您的一票在纸票上，手机上不能再投。领错了，请找工作人员。",
    signed: "纸票已录入",
    signedHint: "您签名的纸票已经算作您的一票，手机上不能再投，也不能改。有疑问，请找工作人员。",
    spoken: (question: string, what: string) => `表决题目：${question}。${what}`,
  },

  straw: {
    mark: strawMark,
    ask: "点一下就行，结束前可以改",
    mine: (label: string) => `您点了“${label}”。`,
    who: "主持人和其他人都看不到谁点了什么；进行中只有服务器的管理者有能力翻看。结束时各人点的立即删除，只留各项人数。",
    few: "回答不足 5 人，不显示也不保存各项人数。",
    turnout: (answered: number, present: number) => `摸底结束。可回答 ${present} 人，回答 ${answered} 人。`,
    unit: "人",
    refused: {
      closed: "摸底已经结束，这一下没有计入。",
      "not-entitled": "您没有签到，或这次只问有表决权的参会人。",
      "invalid-choice": "没有这个选项，请重新点。",
    },
  },

  voided: {
    reason: "理由",
    note: "已经投的票都不算，没有结果。是否再次表决，请听主持人安排。",
    word: voidedName,
  },

  confirm: {
    before: "您选择",
    after: "确认提交？",
    final: "无记名表决提交后不能更改。",
    changeable: "表决结束前还可以改选。",
    back: "返回",
    submit: "确认",
  },

  sending: {
    heading: "提交中…",
    stay: "请不要关闭这个页面。",
    offline: "网络断开了，您的选择还在这部手机上，连上后会自动提交。",
  },

  recorded: {
    heading: "已记录",
    thanks: "您的表决票已经记录。请等主持人在大屏上公布结果。",
    earlier: "您的表决票之前已经记录过，一人一票，不会重复计票。",
    change: "改选",
  },

  others: {
    /** In two parts, of which neither is torn at the end of a line where it fits. */
    next: (name: string) => [`您还受 ${name} 委托，`, `请代${name}投票`],
    vote: (name: string) => `代 ${name} 投票`,
    banner: "这是别人的票",
    whose: (name: string) => `${name} 的票`,
    hint: "您受书面委托代投，请照委托人的意见选。",
    before: (name: string) => `代 ${name} 选择`,
    final: "无记名表决提交后不能更改。这一票算委托人的。",
    recorded: (name: string) => `${name}的表决票已经记录。`,
    done: (names: string[]) => `已代投：${names.join("、")}`,
    elsewhere: (names: string[]) => `您还受 ${names.join("、")} 委托，请一并代为表决。`,
    gone: (name: string) => `没有记录：${name}可能已经本人签到，或委托已经撤销。如有疑问，请找工作人员。`,
  },

  refused: {
    heading: "没有提交成功",
    "poll-closed": "表决已经结束，这一次的选择没有计入。",
    "not-entitled": "名册上您在这次表决中没有表决权，或还没有签到。如有疑问，请找工作人员。",
    "invalid-choice": "这个选项不在本次表决中，请重新选择。",
    busy: "系统正忙，没有保存成功。请稍等几秒，再提交一次。",
    again: "返回重选",
    back: "返回",
  },

  result: {
    heading: "表决结果",
    ...verdictNames,
    figures: "票数",
    figuresOnly: "计票结果如下，是否通过请等主持人宣布。",
    unit: "票",
    invalid: figureNames.invalid,
    turnout: turnoutWords,
    parts: partsWords,
  },

  outcomes: outcomeNames,
  noOutcome,

  error: {
    heading: "打不开这个页面",
    unknown: "刚才的操作没有完成，请重新扫码再试。",
    ask: "如有疑问，请找会场工作人员。",
  },
  connection: { lost: "连接中断，正在重连…", refused: "签到已失效，可能换了手机或重新登记。", again: "重新签到" },
  textSize: { label: "字号", names: ["标准字号", "大字号", "特大字号"], signs: ["A", "A⁺", "A⁺⁺"] },
} as const;
