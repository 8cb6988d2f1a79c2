import type { PaperId } from "#app/domain/method/vocabulary.ts";

/** Names of the papers that stages ask for or bring forth. 结果公示 is 协商结果公示 after a deliberation, 表决结果公示 after a decision. */
export const paperNames: Readonly<Record<PaperId, string>> = {
  "meeting-notice": "会议通知",
  "issue-notice": "议题公告",
  "attendance-sheet": "签到表",
  agenda: "会议议程",
  record: "会议记录",
  minutes: "会议纪要",
  "ballot-paper": "表决票",
  "count-report": "表决结果报告单",
  "result-notice": "结果公示",
  "action-notice": "交办单",
  "issue-list": "问题和对策清单",
  "feedback-notice": "反馈公示",
  "objection-form": "异议登记表",
  "rating-form": "满意度测评表",
  ledger: "台账",
  authority: "委托书",
  "proposal-form": "提案登记表",
  "review-opinion": "审核意见书",
  "supervision-opinion": "监督意见书",
  "consent-form": "同意书",
  invitation: "邀请函",
  "suspension-note": "停开说明",
  "patrol-record": "巡查记录表",
  "admission-form": "准入审批表",
  rota: "轮值表",
};

/** “签到表、会议记录”. */
export const paperWords = (ids: readonly PaperId[]): string => ids.map((id) => paperNames[id]).join("、");
