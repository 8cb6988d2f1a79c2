/** Wording of the issues' pages, and of what their commands refuse. */
export const issueText = {
  fields: {
    title: "题目",
    detail: "情况说明",
    place: "地点",
    category: "类别",
    source: "来源",
    raisedBy: "反映人",
    firstRaisedOn: "首次提出日",
    method: "议事方法",
  },
  reason: "理由",
  eventMissing: "请说明要走哪一步。",
  factsShape: "要件须是一组名称和内容。",
  mergeTarget: "请填写要并入的议题编号,须是本社区另一件还没办结的议题。",
  settledStays: "议题已经办结,内容不能再改。",
  firstRaisedLater: "首次提出日不能晚于今天。",
};
