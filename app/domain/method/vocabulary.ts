/** 协商(出意见和任务) · 法定决定(有法定人数、票数、公示) · 派单办理 · 活动. The three kinds of the field report are never mixed in one vote. */
export const METHOD_FAMILIES = ["deliberation", "decision", "dispatch", "activity"] as const;

/** 收集 · 审核 · 拟案 · 公告 · 协商 · 决定(答复、表决) · 交办(派单、认领) · 办理 · 回告评价 · 公示 · 终点(归档). */
export const STAGE_KINDS = [
  "collect",
  "review",
  "draft",
  "notice",
  "deliberate",
  "decide",
  "assign",
  "execute",
  "feedback",
  "publish",
  "final",
] as const;

/** What a person may do out of turn; each needs a reason. 退回 · 不予受理 · 转交升级 · 延期 · 休会 · 紧急 · 撤回 · 合并 · 拆分 · 复议 · 异议 · 更正 · 流会. */
export const EXCEPTION_CODES = [
  "return",
  "reject",
  "escalate",
  "postpone",
  "adjourn",
  "urgent",
  "withdraw",
  "merge",
  "split",
  "reconsider",
  "objection",
  "correction",
  "no-quorum",
] as const;

/** Papers that a stage asks for or brings forth, D1 to D16 of the field's list and what single methods add. */
export const PAPERS = [
  "meeting-notice",
  "issue-notice",
  "attendance-sheet",
  "agenda",
  "record",
  "minutes",
  "ballot-paper",
  "count-report",
  "result-notice",
  "action-notice",
  "issue-list",
  "feedback-notice",
  "objection-form",
  "rating-form",
  "ledger",
  "authority",
  "proposal-form",
  "review-opinion",
  "supervision-opinion",
  "consent-form",
  "invitation",
  "suspension-note",
  "patrol-record",
  "admission-form",
  "rota",
] as const;

export type PaperId = (typeof PAPERS)[number];
