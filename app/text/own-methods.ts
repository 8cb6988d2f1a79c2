/** 自编方法: pages, refusals and the words of its files. */
export const ownMethodText = {
  title: "自编方法",
  lead: "本单位自己的议事办法：从空白写起，或从现有方法复制一份再改；发布后就能用来登记议题。",
  back: "回到议事方法",
  name: "方法名称",
  scope: "给谁用",
  scopes: { community: "只给本单位", street: "本街道各社区共用" },

  onlyStreet: "只有街道可以把方法给各社区共用。",
  unchanged: (version: number) => `草稿与已发布的第 ${version} 版相同，没有改动可发布。`,
  blankStatus: "这份方法还有待填的内容，请先填好，并把状态改为可用。",
  tooLong: "方法太长，请精简文字或拆成几个方法。",
  usedAsDecision: (names: readonly string[]) => `${names.join("、")} 要转入它作决定，请先改那边。`,
} as const;
