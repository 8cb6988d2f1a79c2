/** Wording of the action items' page, and of what its commands refuse. */
export const actionText = {
  note: "办理结果",
  reason: "理由",
  deadline: "时限",
};
