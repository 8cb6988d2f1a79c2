import { describe, expect, it } from "vitest";
import { fillIn } from "#app/domain/document/wording.ts";
import { type Ratings, ratingWords } from "#templates/parts/ratings.ts";

const words = (ratings: Ratings): string => {
  const { generated, figures } = ratingWords(ratings);
  return fillIn(generated, Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, String(value)])));
};

describe("how residents judged a result", () => {
  it.each([
    [{ satisfied: 0, fair: 0, unsatisfied: 0 }, "还没有收到评价。"],
    [
      { satisfied: 12, fair: 5, unsatisfied: 2 },
      "共收到评价19份：满意12份，基本满意5份，不满意2份。样本不足20份，不计算百分比。",
    ],
    [
      { satisfied: 12, fair: 5, unsatisfied: 3 },
      "共收到评价20份：满意12份（60.0%），基本满意5份（25.0%），不满意3份（15.0%）。",
    ],
    [
      { satisfied: 20, fair: 5, rather: 3, unsatisfied: 2 },
      "共收到评价30份：满意20份（66.7%），基本满意5份（16.7%），不太满意3份（10.0%），不满意2份（6.7%）。",
    ],
  ])("is told by counts, from twenty on by shares too: %j", (ratings, told) => {
    expect(words(ratings)).toBe(told);
  });
});
