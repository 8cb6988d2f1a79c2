import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  agreedCount,
  type Count,
  type CountBounds,
  type CountMethod,
  countDifferences,
  countProblems,
  countState,
  countsOf,
  enterCount,
  overCollected,
  type TellerEntry,
} from "#app/domain/poll/count.ts";
import { resultParts } from "#app/domain/poll/parts.ts";
import { castIn, sumOf } from "#app/domain/poll/tally.ts";

const count = (yes: number, against: number, abstain: number, more: Partial<Count> = {}): Count => ({
  ...{ for: yes, against, abstain, invalid: 0 },
  ...more,
});
const room = (more: Partial<CountBounds> = {}): CountBounds => ({
  ...{ present: 41, byPhone: 0, onList: 0, phones: false },
  ...more,
});
const paper = (issued: number | undefined, collected: number | undefined, ...votes: [number, number, number, number]) =>
  count(votes[0], votes[1], votes[2], { invalid: votes[3], issued, collected });

describe("threat: more papers than issued: the balance", () => {
  it.each<[string, CountMethod, Count, CountBounds, string[]]>([
    ["hands of everybody present", "hands", count(30, 10, 1), room(), []],
    ["fewer hands than people: the others kept theirs down", "hands", count(3, 0, 0), room(), []],
    ["one hand too many", "hands", count(30, 10, 2), room(), ["for"]],
    [
      "hands beside phones: only of those who have not voted",
      "hands",
      count(5, 0, 0),
      room({ byPhone: 36, phones: true }),
      [],
    ],
    ["hands that have voted by phone", "hands", count(6, 0, 0), room({ byPhone: 36, phones: true }), ["for"]],
    ["hands that hold a paper", "hands", count(6, 0, 0), room({ byPhone: 30, onList: 6, phones: true }), ["for"]],
    ["papers that balance", "paper", paper(40, 39, 30, 5, 3, 1), room(), []],
    ["papers still out", "paper", paper(41, 0, 0, 0, 0, 0), room(), []],
    ["a sum that is not what was collected", "paper", paper(40, 39, 30, 5, 3, 0), room(), ["collected"]],
    ["papers without 发出", "paper", paper(undefined, 1, 1, 0, 0, 0), room(), ["issued"]],
    ["papers without 收回", "paper", paper(1, undefined, 1, 0, 0, 0), room(), ["collected"]],
    ["more issued than people present", "paper", paper(42, 40, 40, 0, 0, 0), room(), ["issued"]],
    ["more collected than issued: no slip, the poll is void", "paper", paper(40, 41, 41, 0, 0, 0), room(), []],
    ["issued as on the list", "paper", paper(9, 9, 9, 0, 0, 0), room({ onList: 9 }), []],
    ["issued not as on the list", "paper", paper(10, 9, 9, 0, 0, 0), room({ onList: 9 }), ["issued"]],
    [
      "beside phones the list alone counts, an empty one too",
      "paper",
      paper(3, 3, 3, 0, 0, 0),
      room({ phones: true }),
      ["issued"],
    ],
  ])("%s", (_what, method, figures, bounds, fields) => {
    expect(countProblems(method, figures, bounds).map((problem) => problem.field)).toEqual(fields);
  });

  it.each([
    [40, 41, "收回纸票 41 张，多于发出 40 张"],
    [40, 40, null],
    [40, 12, null],
  ])("issued %i, collected %i: void %s", (issued, collected, reason) => {
    expect(overCollected(paper(issued, collected, 0, 0, 0, 0))).toBe(reason);
  });
});

describe("threat: teller's slip: two tellers", () => {
  const A = count(23, 2, 1);
  const B = count(22, 2, 1);
  type Step = readonly [teller: string, figures: Count];
  /** What each entry led to; `null` where it was refused. */
  const play = (steps: readonly Step[]) => {
    let entries: readonly TellerEntry[] = [];
    const states = steps.map(([teller, figures]) => {
      const after = enterCount(entries, teller, figures);
      entries = after?.entries ?? entries;
      return after?.state ?? null;
    });
    return { states, entries };
  };

  it.each<[string, Step[], (string | null)[]]>([
    [
      "agree",
      [
        ["甲", A],
        ["乙", A],
      ],
      ["one", "agreed"],
    ],
    [
      "one teller twice is still one",
      [
        ["甲", A],
        ["甲", A],
      ],
      ["one", "one"],
    ],
    [
      "one may mend a slip before the other is in",
      [
        ["甲", B],
        ["甲", A],
        ["乙", A],
      ],
      ["one", "one", "agreed"],
    ],
    [
      "differ",
      [
        ["甲", A],
        ["乙", B],
      ],
      ["one", "differ"],
    ],
    [
      "differ, and the second counts again",
      [
        ["甲", A],
        ["乙", B],
        ["乙", A],
      ],
      ["one", "differ", "agreed"],
    ],
    [
      "differ, and the first counts again",
      [
        ["甲", A],
        ["乙", B],
        ["甲", B],
      ],
      ["one", "differ", "agreed"],
    ],
    [
      "differ, and both count again",
      [
        ["甲", A],
        ["乙", B],
        ["甲", A],
        ["乙", A],
      ],
      ["one", "differ", "one", "agreed"],
    ],
    [
      "differ twice",
      [
        ["甲", A],
        ["乙", B],
        ["甲", count(1, 1, 1)],
        ["乙", A],
        ["甲", A],
      ],
      ["one", "differ", "one", "differ", "agreed"],
    ],
    [
      "others take over a count that differed",
      [
        ["甲", A],
        ["乙", B],
        ["丙", B],
        ["丁", B],
      ],
      ["one", "differ", "one", "agreed"],
    ],
    [
      "agreed is agreed: the same again changes nothing",
      [
        ["甲", A],
        ["乙", A],
        ["甲", A],
      ],
      ["one", "agreed", "agreed"],
    ],
    [
      "agreed is agreed: nobody overwrites it",
      [
        ["甲", A],
        ["乙", A],
        ["甲", B],
        ["丙", A],
      ],
      ["one", "agreed", null, null],
    ],
  ])("%s", (_what, steps, states) => {
    expect(play(steps).states).toEqual(states);
  });

  it("neither counts while they differ, and which figure differs is said, not by how much", () => {
    const { entries } = play([
      ["甲", A],
      ["乙", B],
    ]);
    expect(agreedCount(entries)).toBeNull();
    expect(countDifferences(entries)).toEqual(["for"]);
    expect(countDifferences(play([["甲", A]]).entries)).toEqual([]);
  });

  it("papers agree only with the same issued and collected", () => {
    const [one, other] = [paper(9, 9, 9, 0, 0, 0), paper(10, 9, 9, 0, 0, 0)];
    expect(
      play([
        ["甲", one],
        ["乙", other],
      ]).states,
    ).toEqual(["one", "differ"]);
  });

  it("do not agree over a row that was changed by hand", () => {
    const { entries } = play([
      ["甲", A],
      ["乙", A],
    ]);
    const [first, second] = entries as [TellerEntry, TellerEntry];
    expect(agreedCount([first, { ...second, figures: B }])).toBeNull();
  });

  it("whatever they enter, in whatever order: a count stands only where two of them entered the same", () => {
    const figures = fc.constantFrom(A, B, count(0, 0, 0));
    const steps = fc.array(fc.tuple(fc.constantFrom("甲", "乙", "丙"), figures), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (played) => {
        const { entries } = play(played);
        const stands = agreedCount(entries);
        expect(stands !== null).toBe(countState(entries) === "agreed");
        if (!stands) return;
        const by = new Set(played.filter(([, entered]) => entered === stands).map(([teller]) => teller));
        expect(by.size).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});

describe("the parts of a result", () => {
  const votes = fc.record({ for: fc.nat(30), against: fc.nat(30), abstain: fc.nat(30), invalid: fc.nat(5) });

  it("add up to it, in whatever order", () => {
    fc.assert(
      fc.property(fc.array(votes, { maxLength: 4 }), (tallies) => {
        const total = sumOf(tallies);
        expect(castIn(total)).toBe(tallies.reduce((sum, each) => sum + castIn(each), 0));
        expect(sumOf([...tallies].reverse())).toEqual(total);
      }),
    );
  });

  it("are told with their figures, and not at all where nobody but phones counted", () => {
    const counts = [{ method: "paper" as const, count: paper(6, 6, 4, 1, 0, 1) }];
    expect(resultParts("named", count(20, 5, 0), counts)).toEqual([
      { method: "phone", cast: 25, for: 20, against: 5, abstain: 0, invalid: 0 },
      { method: "paper", cast: 6, issued: 6, collected: 6, for: 4, against: 1, abstain: 0, invalid: 1 },
    ]);
    expect(resultParts("named", count(20, 5, 0), [])).toEqual([]);
  });

  it.each<["secret" | "named" | "paper", number, number, boolean]>([
    ["secret", 20, 1, false],
    ["secret", 4, 20, false],
    ["secret", 20, 5, true],
    ["secret", 20, 0, true],
    ["named", 20, 1, true],
  ])("in a %s poll with %i by phone and %i on paper, options are told: %s", (mode, phones, papers, told) => {
    const parts = resultParts(mode, count(phones, 0, 0), [
      { method: "paper", count: paper(papers, papers, papers, 0, 0, 0) },
    ]);
    expect(parts.map((part) => "for" in part)).toEqual([told, told]);
    expect(parts.map((part) => part.cast)).toEqual([phones, papers]);
  });

  it.each([
    [{ mode: "hands", alsoPaper: false, alsoHands: false }, ["hands"]],
    [{ mode: "paper", alsoPaper: false, alsoHands: false }, ["paper"]],
    [{ mode: "secret", alsoPaper: false, alsoHands: false }, []],
    [{ mode: "named", alsoPaper: true, alsoHands: true }, ["hands", "paper"]],
  ] as const)("%o is counted by tellers: %o", (ways, methods) => {
    expect(countsOf(ways)).toEqual(methods);
  });
});
