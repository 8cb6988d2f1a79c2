/** Wording of the desk's page 在会场里, and of the refusals of its acts. */
export const roomText = {
  refusals: {
    notOpenYet: "会议还没有开始,请先点“开会”。",
    alreadyClosed: "会议已经结束,记录和结果不能再改。",
    pollOpen: "还有表决没有结束,请先结束表决。",
    notCalled: "这一项还没有开始讨论,请先转到这一项。",
    noOutcome: "这一项不用写结果。",
    movedOn: "这件议题在作出结果以后又有了进展,不能直接改结果,请到议题页处理。",
    taskMovedOn: "这项结果的交办事项已经有了进展,不能直接改结果,请到交办页处理。",
    hasVoted: (name: string) => `${name}已经投过票,不能改成未到会。`,
  },
  required: (label: string) => `请填写${label}。`,
  record: {
    speaker: "发言人",
    body: "发言内容",
    bodyRequired: "请写下发言内容。",
  },
  outcome: {
    conclusion: "议定意见",
    differences: "分歧要点",
    record: "事项记录",
    responsible: "责任人",
    deadline: "时限",
    plan: "计划",
    declineReason: "不能办的理由",
    nextTimeReason: "转下次的理由",
    deadlineMissing: "请填写完成时限。",
    partyRule: "当事人当场确认了,才能算当场解决。",
    taskRule: "限期解决要有交办事项。",
    taskLimit: "一项议题最多交办 10 件事。",
    outcomeRule: "请选择处理结果。",
  },
  closing: {
    notReached: "会议结束时未形成结果",
  },
};
