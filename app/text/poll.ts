export const pollText = {
  question: "表决事项",
  modeRule: "表决方式只能是无记名或记名。",
  noVoting: (method: string) => `“${method}”靠商量形成意见，不设表决，请在处理结果里写明共识、分歧和建议。`,
  headsOnly: "这条规则还要计算面积，请到业主共同决定中使用。",
};
