import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import type { DocumentState, Hindrance } from "#app/domain/document/life.ts";
import type { PostingSource } from "#app/domain/notice/period.ts";

/** Why something cannot be done with a document. */
const hindrances: Record<Hindrance, string> = {
  "is-issued": "已经签发，不能再改。有错请出更正件。",
  "is-dropped": "这份草稿已经作废，请重新存一份草稿。",
  "is-checked": "已经核对过，内容没有变化，可以签发。",
  incomplete: "资料还不齐，补齐后才能继续。",
  "same-person": "起草和核对要两个人。请另一位工作人员登录后核对。",
  "not-checked": "还没有核对，核对以后才能签发。",
  changed: "核对以后内容有了变化，请重新核对。",
  "not-issued": "还没有签发。",
  "correction-begun": "已经有一份更正件正在办，请接着办那一份。",
  "is-corrected": "已经被更正，请到更正件上办理。",
  "not-public": "这是内部文书，不公开张贴。",
  "not-masked": "这是含个人信息的内部版，不能张贴。请另存一份公开版。",
};

const states: Record<DocumentState, string> = { draft: "草稿", checked: "已核对", issued: "已签发", dropped: "已作废" };

const postingLaw: Record<PostingSource, string> = {
  residents: "《城市居民委员会组织法》第34条：不少于 15 日",
  villagers: "《村民委员会组织法》第35条：不少于 15 日",
  owners: "《物业管理条例》第14条：提前 15 日公告业主",
  default: "没有法定期限，系统默认 7 日，可以延长",
};

/** 文书的一生: drafts, checks, issues, corrections, postings, objections. */
export const lifeText = {
  hindrances,
  states,
  corrected: "已更正",
  sourceGone: "原来的会议、议题或时段已经不能再出这份文书",
  correctionFile: (name: string) => name.replace(/(\.docx)?$/, "（更正）.docx"),
  /** Over every page of what is not issued. */
  marks: { draft: "草稿，尚未签发", checked: "已核对，尚未签发", dropped: "已作废" },
  titleOf: (genre: string, matter: string) => `${genre} · ${matter}`,
  meetingMatter: (title: string, day: string) => (title.includes(day) ? title : `${title}（${day}）`),
  issueMatter: (number: number, title: string) => `议题 ${number} ${title}`,
  correctionTitle: (title: string) => (title.endsWith("（更正）") ? title : `${title}（更正）`),

  staleTitle: "别人刚处理过这份文书，请看最新情况再办。",
  unseen: "资料刚刚有变化，请看过最新的内容再核对。",
  from: "落款和公示起始日",
  number: "期号",
  copyTo: "抄送",
  reason: "更正内容和原因",
  place: "张贴地点",
  postedOn: "张贴日",
  until: "张贴到",
  removedOn: "撤下日",
  evidence: "张贴情况说明",
  photo: "照片",
  objector: "异议人",
  contact: "联系方式",
  body: "异议内容",
  objectionEvidence: "证据材料",
  receivedOn: "收到日期",
  reply: "答复内容",
  further: "后续途径",
  notFuture: (label: string) => `${label}不能晚于今天。`,
  notBefore: (label: string, day: string) => `${label}不能早于${formatDay(day)}。`,
  untilTooEarly: (day: string) => `至少要张贴到${formatDay(day)}。`,
  hangsThere: "这个地方已经贴着，不用重复登记。",
  isDown: "已经撤下。",
  isAnswered: "已经答复过，不能改写。",
  evidenceNeeded: "请写一句：谁在哪天看到它还贴着，或者为什么提前撤下。",
  bodyNeeded: "请写明异议内容。",
  replyNeeded: "请填写答复内容。",
  noCode: "还没有填写机关代字，请先到“设置”里填写。",
  furtherNeeded: "异议人不满意的，请写明还可以怎么办。",

  register: "文书登记簿",
  postingLaw,
} as const;
