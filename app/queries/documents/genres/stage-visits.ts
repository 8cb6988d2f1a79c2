import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { type CalendarDay, dayOf, isCalendarDay } from "#app/domain/calendar/day.ts";
import { dataOf, type JournalEntry } from "#app/domain/journal/chain.ts";
import { waysOf } from "#app/domain/method/compile.ts";
import type { Facts, FactValue, GateLine, MethodDefinition, Stage } from "#app/domain/method/definition.ts";
import { factKind, isEntered, linesIn, linesOfMethod } from "#app/domain/method/fact-kind.ts";
import type { Dossier } from "#app/queries/documents/issue-facts.ts";
import { told } from "#app/queries/issue-page.ts";
import { factWords, issueText } from "#app/text/issues.ts";

/** What was entered for a stage, as papers print it. */
export type ToldFact = { fact: string; label: string; value: string };

/** Something done within a stage that led nowhere else: a review handed in, an adjournment, an objection. */
export type Deed = {
  event: string;
  label: string;
  branch: boolean;
  on: CalendarDay;
  by: string;
  reason: string;
  facts: Facts;
};

/** One stay of an issue in one stage of a method. */
export type Visit = {
  method: MethodDefinition;
  stage: Stage;
  from: CalendarDay;
  /** Undefined while the issue stands there, or at its end. */
  left?: { on: CalendarDay; by: string; way: string; event: string; reason: string };
  /** What was entered for it, by fact name. */
  facts: Facts;
  deeds: Deed[];
};

/** The stages that an issue went through, oldest first, from its journal; steps that were taken back are not among them. */
export function visitsOf(dossier: Dossier): Visit[] {
  const walk = new Walk(dossier.methods);
  for (const entry of dossier.entries) walk.take(entry);
  const { visits } = walk;
  const last = visits.at(-1);
  // What stands there now has no step yet that says what decided it.
  if (last && !last.left) last.facts = { ...readIn(last, dossier.issue.facts), ...last.facts };
  return visits;
}

function readIn({ stage }: Visit, facts: Facts): Facts {
  const asked = new Set(linesIn(stage).map(({ fact }) => fact));
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => asked.has(fact)));
}

type Data = Readonly<Record<string, unknown>>;
const textIn = (data: Data, name: string): string => (typeof data[name] === "string" ? data[name] : "");
const factsIn = (data: Data, name: string): Facts => {
  const value = data[name];
  return typeof value === "object" && value !== null ? (value as Facts) : {};
};

class Walk {
  readonly visits: Visit[] = [];
  constructor(private readonly methods: readonly MethodDefinition[]) {}

  take(entry: JournalEntry): void {
    const data = dataOf(entry);
    const [method, to] = [textIn(data, "method"), textIn(data, "to")];
    if (entry.act === "enter-issue") this.enter(method, "", entry);
    if (entry.act === "enter-facts") this.add(factsIn(data, "facts"));
    if (entry.act === "take-step") this.step(entry, data);
    if (entry.act === "begin-decision" || entry.act === "come-back") {
      this.leave(entry, data);
      this.enter(entry.act === "come-back" ? method : textIn(data, "decision"), to, entry);
    }
    if (entry.act === "undo-step" || entry.act === "restore-issue") this.back(to, entry);
  }

  private get here(): Visit | undefined {
    return this.visits.at(-1);
  }

  private enter(methodId: string, stageId: string, { at }: JournalEntry): void {
    const method = this.methods.find(({ id }) => id === methodId) ?? this.here?.method ?? this.methods[0];
    const stage = method?.stages.find(({ id }) => id === stageId) ?? (stageId === "" ? method?.stages[0] : undefined);
    if (method && stage) this.visits.push({ method, stage, from: dayOf(new Date(at)), facts: {}, deeds: [] });
  }

  private add(facts: Facts): void {
    const { here } = this;
    if (here) here.facts = { ...here.facts, ...facts };
  }

  private step(entry: JournalEntry, data: Data): void {
    const [from, to, event] = [textIn(data, "from"), textIn(data, "to"), textIn(data, "event")];
    const entered = { ...factsIn(data, "decided"), ...factsIn(data, "facts") };
    if (from !== to) {
      this.add(entered);
      this.leave(entry, data);
      this.enter(textIn(data, "method"), to, entry);
      return;
    }
    const { here } = this;
    if (!here) return;
    const way = waysOf(here.stage).find((each) => each.event === event);
    const { on, by, reason } = doneBy(entry, data);
    const branch = way?.kind === "branch";
    here.deeds.push({ event, label: way?.label ?? event, branch, on, by, reason, facts: entered });
  }

  private leave(entry: JournalEntry, data: Data): void {
    const { here } = this;
    if (!here) return;
    const event = textIn(data, "event");
    const way = waysOf(here.stage).find((each) => each.event === event)?.label ?? "";
    here.left = { ...doneBy(entry, data), way, event };
  }

  /** Taken back: the stays since then did not happen, and the issue stands there again. */
  private back(stageId: string, entry: JournalEntry): void {
    const place = this.visits.findLastIndex(({ stage, left }) => stage.id === stageId && left !== undefined);
    const before = this.visits[place];
    if (!before) {
      this.enter("", stageId, entry);
      return;
    }
    this.visits.length = place + 1;
    const { left: _undone, ...again } = before;
    this.visits[place] = again;
  }
}

const doneBy = ({ at, actor: by }: JournalEntry, data: Data) => ({
  on: dayOf(new Date(at)),
  by,
  reason: textIn(data, "reason"),
});

/** Facts as papers print them, in the order of the method's lines; what was not entered is left out. */
export function toldFacts({ method, stage }: Pick<Visit, "method" | "stage">, facts: Facts): ToldFact[] {
  // Stages may ask for the same fact in other words: its own come first.
  const lines = [...linesIn(stage), ...linesOfMethod(method)];
  const order = [...new Set(linesOfMethod(method).map(({ fact }) => fact))].filter((fact) => isEntered(method, fact));
  return order.flatMap((fact) => {
    const value = wordsOf(method, fact, facts[fact]);
    return value === "" ? [] : [{ fact, label: labelOf(lines, fact), value }];
  });
}

function wordsOf(method: MethodDefinition, fact: string, value: FactValue): string {
  const words = told(value);
  if (words === "") return "";
  return factKind(method, fact) === "day" && isCalendarDay(words) ? formatDay(words) : factWords(fact, words);
}

/** How it is typed in is no part of a thing's name either: 对策，一行一条 → 对策. */
const TYPED = /，一行一.$/u;

/** What begins a line of a checklist and is no part of a thing's name: 写明组长 → 组长. */
const ASKS = /^(?:写明|写下|写好|列出|列明|选明|选定|定下|逐点写明)：?(?=.{2,})/u;

function labelOf(lines: readonly GateLine[], fact: string): string {
  const known = issueText.facts[fact];
  if (known) return known;
  return (lines.find((line) => line.fact === fact)?.text ?? fact).replace(ASKS, "").replace(TYPED, "");
}

/** The last value of a fact in any of these stays, as text; "" where nobody entered it. */
export function lastTold(visits: readonly Visit[], fact: string): string {
  const visit = visits.findLast(({ method, facts }) => wordsOf(method, fact, facts[fact]) !== "");
  return visit ? wordsOf(visit.method, fact, visit.facts[fact]) : "";
}

/** The members of a list that was entered; none where it was not. */
export const membersOf = (facts: Facts, fact: string): readonly string[] => {
  const value = facts[fact];
  return Array.isArray(value) ? value : [];
};
