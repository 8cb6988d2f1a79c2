/** Wording of the desk's page of tablets that go round the table. */
export const helpersText = {
  title: "代办设备",
  lead: (meeting: string) => `${meeting} · 给没有手机的人用一台平板投票`,
  back: "返回会议",
  open: "打开会场",

  make: "新的代办设备",
  makeHint: "写明由谁拿着平板，再用平板扫二维码。链接只显示这一次，只能在第一台打开它的设备上用。",
  helper: "代办人姓名",
  helperHint: "例如：网格员王芳",
  submit: "生成链接",
  here: "在这台电脑上代办",
  hereHint: "不用另外登录，以您的姓名留痕。",

  made: (helper: string) => `${helper}的代办链接已生成，只显示这一次`,
  scan: "用平板扫这个二维码",
  link: "或在平板上打开这个网址",
  qr: (helper: string) => `${helper}的代办二维码`,

  list: "本场会议的代办设备",
  none: "还没有代办设备。",
  columns: ["代办人", "状态", "代投", "最近使用", "操作"],
  states: { waiting: "还没有打开", open: "使用中", revoked: "已停用" },
  stateAt: {
    waiting: (when: string) => `${when}生成`,
    open: (when: string) => `${when}打开`,
    revoked: (when: string) => `${when}停用`,
  },
  ballots: (count: number) => `${count} 票`,
  never: "还没有用过",
  revoke: "停用",
  revokeQuestion: (helper: string) => `停用${helper}的代办设备？`,
  revokeDetail: "停用后这台设备不能再投票，已经记录的票不受影响。",
  revoked: "已停用。",
  over: "会议已经结束，不能再生成代办链接。",
  journal: "每一次代投都记入留痕：谁的票、谁代办、哪次表决，不记选择。",
} as const;
