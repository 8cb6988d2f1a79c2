/** 设置. */
export const settingsText = {
  title: "设置",
  saved: {
    community: "社区信息已保存",
    password: "密码已更换，其他设备已退出登录",
    sessions: "已退出其他设备",
    session: "已退出该设备",
    token: "令牌已停用",
  },

  communitiesTitle: "所属社区",
  communitiesHint: (street: string) =>
    `“街道（乡镇）”一栏写着“${street}”的社区，可以直接使用、复制街道共用的议事方法。街道看不到社区的议题和会议。`,
  noCommunities: "还没有所属社区。",
  communityColumns: ["社区", "书记", "建立时间"],
  addCommunity: "新增社区",
  addCommunityHint: "为社区开通书记账户，密码由系统生成。",
  communityAdded: (name: string) => `“${name}”已建立`,
  accountOnce: (secretary: string) =>
    `请把用户名和密码当面交给${secretary}，密码只显示这一次；首次登录后在“设置”里更换。`,
  username: "用户名",
  password: "密码",

  communityTitle: "社区",
  streetTitle: "街道",
  communityHint: "联系人和电话印在公示上，供居民询问和反映。",
  name: "社区名称",
  street: "街道（乡镇）",
  streetName: "街道（乡镇）名称",
  district: "所在区县",
  contact: "公示联系人",
  contactPhone: "联系电话",
  supervisionPhone: "监督电话",
  phoneRule: "电话只用 5 到 20 位数字，可带 + 和 -。",
  save: "保存",
  staleTitle: "社区信息刚被别人改过",

  passwordTitle: "更换密码",
  passwordHint: "换密码后，除这台设备外都要重新登录。接口令牌不受影响。",
  currentPassword: "现在的密码",
  newPassword: "新密码",
  newPasswordAgain: "再输一次新密码",
  wrongPassword: "现在的密码不对。",
  passwordsDiffer: "两次输入的新密码不一样。",
  tooMany: (minutes: number) => `输错次数太多，请 ${minutes} 分钟后再试。`,
  changePassword: "更换密码",

  sessionsTitle: "登录的设备",
  sessionsHint: "看到不认识的设备，请退出它并更换密码。",
  thisDevice: "这台设备",
  signedInAt: "登录时间",
  device: "设备",
  endSession: "退出",
  endOthers: "退出其他设备",
  endOthersQuestion: "退出其他所有设备？",
  endOthersDetail: "那些设备上没有提交的内容可能丢失。",
  unknownDevice: "未知设备",

  tokensTitle: "接口令牌",
  tokensHint: "供其他程序（如街道平台、语音播报）以您的身份读写数据。谁拿到令牌谁就能操作，用完请停用。",
  noTokens: "还没有令牌。",
  tokenLabel: "用途",
  tokenLabelHint: "例如：街道平台对接",
  makeToken: "生成令牌",
  tokenMade: (label: string) => `“${label}”的令牌已生成`,
  tokenOnce: "只显示这一次，请现在复制保存。",
  copy: "复制",
  copied: "已复制",
  selected: "已选中，请按 Ctrl+C 复制",
  madeAt: "生成时间",
  state: "状态",
  inForce: "使用中",
  revokedAt: (when: string) => `${when} 停用`,
  revoke: "停用",
  revokeQuestion: (label: string) => `停用“${label}”？`,
  revokeDetail: "用它的程序会立刻不能连接，且不能恢复。",
  actions: "操作",
} as const;

const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/, "微信"],
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/Windows/, "Windows"],
  [/HarmonyOS|OpenHarmony/, "鸿蒙"],
  [/Android/, "安卓"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Mac OS X/, "Mac"],
  [/Linux/, "Linux"],
];

/** “Chrome · Windows” from what a browser says of itself. */
export function deviceWords(userAgent: string): string {
  const first = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join(" · ") || settingsText.unknownDevice;
}
