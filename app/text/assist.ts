/** Wording of the tablet that a helper passes round the table. The helper reads the small words, the person at the table the large ones. */
export const assistText = {
  title: (meeting: string) => `代办 · ${meeting}`,
  /** Who acted, as the journal names them. */
  actor: (helper: string) => `${helper}（代办）`,
  badge: (helper: string) => `代办：${helper}`,

  door: {
    heading: (helper: string) => `${helper}，用这台平板帮助大家投票`,
    lead: "打开以后，这个链接只在这一台设备上有效。",
    rules: [
      "把题目念给本人听，由本人选择。",
      "一人一票，提交以后不能更改。",
      "交给下一位之前，确认屏幕上已经没有别人的选择。",
    ],
    start: "开始代办",
  },

  trouble: {
    heading: "这台设备不能代办",
    unknown: "这个代办链接不能用：可能已经在另一台设备上打开过，也可能不属于这场会议。请工作人员重新生成。",
    revoked: "工作人员已经停用这台代办设备。已经记录的票不受影响。",
    over: "会议已经结束，代办也结束了。请把平板交还工作人员。",
  },

  table: {
    vote: "谁来投票？点姓名",
    idle: "现在没有表决。主持人开始表决后，这里会自动出现姓名。",
    idleHint: "在座而没有签到的，可以先登记到会。",
    noPhones: "这次表决不用手机和平板，请按主持人的安排举手或领取纸票。",
    find: "找姓名或楼栋",
    search: "查找",
    nobody: "没有找到。请核对姓名，或问工作人员是否在名册上。",
    nobodyHere: "还没有人签到。在座的，请先登记到会。",
    allDone: "到会的人都已经投过票。",
    more: (people: number) => `还有 ${people} 位，请输入姓名或楼栋查找。`,
    absent: (people: number) => `还没有签到 ${people} 位`,
    present: (people: number) => `已签到 ${people} 位`,
    spent: (people: number) => `已经投过 ${people} 位`,
    voted: "已投票",
    paper: "已领纸票",
    holder: (name: string) => `委托 ${name}`,
  },

  person: {
    for: "现在请",
    vote: "投票",
    holder: (name: string) => `受托人 ${name} 代`,
    who: (unit: string, seat: string) => [unit, seat].filter((part) => part !== "").join(" · "),
    notThis: "不是这位",
    back: "返回名单",
    absentHeading: (name: string) => `${name} 还没有签到`,
    absentLead: "您当面确认是本人，就可以登记到会。登记会记下您的姓名。",
    vouch: "是本人，登记到会",
    notices: {
      secret: "除了帮您操作的人，没有人能看到您选了什么。您也可以自己点。",
      named: "本人的姓名和选择会记入会议记录；提交以后，平板上不能再改。",
    },
    confirmBefore: (name: string) => `${name} 选择`,
    final: "提交以后不能更改。",
    recorded: "已记录",
    handOn: "请把平板交给下一位",
    next: "下一位",
    votedAlready: (name: string) => `${name} 已经投过票`,
    votedHint: "一人一票，不会重复计票。",
    onPaper: (name: string) => `${name} 已经领了纸票`,
    onPaperHint: "请填好纸票，投入票箱；平板上不能再投。领错了，请找工作人员。",
    noPoll: "现在没有表决",
    wait: "主持人开始表决后再来。",
    closed: "表决已经结束，没有提交的选择不计票。",
    voided: "这次表决已经作废，已经投的票都不算。",
  },
} as const;
