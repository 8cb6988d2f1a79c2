import type { Review, ReviewOpinionInput } from "#templates/genres/review-opinion.ts";
import { hostile, repeated, type Samples } from "./shape.ts";

function reviews(): Review[] {
  return [
    {
      key: "2",
      stage: "二审",
      reviewer: "1+4+X 会审，网格党组织书记签字",
      basis: [{ kind: "default", ref: "出厂默认：通用示例，请以紫金街道的文件为准" }],
      points: [
        { label: "合不合法审过了，可以办", value: "是" },
        { label: "办不办得成审过了，可行", value: "是" },
        { label: "钱从哪里来写明白了", value: "物业垫付，从公共收益列支" },
      ],
      opinion: "",
      conclusion: "同意上会",
      reason: "",
      on: "2025-11-10",
      by: "许小梅",
    },
    {
      key: "4-1",
      stage: "区级审批：民政部门会审",
      reviewer: "民政部门",
      basis: [{ kind: "law", ref: "《城市居民委员会组织法》", article: "第43条", inForce: "2026-01-01" }],
      points: [],
      opinion: "属临时性工作，经费已落实，同意准入三个月",
      conclusion: "已提出意见",
      reason: "到期不再延续",
      on: "2026-01-12",
      by: "许小梅",
    },
  ];
}

function input(rows = reviews()): ReviewOpinionInput {
  return {
    community: "翠湖社区",
    issue: { number: 12, title: "幸福路北段路灯连续多日不亮" },
    today: "2026-01-12",
    reviews: rows,
  };
}

export const reviewOpinion: Samples<ReviewOpinionInput> = {
  usual: () => input(),
  none: () => input([]),
  many: () => input(repeated(reviews(), 40, (review, index) => ({ ...review, key: String(index) }))),
  hard: () =>
    input(
      repeated(reviews(), 16, (review, index) => ({
        ...review,
        key: String(index),
        stage: hostile(index),
        reviewer: hostile(index + 1),
        points: [{ label: hostile(index + 2), value: hostile(index + 3) }],
        opinion: hostile(index + 4),
        conclusion: hostile(index + 5),
        reason: hostile(index + 6),
      })),
    ),
};
