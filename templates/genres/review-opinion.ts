import type { Source } from "#app/domain/source.ts";
import type { Block, FormRow } from "#templates/content.ts";
import { type Common, defineGenre, type Requirement, type Say } from "#templates/genre.ts";
import { chineseDay } from "#templates/parts/dates.ts";
import { BLANK_DAY, beside, wide } from "#templates/parts/pen.ts";
import { printedSource, sentence } from "#templates/parts/wording.ts";

/** One review of the issue, or one of several that ran side by side; days as "YYYY-MM-DD". */
export type Review = {
  /** Its own within the issue, for the wording that staff edit. */
  key: string;
  /** 环节, and which of its reviews where there are several. */
  stage: string;
  /** Who reviews, by the method. */
  reviewer: string;
  /** Where it comes from that there is a review: a law, the place's own paper, or our default, each said as what it is. */
  basis: Source[];
  /** What was looked at, under the method's labels. */
  points: { label: string; value: string }[];
  /** The opinion in words, where the method asks for it in words. */
  opinion: string;
  /** What came of it, in the method's words: 同意上会 · 退回补正. */
  conclusion: string;
  /** 条件或理由 */
  reason: string;
  on: string;
  /** Who entered it. */
  by: string;
};

export type ReviewOpinionInput = Common & {
  issue: { number: number; title: string };
  /** The day on which the paper is made out, "YYYY-MM-DD". */
  today: string;
  reviews: Review[];
};

/** 审核意见书: a page a review. */
export const reviewOpinion = defineGenre<ReviewOpinionInput>({
  id: "review-opinion",
  name: "审核意见书",
  public: false,
  dress: "form",
  named: (input) => ({ day: input.today, matter: input.issue.title }),
  required: (input) => [
    ["议题的题目", "issue", input.issue.title],
    ["审核意见", "issue", input.reviews],
    ...input.reviews.flatMap(({ stage, opinion, conclusion, on }): Requirement[] => [
      [`“${stage}”的审核意见`, "issue", opinion !== "" || conclusion !== ""],
      [`“${stage}”的审核日期`, "issue", chineseDay(on)],
    ]),
  ],
  write: (input, say) =>
    input.reviews.flatMap((review, index): Block[] => [
      ...(index > 0 ? [{ kind: "page" } as const] : []),
      { kind: "title", text: `${input.community}审核意见书`, below: `（${review.stage}）` },
      { kind: "form", rows: rows(input, review, opinionOf(review, say)) },
      { kind: "sign-line", labels: ["审核人签名", "审核单位（章）"] },
    ]),
});

function opinionOf({ key, stage, opinion }: Review, say: Say): string {
  return opinion === "" ? "" : sentence(say(`opinion-${key}`, `“${stage}”的意见`, opinion));
}

function rows({ issue }: ReviewOpinionInput, review: Review, opinion: string): FormRow[] {
  const { reviewer, basis, points, conclusion, reason, on, by } = review;
  return [
    wide("审核事项", `议题${issue.number}：${issue.title}`),
    wide("审核人", reviewer),
    wide("审核依据", basis.map(printedSource).join("\n")),
    wide("审核要点", points.map(({ label, value }) => `${label}：${value.replaceAll("\n", "；")}`).join("\n"), 24),
    wide("审核意见", opinion, 30),
    wide("结论", conclusion),
    wide("条件或理由", reason === "" ? "" : sentence(reason), 18),
    beside(["审核日期", chineseDay(on) || BLANK_DAY], ["登记人", by]),
  ];
}
