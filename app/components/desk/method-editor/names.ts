import { waysOf } from "#app/domain/method/compile.ts";
import { COMPUTED_FACTS, countersOf, type FactKind, kindsSaid, linesOfMethod } from "#app/domain/method/fact-kind.ts";
import { methodEditorText as text } from "#app/text/method-editor.ts";
import type { Draft } from "./draft.ts";

/** What facts, counters and ids are called on the page. */

/** A counter in words: a known one by name, another by the way that raises it. */
export function counterLabel(draft: Draft, name: string): string {
  const known = text.counters[name as keyof typeof text.counters];
  if (known) return known;
  const way = draft.stages.flatMap(waysOf).find((each) => each.counts.includes(name));
  return way ? text.exits.countOf(way.label) : name;
}

/** A fact in words: a known one by name, a counter by its way, another by the first line that asks it. */
export function factLabel(draft: Draft, name: string): string {
  const known = text.knownFacts[name];
  if (known) return known;
  if (countersOf(draft).has(name)) return counterLabel(draft, name);
  const lines = linesOfMethod(draft).filter((line) => line.fact === name);
  const line = lines.find((each) => each.test.op !== "elapsed") ?? lines[0];
  return line?.text || name;
}

const KNOWN_KINDS: Readonly<Record<string, FactKind>> = {
  ...COMPUTED_FACTS,
  record: "text",
  responsible: "text",
  deadline: "day",
  plan: "text",
  doneNote: "text",
  rating: "text",
  response: "text",
  partyAgrees: "yes",
};

/** How a fact is filled in, as far as the draft or the house says; undefined for a name that nobody asks yet. */
export function kindIn(draft: Draft, name: string): FactKind | undefined {
  if (countersOf(draft).has(name)) return "number";
  const said = KNOWN_KINDS[name] ?? [...(kindsSaid(draft).get(name) ?? [])][0];
  return said ?? (linesOfMethod(draft).some((line) => line.fact === name) ? "text" : undefined);
}

type FactChoice = { readonly name: string; readonly label: string };

/** Facts of a kind that may be asked or compared with: those that the house knows by name, and those of this method's own. */
export function factsOfKind(draft: Draft, kind: FactKind): { known: FactChoice[]; own: FactChoice[] } {
  const asked = linesOfMethod(draft).map((line) => line.fact);
  const own = [...new Set([...asked, ...countersOf(draft)])].filter((name) => !Object.hasOwn(KNOWN_KINDS, name));
  const fits = (name: string) => kindIn(draft, name) === kind;
  const choice = (name: string): FactChoice => ({ name, label: factLabel(draft, name) });
  return { known: Object.keys(KNOWN_KINDS).filter(fits).map(choice), own: own.filter(fits).map(choice) };
}

/** Facts of a kind as options of a select: what the house knows by name, what the method asks elsewhere. Never the day itself. */
export function factOptions(draft: Draft, kind: FactKind, but = "") {
  const { known, own } = factsOfKind(draft, kind);
  const item = ({ name, label }: FactChoice) => ({ value: name, label });
  const fits = ({ name }: FactChoice) => name !== but && name !== "today";
  return [
    { group: text.gate.known, items: known.filter(fits).map(item) },
    { group: text.gate.others, items: own.filter(fits).map(item) },
  ].filter(({ items }) => items.length > 0);
}

/** Words for every id and name that the engine's sentences may quote. */
export function wordsOfIds(draft: Draft): ReadonlyMap<string, string> {
  const words = new Map<string, string>(Object.entries(text.factKinds));
  for (const { fact } of linesOfMethod(draft)) words.set(fact, factLabel(draft, fact));
  for (const name of countersOf(draft)) words.set(name, counterLabel(draft, name));
  for (const way of draft.stages.flatMap(waysOf)) if (way.label) words.set(way.event, way.label);
  for (const stage of draft.stages) if (stage.name) words.set(stage.id, stage.name);
  for (const seat of draft.seats) if (seat.name) words.set(seat.id, seat.name);
  return words;
}
