/** Wording of the action items' page, and of what its commands refuse. */
export const actionText = {
  note: "办理结果",
  reason: "理由",
  deadline: "时限",
  mistake: "误点办结,撤回",
  refusals: {
    noteMissing: "请写明办了什么。",
    reasonMissing: "请写明理由。",
    notDone: "这件事项还没有办结。",
    answered: "议题已经走到下一步,不能再撤回;如对结果不满意,请用“退回再办”。",
    sameDeadline: "新的时限和原来一样。",
  },
};
