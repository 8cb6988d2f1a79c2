/** Wording of the pages that plan meetings and arrange agendas, and of what their commands refuse. */
export const meetingText = {
  fields: {
    body: "议事机构",
    title: "会议名称",
    day: "日期",
    time: "时间",
    place: "地点",
    chair: "主持人",
    recorder: "记录人",
    issues: "议题",
  },
  titleOf: (body: string) => `${body}议事会`,
  reportBack: "上周议定事项落实情况",
  refusals: {
    closed: "会议已经结束,安排和议程不能再改。",
    past: "会议日期不能早于今天。",
    sameDay: (time: string) => `这一天 ${time} 已安排了同一机构的会议,请换一天,或直接改那一场。`,
    startedTime: "会议已经开始,日期和时间不能再改。",
    settled: (number: number) => `议题 ${number} 已经办结,不用再上会。`,
    underWay: (number: number) => `议题 ${number} 正在办理,由“上周议定事项落实情况”通报,不用再列一项。`,
    elsewhere: (number: number, meeting: string) => `议题 ${number} 已列入${meeting},请先从那里移出。`,
    onAgenda: (number: number) => `议题 ${number} 已在议程里。`,
    fixedFirst: "“上周议定事项落实情况”固定为第一项,不能移动,也不能移出。",
    notWaiting: "已经开始议的事项不能移动,也不能移出。",
    used: "这一项已有发言记录、表决或交办事项,不能移出议程。",
    noIssues: "请先勾选议题。",
  },
};
