import { ABSTAIN, type BallotForm, type BallotItem, type PollOption } from "./form.ts";
import type { PollMode } from "./machine.ts";
import { castIn, type Votes } from "./tally.ts";

/** 举手 · 纸票: what tellers count. */
export const COUNT_METHODS = ["hands", "paper"] as const;
export type CountMethod = (typeof COUNT_METHODS)[number];

/** How ballots may be cast in a poll: its mode, and what a poll on phones takes besides. Frozen at opening. */
export interface Ways {
  readonly mode: PollMode;
  readonly alsoPaper: boolean;
  readonly alsoHands: boolean;
}

/** One teller's figures. 发出 and 收回 belong to paper; collected = valid + invalid. */
export interface Count extends Votes {
  readonly issued?: number | undefined;
  readonly collected?: number | undefined;
}

/** Against what a count must hold. */
export interface CountBounds {
  /** Entitled people present. */
  readonly present: number;
  /** Credentials spent on a phone. */
  readonly byPhone: number;
  /** Papers on the issuing list: each has spent its holder's credential. */
  readonly onList: number;
  /** Phones vote too: then the list alone says how many papers are out. */
  readonly phones: boolean;
}

export interface Problem {
  readonly field: string;
  readonly message: string;
}

/** Whether ballots may be cast on phones. */
export const takesPhones = ({ mode }: Pick<Ways, "mode">): boolean => mode === "secret" || mode === "named";

/** What tellers count in such a poll. */
export function countsOf(ways: Ways): readonly CountMethod[] {
  if (ways.mode === "hands" || ways.mode === "paper") return [ways.mode];
  return COUNT_METHODS.filter((method) => (method === "paper" ? ways.alsoPaper : ways.alsoHands));
}

/** People present whose credential is not spent: nobody else can have raised a hand. */
export const unspent = ({ present, byPhone, onList }: CountBounds): number => Math.max(0, present - byPhone - onList);

/** What is wrong with a count by itself and against the room; empty when nothing is. `collected > issued` is no slip but voids the poll. */
export function countProblems(method: CountMethod, count: Count, bounds: CountBounds): Problem[] {
  return method === "hands" ? handProblems(count, bounds) : paperProblems(count, bounds);
}

function handProblems(count: Count, bounds: CountBounds): Problem[] {
  const raised = castIn(count);
  const may = unspent(bounds);
  if (raised <= may) return [];
  const who = bounds.phones ? "到会而没有用手机或纸票的有表决权人" : "到会有表决权人";
  return [{ field: "for", message: `举手合计 ${raised} 人，多于${who} ${may} 人，请重新清点。` }];
}

function paperProblems(count: Count, bounds: CountBounds): Problem[] {
  const { issued, collected } = count;
  const problems: Problem[] = [];
  if (issued === undefined) problems.push({ field: "issued", message: "请填写发出的张数。" });
  else problems.push(...issuedProblems(issued, bounds));
  if (collected === undefined) problems.push({ field: "collected", message: "请填写收回的张数。" });
  else if (castIn(count) !== collected) {
    const message = `同意、反对、弃权、无效合计 ${castIn(count)} 张，与收回 ${collected} 张不符。`;
    problems.push({ field: "collected", message });
  }
  return problems;
}

/**
 * What is wrong with the figures of a ballot that asks more than one yes or no: options against the valid papers, each item by itself. `for`
 * counts the valid papers.
 */
export function answerProblems(
  { form, options }: { readonly form: BallotForm; readonly options: readonly PollOption[] },
  count: Votes,
): Problem[] {
  switch (form.kind) {
    case "yes-no":
      return [];
    case "choice":
      return chosenProblems(
        options.filter(({ id }) => id !== ABSTAIN.id),
        form.most,
        count,
      );
    case "each":
      return [
        ...form.items.flatMap((item) => itemProblems(item, count)),
        ...strangers("items", form.items, count.items),
      ];
  }
}

function itemProblems({ id, label }: BallotItem, count: Votes): Problem[] {
  const votes = count.items?.[id];
  const message = votes
    ? `“${label}”合计 ${castIn(votes)} 张，与有效票 ${count.for} 张不符。`
    : `请填写“${label}”的各项数字。`;
  return votes && castIn(votes) === count.for ? [] : [{ field: `items.${id}`, message }];
}

/** Figures for what does not stand on the ballot: no verdict would count them, and every recount would find them. */
function strangers(field: string, answers: readonly { readonly id: string }[], figures: object = {}): Problem[] {
  const known = new Set(answers.map(({ id }) => id));
  const other = Object.keys(figures).filter((id) => !known.has(id));
  return other.map((id) => ({ field: `${field}.${id}`, message: `票面上没有“${id}”。` }));
}

function chosenProblems(options: readonly PollOption[], most: number, { chosen, for: valid }: Votes): Problem[] {
  const missing = options.flatMap(({ id, label }): Problem[] => {
    const votes = chosen?.[id];
    if (votes === undefined) return [{ field: `chosen.${id}`, message: `请填写“${label}”的票数，没有就填 0。` }];
    return votes > valid
      ? [{ field: `chosen.${id}`, message: `“${label}” ${votes} 票，多于有效票 ${valid} 张。` }]
      : [];
  });
  const problems = [...missing, ...strangers("chosen", options, chosen)];
  if (problems.length > 0) return problems;
  const sum = options.reduce((all, { id }) => all + (chosen?.[id] ?? 0), 0);
  if (sum >= valid && sum <= valid * most) return [];
  const message = `各选项合计 ${sum} 票；有效票 ${valid} 张，每张选 1 至 ${most} 项，合计应在 ${valid} 与 ${valid * most} 之间。`;
  return [{ field: "for", message }];
}

function issuedProblems(issued: number, { phones, onList, present, byPhone }: CountBounds): Problem[] {
  if ((phones || onList > 0) && issued !== onList) {
    return [{ field: "issued", message: `发票登记 ${onList} 张，这里填了 ${issued} 张，请核对。` }];
  }
  const may = Math.max(0, present - byPhone);
  return issued > may
    ? [{ field: "issued", message: `发出 ${issued} 张，多于到会有表决权人 ${may} 人，请核对。` }]
    : [];
}

/** More papers came back than went out: the poll is void, whatever they say. The reason, or null. */
export function overCollected({ issued, collected }: Count): string | null {
  if (issued === undefined || collected === undefined || collected <= issued) return null;
  return `收回纸票 ${collected} 张，多于发出 ${issued} 张`;
}

/** What one teller entered. `struck`: it was compared with the other's and did not agree; by itself it counts for nothing. */
export interface TellerEntry {
  readonly teller: string;
  readonly figures: Count;
  readonly struck: boolean;
}

/** Where the count of one method stands: nobody, one teller, two that differ, two that agree. */
export type CountState = "none" | "one" | "differ" | "agreed";

const COMPARED = ["issued", "collected", "for", "against", "abstain", "invalid"] as const;
export type CountField = (typeof COMPARED)[number];

/** A figure that two tellers may differ in: one of the paper as a whole, or all figures of an option or item by its id. */
export type ComparedFigure = CountField | { readonly answer: string };

/** Which figures of two tellers differ, never by how much; empty until both are in. */
export function countDifferences(entries: readonly TellerEntry[]): readonly ComparedFigure[] {
  const [a, b] = entries;
  return a && b ? differing(a.figures, b.figures) : [];
}

/** The same with an answer's label in place of its id. */
export function labelled(
  figure: ComparedFigure,
  { form, options }: { form: BallotForm; options: readonly PollOption[] },
) {
  if (typeof figure === "string") return figure;
  const answers = form.kind === "each" ? form.items : options;
  return { answer: answers.find(({ id }) => id === figure.answer)?.label ?? figure.answer };
}

function differing(a: Count, b: Count): ComparedFigure[] {
  const ids = new Set([a.chosen, a.items, b.chosen, b.items].flatMap((answers) => Object.keys(answers ?? {})));
  const answers = [...ids].filter(
    (id) => a.chosen?.[id] !== b.chosen?.[id] || !sameVotes(a.items?.[id], b.items?.[id]),
  );
  return [...COMPARED.filter((field) => a[field] !== b[field]), ...answers.map((answer) => ({ answer }))];
}

const sameVotes = (a?: Votes, b?: Votes): boolean =>
  a === b || (["for", "against", "abstain", "invalid"] as const).every((name) => a?.[name] === b?.[name]);

export function countState(entries: readonly TellerEntry[]): CountState {
  const standing = entries.filter((entry) => !entry.struck);
  if (standing.length === 2) return "agreed";
  return entries.length === 0 ? "none" : standing.length === 1 ? "one" : "differ";
}

/** The figures that both tellers entered; null until they agree. Compared again each time: a row changed by hand agrees with nothing. */
export function agreedCount(entries: readonly TellerEntry[]): Count | null {
  const [a, b] = entries;
  if (!a || !b || countState(entries) !== "agreed") return null;
  return sameCount(a.figures, b.figures) ? a.figures : null;
}

/**
 * The entries after one teller entered a count. Two that differ are both struck: neither counts, and whoever was wrong counts again.
 * An entry equal to the other teller's agrees with it, also when that was struck. Null when two others, or these two otherwise, had agreed before.
 */
export function enterCount(
  before: readonly TellerEntry[],
  teller: string,
  figures: Count,
): { readonly entries: readonly TellerEntry[]; readonly state: CountState } | null {
  const own = before.find((entry) => entry.teller === teller);
  const others = before.filter((entry) => entry.teller !== teller);
  const mine: TellerEntry = { teller, figures, struck: false };
  if (countState(before) === "agreed") {
    return own && sameCount(own.figures, figures) ? { entries: before, state: "agreed" } : null;
  }
  // A teller who comes new to a count that differed begins it afresh; one who was part of it counts again against the other.
  const other = others.find((entry) => !entry.struck) ?? (own ? others[0] : undefined);
  if (!other) return { entries: [mine], state: "one" };
  if (sameCount(other.figures, figures)) return { entries: [{ ...other, struck: false }, mine], state: "agreed" };
  if (other.struck) return { entries: [other, mine], state: "one" };
  return { entries: [other, mine].map((entry) => ({ ...entry, struck: true })), state: "differ" };
}

const sameCount = (a: Count, b: Count): boolean => differing(a, b).length === 0;
