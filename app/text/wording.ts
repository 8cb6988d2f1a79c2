/** Wording of the panel where staff put other words into a paper. */
export const wordingText = {
  title: "措辞",
  lead: "下面几段话是自动写的，可以改。花括号里的数字和名称跟着记录变，不用自己填。每次保存都留下一版。",
  edit: "改措辞",
  editOf: (label: string) => `改措辞：${label}`,
  editedBy: (who: string, when: string) => `${who} ${when} 改过`,
  automatic: "自动措辞",
  unsaved: "没有保存",
  field: (label: string) => `${label}的文字`,
  insert: "点一下插入：",
  insertOf: "可以插入的数字和名称",
  figuresAre: "可以用：",
  printed: "印出来是：",
  masksLater: "保存以后，公开版会再隐去姓名、房号和号码。",
  save: "保存措辞",
  saveAnyway: "仍用我写的",
  saved: "已保存",
  keys: "Ctrl + 回车保存，Esc 退出。",
  restore: "恢复自动措辞",
  history: (count: number) => `修改记录（${count} 版）`,
  version: (place: number, who: string, when: string) => `第 ${place} 版 · ${who} · ${when}`,
  inForce: "现在用的",
  use: "用这一版",
  useOf: (place: number) => `用第 ${place} 版`,
  unusedTitle: (count: number) => `未用到的修改（${count} 段）`,
  unusedHint: "对应的内容已经不在这份文书里。修改都还留着，内容回来时自动用上。",

  empty: "措辞不能空着。不想改了，请用“恢复自动措辞”。",
  tooLong: (most: number) => `一段最多 ${most} 个字。`,
  strange: (strange: readonly string[], known: readonly string[]) =>
    `没有这样的数字：${braced(strange)}。${known.length > 0 ? `可以用的有：${braced(known)}。` : "这一段没有可以插入的数字，请把花括号去掉。"}`,

  untold: (names: readonly string[]) => `没有写到：${names.join("、")}。`,
  handWritten: (numbers: readonly string[]) => `手写的数字：${numbers.join("、")}，不会随数据变。`,
  changedTitle: "改过以后，自动措辞变了，请对照看看：",
  changedThen: "改的时候",
  changedNow: "现在",
  lostNames: (names: readonly string[]) => `这段修改里的 ${braced(names)} 已经没有了，现在印的是自动措辞。请改好再存。`,

  staleTitle: "别人刚刚改了这一段，您写的还在下面：",
  stale: (who: string, when: string) => `${who} ${when} 改成：`,
  takeTheirs: "用别人的，不要我写的",

  leaveTitle: "还有措辞没有保存",
  leaveDetail: "没保存的文字会留在这台电脑上，关掉浏览器以前，回到本页可以接着改。",
  leaveStay: "留在本页",
  leaveGo: "先离开",
  dropTitle: "不要刚写的文字了？",
  dropDetail: "没有保存的修改会丢掉，已经保存的各版都在。",
  dropStay: "接着改",
  dropGo: "不要了",
} as const;

function braced(names: readonly string[]): string {
  return names.map((name) => `{${name}}`).join("、");
}
