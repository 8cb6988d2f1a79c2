import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ABSTAIN, type BallotForm, DEFAULT_OPTIONS, type PollOption, readBallot } from "#app/domain/poll/form.ts";
import { judgePoll, type RollFigures } from "#app/domain/poll/outcome.ts";
import { outcomeSentence } from "#app/domain/poll/outcome-sentence.ts";
import { areasIn, castIn, countBox, headsIn, sumOf } from "#app/domain/poll/tally.ts";
import { laidOver } from "#app/domain/rule/overlays.ts";
import { RULES, requireRule } from "#app/domain/rule/presets.ts";
import type { Rule } from "#app/domain/rule/types.ts";
import { answerLines, verdictWord } from "#app/text/answers.ts";
import { judged } from "#tests/app/domain/rule/oracle.ts";

const names = (letter: string, n: number) =>
  Array.from({ length: n }, (_, index) => ({ id: `${letter}${index + 1}`, label: `第${index + 1}` }));

type Paper = { form: BallotForm; options: readonly PollOption[] };
const anyPaper: fc.Arbitrary<Paper> = fc.oneof(
  fc.constant<Paper>({ form: { kind: "yes-no" }, options: DEFAULT_OPTIONS }),
  fc
    .integer({ min: 1, max: 5 })
    .map((n): Paper => ({ form: { kind: "each", items: names("i", n) }, options: DEFAULT_OPTIONS })),
  fc.tuple(fc.integer({ min: 2, max: 6 }), fc.nat(), fc.nat()).map(([n, most, seats]): Paper => {
    return {
      form: { kind: "choice", most: 1 + (most % n), seats: 1 + (seats % n) },
      options: [...names("o", n), ABSTAIN],
    };
  }),
);

/** Any ballot that somebody might hand in for this paper, good or not. */
function anyChoice({ form, options }: Paper): fc.Arbitrary<unknown> {
  const id = fc.constantFrom(...options.map((option) => option.id), "nobody", "__proto__");
  const items = form.kind === "each" ? form.items : [];
  return fc.oneof(
    id,
    fc.array(id, { maxLength: 4 }),
    fc
      .tuple(...items.map(() => id))
      .map((answers) => Object.fromEntries(items.map((item, n) => [item.id, answers[n]]))),
  );
}

/** A roll, who of it came, what each owns, and what each hands in. */
const anyVote = anyPaper.chain((paper) =>
  fc.record({
    paper: fc.constant(paper),
    people: fc.array(
      fc.record({ area: fc.integer({ min: 1, max: 50_000 }), choice: anyChoice(paper), came: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 60,
      },
    ),
    rule: fc.constantFrom(...RULES),
  }),
);

function vote({ paper, people }: { paper: Paper; people: { area: number; choice: unknown; came: boolean }[] }) {
  const rows = people.flatMap(({ came, choice, area }) =>
    came ? (readBallot(paper, choice) ?? []).map((line) => ({ ...line, area })) : [],
  );
  const ballots = people.filter(({ came, choice }) => came && readBallot(paper, choice) !== null);
  const total = people.reduce((sum, { area }) => sum + area, 0);
  const present = people.filter(({ came }) => came).length;
  const roll: RollFigures = { due: people.length, present, total: people.length, area: total };
  return { rows, ballots, roll };
}

describe("a box of any ballots", () => {
  it("holds as many as were taken, each once, in whatever order they came, by heads and by area", () => {
    fc.assert(
      fc.property(anyVote, fc.infiniteStream(fc.nat()), ({ paper, people }, order) => {
        const { rows, ballots } = vote({ paper, people });
        const box = countBox(paper, headsIn(rows));
        expect(castIn(box)).toBe(ballots.length);
        expect(castIn(countBox(paper, areasIn(rows)))).toBe(ballots.reduce((sum, { area }) => sum + area, 0));
        for (const item of Object.values(box.items ?? {})) expect(castIn(item)).toBe(ballots.length);
        const shuffled = rows.map((row) => [order.next().value ?? 0, row] as const).sort(([a], [b]) => a - b);
        expect(countBox(paper, headsIn(shuffled.map(([, row]) => row)))).toEqual(box);
        // Two boxes of parts of it are the whole of it.
        const [first, rest] = [rows.slice(0, rows.length >> 1), rows.slice(rows.length >> 1)];
        if (paper.form.kind !== "each") {
          expect(sumOf([countBox(paper, headsIn(first)), countBox(paper, headsIn(rest))])).toEqual(box);
        }
      }),
    );
  });

  it("is judged as exact fractions judge it: the whole, each item, each option", () => {
    fc.assert(
      fc.property(anyVote, ({ paper, people, rule }) => {
        const areal = rule.measures.includes("area");
        fc.pre(!areal || paper.form.kind !== "choice");
        const { rows, roll } = vote({ paper, people });
        const votes = countBox(paper, headsIn(rows));
        const areas = areal ? countBox(paper, areasIn(rows)) : undefined;
        const outcome = judgePoll({ ...paper, rules: [rule], roll, votes, areas });
        const oracle = (item: { for: number }, area?: { for: number }) =>
          judged(rule, {
            ...{ due: roll.due, present: roll.present, total: roll.total, participating: castIn(votes), for: item.for },
            ...(areas && {
              area: {
                due: roll.area,
                present: roll.area,
                total: roll.area,
                participating: castIn(areas),
                for: area?.for,
              },
            }),
          });
        if (paper.form.kind === "yes-no") {
          const { quorumMet, passed } = outcome;
          expect({ quorumMet, passed }).toEqual(oracle(votes, areas));
        }
        for (const item of outcome.items ?? []) expect(item.passed).toBe(oracle(item, item.area).passed);
        for (const { votes: got, reached } of outcome.options ?? []) expect(reached).toBe(oracle({ for: got }).passed);
        expect(outcome.passed && !outcome.quorumMet).toBe(false);
        expect(outcomeSentence(outcome)).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });

  it("seats no more than there are seats, nobody before somebody with more votes, and nobody by lot", () => {
    fc.assert(
      fc.property(anyVote, ({ paper, people, rule }) => {
        fc.pre(paper.form.kind === "choice" && !rule.measures.includes("area"));
        const { form } = paper;
        if (form.kind !== "choice") return;
        const { rows, roll } = vote({ paper, people });
        const { options = [] } = judgePoll({ ...paper, rules: [rule], roll, votes: countBox(paper, headsIn(rows)) });
        const chosen = options.filter((option) => option.chosen);
        expect(chosen.length).toBeLessThanOrEqual(form.seats);
        for (const one of chosen) {
          for (const other of options) {
            if (other.votes >= one.votes && other.reached) expect(other.chosen).toBe(true);
          }
        }
        // A seat stays empty only where nobody reached it, or where equal votes would need a lot.
        const free = form.seats - chosen.length;
        const waiting = options.filter((option) => option.reached && !option.chosen);
        if (free > 0 && waiting.length > 0)
          expect(options.filter((option) => option.tied).length).toBeGreaterThan(free);
      }),
      { numRuns: 500 },
    );
  });
});

const ROLL = { due: 100, present: 70, total: 100 };

it("an election by residents: half of the voters must have voted for whoever is elected, the rest needs another round", () => {
  const paper: Paper = { form: { kind: "choice", most: 3, seats: 3 }, options: [...names("o", 4), ABSTAIN] };
  const lines = [...Array(30).fill("o1+o2"), ...Array(20).fill("o1+o3"), ...Array(10).fill("o4"), "abstain"];
  const votes = countBox(paper, headsIn(lines.map((choice) => ({ item: "", choice, area: null }))));
  const rules = [requireRule("committee-election")] as [Rule];
  const outcome = judgePoll({ ...paper, rules, roll: ROLL, votes });
  expect(outcome).toMatchObject({ quorumMet: true, passed: false });
  expect(outcome.options?.map(({ votes: got, chosen }) => [got, chosen])).toEqual([
    [50, true],
    [30, false],
    [20, false],
    [10, false],
  ]);
  expect(outcomeSentence(outcome)).toBe("当选：第1 50 票；不足的名额另行选举");
  expect(verdictWord(outcome)).toEqual({ good: true, word: "1 人当选" });
  expect(answerLines(outcome).map(({ verdict }) => verdict)).toEqual(["当选", "", "", ""]);
  const few = judgePoll({ ...paper, rules, roll: { due: 200, present: 70, total: 200 }, votes });
  expect(verdictWord(few)).toEqual({ good: false, word: "选举无效" });
  // The same box over plans instead of people.
  const plans = judgePoll({ ...paper, rules: [requireRule("present-majority")], roll: ROLL, votes });
  expect(outcomeSentence(plans)).toBe("选定：第1 50 票；其余名额没有选满");
  expect(verdictWord(plans).word).toBe("选出一部分");
});

it("a local rule beside the statute fails an item that the statute alone would pass", () => {
  const paper: Paper = { form: { kind: "each", items: names("i", 2) }, options: DEFAULT_OPTIONS };
  const line = (item: string, choice: string) => ({ item, choice, area: null });
  const rows = Array.from({ length: 40 }, (_, n) => [
    line("i1", n < 29 ? "for" : "against"),
    line("i2", n < 31 ? "for" : "against"),
  ]);
  const votes = countBox(paper, headsIn(rows.flat()));
  const rules = laidOver(requireRule("villager-representatives"), ["four-deliberations-villagers"]);
  const { items, passed } = judgePoll({ ...paper, rules, roll: { due: 60, present: 40, total: 60 }, votes });
  expect([items?.map((item) => item.passed), passed]).toEqual([[false, true], false]);
});
