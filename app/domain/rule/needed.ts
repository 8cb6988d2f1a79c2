import { type Comparison, comparisonsOf, countAt } from "./comparison.ts";
import { type Counts, countsIn } from "./counts.ts";
import { leastCount, reaches } from "./fraction.ts";
import type { CountName, Measure, Rule } from "./types.ts";

/** How much one measure of one demand still lacks. Heads in persons (or households), areas in 0.01 m². */
export interface Need {
  readonly role: Comparison["role"];
  readonly measure: Measure;
  readonly unit: string;
  /** The count that must grow, by its path in `Counts`. */
  readonly field: string;
  readonly label: string;
  /** What `least` is taken of. For the pass this is what takes part now, or as many as the quorum asks where that is more. */
  readonly of: number;
  readonly ofLabel: string;
  readonly now: number;
  readonly least: number;
  readonly missing: number;
  /**
   * Where whoever agrees must first take part (owners, elections): fewest who must still take part and all agree, with what was cast left as
   * it is. `null` when not even everybody who is left would be enough; absent where agreeing adds nobody to the whole.
   */
  readonly joining?: number | null;
}

/** What must still come and agree under one rule; see `neededTogether`. */
export const needed = (rule: Rule, counts: Counts): readonly Need[] => neededTogether([rule], counts);

/**
 * How many more must come and how many must agree until all of these rules hold, heads and areas each: where rules ask the same count, the
 * strictest speaks. What cannot be said yet, because the whole was not given, is left out; a part that was not given is none. `counts` as
 * `parseCounts` gives them.
 */
export function neededTogether(rules: readonly Rule[], counts: Counts): readonly Need[] {
  const asked = rules.flatMap(comparisonsOf);
  const come = strictest(asked.flatMap((each) => (each.role === "pass" ? [] : comeNeed(each, counts))));
  const agree = strictest(asked.flatMap((each) => (each.role === "pass" ? agreeNeed(each, counts, come) : [])));
  return [...come, ...agree.map((need) => ({ ...need, ...joiningOf(need, asked, counts) }))];
}

const least = (comparison: Comparison, of: number, counts: Counts): Need => {
  const { role, measure, unit, part, whole, fraction } = comparison;
  const now = countAt(counts, part) ?? 0;
  const enough = leastCount(fraction, of);
  const missing = Math.max(0, enough - now);
  return {
    role,
    measure,
    unit,
    field: part.field,
    label: part.label,
    of,
    ofLabel: whole.label,
    now,
    least: enough,
    missing,
  };
};

function comeNeed(comparison: Comparison, counts: Counts): Need[] {
  const whole = countAt(counts, comparison.whole);
  return whole === undefined ? [] : [least(comparison, whole, counts)];
}

function agreeNeed(comparison: Comparison, counts: Counts, come: readonly Need[]): Need[] {
  const whole = countAt(counts, comparison.whole);
  const quorum = come.find(({ field }) => field === comparison.whole.field)?.least;
  if (whole === undefined && quorum === undefined) return [];
  return [least(comparison, Math.max(whole ?? 0, quorum ?? 0), counts)];
}

/** Of needs for the same count the one that asks most, in the place of the first. */
function strictest(needs: readonly Need[]): readonly Need[] {
  const found = new Map<string, Need>();
  for (const need of needs) {
    const other = found.get(need.field);
    if (!other || need.least > other.least) found.set(need.field, need);
  }
  return [...found.values()];
}

/** The measure's demands with `more` taking part and agreeing; they only get nearer as `more` grows. */
function holdsWith(more: number, demands: readonly Comparison[], counts: Counts): boolean {
  return demands.every(({ role, fraction, part, whole }) => {
    const grown = (figure: Comparison["part"]) => {
      const joins = figure.field.endsWith("participating") || (role === "pass" && figure === part);
      return (countAt(counts, figure) ?? 0) + (joins ? more : 0);
    };
    return reaches(fraction, grown(part), grown(whole));
  });
}

function joiningOf(need: Need, asked: readonly Comparison[], counts: Counts): Pick<Need, "joining"> {
  const joins = ({ role, part }: Comparison) => role === "pass" || part.field.endsWith("participating");
  const demands = asked.filter((each) => each.role !== "condition" && each.measure === need.measure && joins(each));
  const takingPart = demands.find(({ role, whole }) => role === "pass" && whole.field.endsWith("participating"));
  if (!takingPart) return {};
  const room = roomFor(need.measure, counts);
  if (room === null) return {};
  if (!holdsWith(room, demands, counts)) return { joining: null };
  let [low, high] = [0, room];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holdsWith(middle, demands, counts)) high = middle;
    else low = middle + 1;
  }
  return { joining: low };
}

/** How many can still take part: all of them without those who have; `null` where nobody said how many there are. */
function roomFor(measure: Measure, counts: Counts): number | null {
  const side = countsIn(counts, measure);
  const wholes = (["due", "total", "present"] as const satisfies readonly CountName[]).flatMap(
    (name) => side[name] ?? [],
  );
  return wholes.length === 0 ? null : Math.max(0, Math.min(...wholes) - (side.participating ?? 0));
}
