import type { GateLine, MethodDefinition, Stage } from "#app/domain/method/definition.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { Rule } from "#app/domain/rule/types.ts";
import { fractionWords, methodText } from "./methods.ts";

const text = methodText.page;

/** Facts that no line asks for, since the house knows them by itself. */
const KNOWN: Readonly<Record<string, string>> = {
  title: "题目",
  place: "地点",
  category: "类别",
  statements: "发言条数",
  seatsPresent: "到会席位",
  ownerWords: "题目和说明里提到的业主共同决定事项",
};

const waysOf = (stage: Stage) => [...stage.exits, ...stage.exceptions];

function linesOf(stage: Stage): readonly GateLine[] {
  const parts = [...stage.exits, ...stage.exceptions, ...(stage.branches ?? []), ...(stage.decisions ?? [])];
  return [...stage.gate, ...parts.flatMap(({ gate }) => gate ?? [])];
}

/** What a fact is called on the page: as the line says that asks for it, or the way that counts it up. */
function nameOf({ stages }: MethodDefinition, fact: string): string {
  const asking = stages.flatMap(linesOf).find((line) => line.fact === fact);
  const counting = stages.flatMap(waysOf).find((way) => way.counts?.includes(fact));
  return counting?.label ?? KNOWN[fact] ?? asking?.text ?? fact;
}

const isCounted = ({ stages }: MethodDefinition, fact: string) =>
  stages.flatMap(waysOf).some((way) => way.counts?.includes(fact));

/** “仅当有过“紧急，缩短通知期””; null where the line is always asked. */
export function conditionWords(method: MethodDefinition, { when }: GateLine): string | null {
  if (!when) return null;
  const name = nameOf(method, when.fact);
  if (when.test.op === "one-of") return text.when.words(name, when.test.value);
  if (when.test.op === "is-true") return text.when.yes(name);
  const { value } = when.test;
  return isCounted(method, when.fact) ? text.when.happened(name, value) : text.when.least(name, value);
}

/** A rule in words, with quorum and threshold; null where there is no such rule. */
export function ruleWords(id: string): { readonly words: string; readonly rule: Rule } | null {
  try {
    const rule = requireRule(id);
    const quorum = rule.quorum && `${text.quorumOf[rule.quorum.of]} ${fractionWords(rule.quorum)}`;
    const words = text.ruleOf(rule.name, quorum, fractionWords(rule.pass));
    return { words: rule.measures.includes("area") ? `${words}${text.byArea}` : words, rule };
  } catch {
    return null;
  }
}

/** What a test asks beyond its line's text: the words to choose from, the seats; null where the text says it all. */
export function testWords(method: MethodDefinition, { test, fact }: GateLine): string | null {
  if (test.op === "one-of") return text.options(test.value);
  if (fact !== "seatsPresent" || !("value" in test) || !Array.isArray(test.value)) return null;
  return text.seatsAsked(test.value.map((id) => method.seats.find((seat) => seat.id === id)?.name ?? id));
}
