import { actionItemStates, overdueWords } from "./terms.ts";

/** Wording of the action items' page, and of what its commands refuse. */
export const actionText = {
  title: "交办事项",
  lead: (open: number, overdue: number) =>
    overdue > 0 ? `在办 ${open} 件，其中逾期 ${overdue} 件` : `在办 ${open} 件`,
  number: (number: number) => `交办 ${number}`,
  states: actionItemStates,
  filters: { open: actionItemStates.open, overdue: "逾期", done: actionItemStates.done, all: "全部" },
  filterLabel: "按状态看",
  fields: { responsible: "责任人", deadline: "时限", plan: "计划", meeting: "议定于" },
  overdue: overdueWords,
  dueToday: "今天到期",
  dueSoon: (days: number) => `还有 ${days} 天到期`,
  doneOn: (day: string) => `${day}办结`,
  cancelledOn: (day: string) => `${day}起不再办`,
  late: "晚于时限",
  emptyTitle: "没有交办事项",
  emptyHint: "会上定为“限期解决”的议题，会带着责任人和时限出现在这里，并列入下次会议的第一项。",
  noneOfKind: "没有这一类事项。",

  note: "办理结果",
  noteHint: "写清办了什么、什么时候办的，下次会上照此通报。",
  finish: "办结",
  finishSubmit: "标为办结",
  move: "改时限",
  moveSubmit: "改到这一天",
  newDeadline: "新的时限",
  moveHint: "只能往后改，须写明理由，记入留痕。",
  returnLabel: "退回再办",
  returnHint: "对结果不满意时用。议题一并退回“限期解决”，按方法只能退回一次。",
  undo: "误点了，撤回",
  undone: "已撤回，事项仍在办。",
  finished: "已标为办结。",
  moved: "时限已改。",
  returned: "已退回再办。",
  staleTitle: "这件事项刚被别人更新过",
  staleNow: (state: string, deadline: string) =>
    `现在是“${state}”，时限 ${deadline}。您填写的内容还在，请核对后再提交。`,

  reason: "理由",
  mistake: "误点办结，撤回",
  doneIn: (stage: string) => `“${stage}”已办完`,
  refusals: {
    noteMissing: "请写明办了什么。",
    reasonMissing: "请写明理由。",
    notDone: "这件事项还没有办结。",
    answered: "议题已经走到下一步，不能再撤回或退回。",
  },
};
