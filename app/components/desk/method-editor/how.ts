import type { GateTest } from "#app/domain/method/definition.ts";
import { type FactKind, factKind, KIND_OF_OP, linesOfMethod } from "#app/domain/method/fact-kind.ts";
import { type How, methodEditorText } from "#app/text/method-editor.ts";
import type { Draft, GateLine, Stage } from "./draft.ts";
import { factsOfKind } from "./names.ts";

/** How a gate line is filled in, as it is chosen on the page, and the engine's test that stands for it. */

/** In the order in which they are offered: the plain ones first. */
export const HOWS = Object.keys(methodEditorText.gate.hows) as How[];

/** The kind of fact that is filled in this way. */
export const kindOfHow = (how: How): FactKind =>
  how === "seats-all" || how === "seats-some" ? "list" : KIND_OF_OP[how];

const SEATS = "seatsPresent";

export function howOf({ fact, test }: GateLine): How {
  if (fact === SEATS && test.op === "includes-all") return "seats-all";
  if (fact === SEATS && test.op === "includes-some") return "seats-some";
  return test.op;
}

/** The day that the method's own lines asked last: what a period most likely runs from. */
const lastDay = (draft: Draft): string | null => factsOfKind(draft, "day").own.at(-1)?.name ?? null;

/** The test with which a newly chosen way of filling in begins. What has to be chosen first is left empty, and is a fault until it is. */
function testFor(how: How, draft: Draft, stage: Stage | undefined, { test }: GateLine): GateTest {
  const all = draft.seats.filter((seat) => seat.kind === "fixed").map((seat) => seat.id);
  const rules = "rules" in test ? test.rules : (stage?.rules ?? []);
  switch (how) {
    case "present":
    case "is-true":
    case "is-day":
    case "de-identified":
      return { op: how };
    case "at-least":
    case "at-most":
      return { op: how, value: "value" in test && typeof test.value === "number" ? test.value : 1 };
    case "one-of":
      return { op: how, value: [] };
    case "lists":
      return { op: how, least: 1 };
    case "seats-all":
      return { op: "includes-all", value: all };
    case "seats-some":
      return { op: "includes-some", value: all, least: Math.max(1, all.length - 1) };
    case "includes-all":
      return { op: how, value: [] };
    case "includes-some":
      return { op: how, value: [], least: 1 };
    case "covers":
    case "disjoint":
    case "as-many-as":
      return { op: how, of: "" };
    case "days-after":
      return { op: how, of: "", days: 3 };
    case "elapsed":
      return { op: how, days: 7, kind: "calendar" };
    case "explained":
      return { op: how, by: "" };
    case "passes":
    case "fails":
    case "quorum":
      return { op: how, rules };
  }
}

/** Whether another line reads the same fact. */
const isShared = (draft: Draft, line: GateLine) =>
  linesOfMethod(draft).some((each) => each !== line && each.fact === line.fact);

/** The fact that a line must be about once it is filled in this way: `null` for a new one, undefined for the one it has. */
function factFor(how: How, draft: Draft, line: GateLine): string | null | undefined {
  if (how === "seats-all" || how === "seats-some") return SEATS;
  if (how === "explained") return "ownerWords";
  if (how === "elapsed") return kindFits(draft, line, "day") ? undefined : lastDay(draft);
  return kindFits(draft, line, kindOfHow(how)) ? undefined : null;
}

function kindFits(draft: Draft, line: GateLine, kind: FactKind): boolean {
  if (line.fact === SEATS) return false;
  // Named by the house: its kind stands. Its own: it becomes what the line makes of it.
  if (!/^item\d+$/.test(line.fact) || isShared(draft, line)) return factKind(draft, line.fact) === kind;
  return true;
}

/** What choosing how a line is filled in means for its test and its fact. */
export function chosen(
  how: How,
  draft: Draft,
  stage: Stage | undefined,
  line: GateLine,
): { test: GateTest; fact: string | null | undefined } {
  return { test: testFor(how, draft, stage, line), fact: factFor(how, draft, line) };
}
