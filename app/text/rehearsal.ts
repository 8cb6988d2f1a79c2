/** Wording of the rehearsal, in which an imaginary issue walks through a method. */
export const rehearsalText = {
  title: (name: string) => `演练：${name}`,
  pageTitle: "演练",
  banner: "演练：不记入议题，不留痕",
  bannerHint: "这里填的、走的都只在这一页，关掉就没有了。",
  toMethod: "返回方法",
  toEditor: "返回编辑",
  notYet: (count: number) => `还有 ${count} 处要改，改好才能演练。`,
  noScript: "演练需要浏览器开启脚本。",

  here: "现在在",
  who: "谁来做",
  deadline: "时限",
  due: (words: string, day: string) => `${words}，到 ${day}`,
  inDecision: (name: string) => `正在走法定决定“${name}”，走完自动回来`,
  ended: (name: string) => `走到终点：${name}`,
  endedHint: "可以退回一步看别的走法，或从头再走一遍。",

  calendar: "假定今天是",
  after: (days: number) => `过了 ${days} 天`,
  jumps: [1, 5, 15],
  back: "退回一步",
  anew: "从头再走",

  steps: "下一步",
  exceptions: "特殊情况",
  exceptionsHint: "不照常走时用，都要写理由。",
  ready: "要件已齐",
  lacks: (count: number) => `还缺 ${count} 项`,
  missingDecision: "这个法定决定方法不在本单位可用的方法里。",

  computed: (labels: readonly string[]) => `“${labels.join("”“")}”实际办理时取自议题和会议，演练时直接填。`,

  history: "走过的",
  historyNone: "还没有走。",
  line: (day: string, from: string, to: string) => `${day}　${from} → ${to}`,
  came: "决定结束，回到原来的方法",
} as const;
