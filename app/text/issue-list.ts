/** Wording of the list of issues. */
export const issueListText = {
  title: "议题",
  lead: (open: number, total: number) => `未办结 ${open} 件，共 ${total} 件`,
  enter: "登记议题",
  caption: "议题清单",
  columns: ["编号", "题目", "首次提出", "累计", "上会", "环节"],
  /** Under the stage's name: the method, and the decision that the issue is inside of. */
  methodLine: (method: string, decision: string | null) =>
    decision === null ? method : `${method}，在走“${decision}”`,
  order: "未办结的在前，上会次数多、提出早的排在上面；已办结的在后。",
  emptyTitle: "还没有议题",
  emptyHint: "把居民反映的问题先记下来：是什么事、在哪里、谁提的。开会前会自动排进议程建议。",
  noneFound: "没有符合条件的议题",
  noneFoundHint: "换个词，或少用几个条件试试。",
  clear: "清除筛选",

  search: "找议题",
  searchHint: "编号、题目、地点、来源、反映人",
  button: "查找",
  method: "方法",
  allMethods: "全部方法",
  stage: "环节",
  allStages: "全部环节",
  category: "类别",
  allCategories: "全部类别",
  choice: (name: string, issues: number) => `${name}（${issues}）`,
  byState: "按办理情况看",
  states: { "": "全部", open: "未办结", late: "交办逾期", settled: "已办结" },
  found: (count: number) => `符合条件 ${count} 件`,
  /** The conditions on paper, where the form is not printed. */
  conditions: (parts: string[]) => `筛选：${parts.join("，")}`,
  words: (text: string) => `含“${text}”`,
} as const;

/** Looking for issues that wait to be discussed. */
export const candidatesText = {
  search: "找待议的议题",
  searchHint: "编号、题目、地点、反映人",
  button: "查找",
  most: (shown: number, waiting: number) => `待议 ${waiting} 件，先列出 ${shown} 件；没看到的可以查找。`,
  found: (words: string, shown: number) =>
    shown === 0 ? `没有待议的议题含“${words}”。` : `下面是含“${words}”的，已勾选的也在其中。清空后再查找可看全部。`,
} as const;
