type Given = { [name: string]: string | Given };

/** “70000.5” square metres as hundredths, “7000050”; anything else as it was typed, for the command to refuse. */
function hundredths(metres: string): string {
  const [, whole, part = ""] = /^(\d{1,15})(?:\.(\d{1,2}))?$/.exec(metres.trim()) ?? [];
  return whole === undefined ? metres : String(BigInt(whole + part.padEnd(2, "0")));
}

/** Without a prototype: a field named like one of its members must not reach it. */
const nothing = (): Given => Object.create(null) as Given;

function put(into: Given, [first, ...rest]: readonly string[], value: string): void {
  if (first === undefined) return;
  if (rest.length === 0) {
    into[first] = value;
    return;
  }
  const inner = into[first];
  const next = typeof inner === "object" ? inner : nothing();
  into[first] = next;
  put(next, rest, value);
}

/** `vote.area.for`: no form goes deeper, and a name of a million dots would never be taken apart. */
const DEEPEST = 3;

/**
 * What a form fills in for gates. Its fields are named `fact-…`, so that none is taken for the step's own; figures of a vote lie one level
 * down (`fact-vote.for`), areas two (`fact-vote.area.for`, in square metres).
 */
export function factsIn(form: FormData): Given {
  const facts = nothing();
  for (const [name, value] of form) {
    if (!name.startsWith("fact-") || typeof value !== "string") continue;
    const path = name.slice("fact-".length).split(".", DEEPEST + 1);
    if (path.length > DEEPEST) continue;
    put(facts, path, path[1] === "area" && value !== "" ? hundredths(value) : value);
  }
  return { ...facts };
}

const isEmpty = (value: string | Given): boolean =>
  typeof value === "string" ? value === "" : Object.values(value).every(isEmpty);

/** Without what was left empty: a step takes nothing back by silence. */
export function answered(facts: Given): Given {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => !isEmpty(value)));
}
