import type { AdmissionSlipInput } from "#templates/genres/admission-slip.ts";
import { hostile, type Samples } from "./shape.ts";

function input(): AdmissionSlipInput {
  return {
    community: "翠湖社区",
    issue: { number: 27, title: "要求社区逐户登记宠物" },
    today: "2026-01-14",
    issuedBy: "翠湖社区居民委员会",
    matter: "逐户登记犬只并收取照片",
    from: "某街道综合执法队",
    basis: "执法队工作通知一份",
    funds: "没有经费",
    staff: "不配人员",
    list: "三张清单以外",
    listItem: "",
    verdict: "refused",
    reason: "没有法律法规依据，也没有经费",
    goesTo: "退回某街道综合执法队",
    opinions: [
      { label: "街道初核意见", value: "不属社区职责" },
      { label: "社区的意见", value: "人手不够，承接不了" },
    ],
    urgentGround: "",
    approval: "",
    listedFrom: "",
    listedUntil: "",
    decidedOn: "2026-01-13",
  };
}

export const admissionSlip: Samples<AdmissionSlipInput> = {
  usual: input,
  none: () => ({
    ...input(),
    basis: "",
    funds: "",
    staff: "",
    list: "",
    verdict: "pending",
    reason: "",
    goesTo: "",
    opinions: [],
    decidedOn: "",
  }),
  many: () => ({
    ...input(),
    opinions: Array.from({ length: 40 }, (_, index) => ({ label: `部门${index + 1}的意见`, value: "同意" })),
  }),
  hard: () => ({
    ...input(),
    matter: hostile(0),
    from: hostile(9),
    basis: hostile(3),
    funds: hostile(8),
    staff: hostile(13),
    list: hostile(4),
    listItem: hostile(14),
    reason: hostile(12),
    goesTo: hostile(15),
    opinions: Array.from({ length: 16 }, (_, index) => ({ label: hostile(index), value: hostile(index + 1) })),
    verdict: "on-list",
  }),
};
