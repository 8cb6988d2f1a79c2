/** Wording that papers take from what the community is, and of what is refused when one is taken out. */
export const documentText = {
  committeeOf: (community: string) => `${community}居民委员会`,
  villageCommitteeOf: (village: string) => `${village}村民委员会`,
  electionCommitteeOf: (community: string, village: boolean) => `${community}${village ? "村民" : "居民"}选举委员会`,
  otherSeat: "其他",
  owners: "业主",
  ownersVoting: "参与表决的业主",
  objection: (committee: string) => `以书面、电话或者当面方式向${committee}提出，说明事项和理由，收到后登记并答复`,
  opinionsTo: (office: string) =>
    `写成书面意见投到或者送到${office}，也可以打联系电话或者当面提出，收到后登记并带到会上`,
  householdsConcerned: (count: number) => `相关住户${count}户`,
  nothingToReport: "没有需要通报的上次议定事项。",
  progress: { done: "已办结", overdue: "逾期未办结", open: "正在办理" },
  reportedLine: (line: { title: string; responsible: string; deadline: string; progress: string; note: string }) =>
    `${line.title}（责任人：${line.responsible}；时限：${line.deadline}）：${line.progress}${line.note && `，${line.note}`}`,
  noticeTooEarly: (day: string) => `公示不能早于会议结束的日子（${day}）。`,
  noticeTooLate: (day: string) => `公示起始日最晚填 ${day}。`,
  notOfficial: "红头公文版式只用于街道等党政机关，请先由街道在“设置”里填写发文机关和机关代字。",
  calledOff: "会议停开，只出停开通知",
  /** 经费, by the fact in which a method asks for it. */
  costs: {
    accounts: "花费",
    cost: "费用和来源",
    money: "涉及资金",
    funding: "资金来源",
    funds: "经费",
    listFunds: "工作经费",
  } as Readonly<Record<string, string>>,
  backTo: (from: string) => `退回${from}`,
  communityItself: "社区照办",
};
