export const pollText = {
  question: "表决事项",
  modeRule: "表决方式只能是无记名或记名。",
  headsOnly: "这条规则还要计算面积，请到业主共同决定中使用。",
};
