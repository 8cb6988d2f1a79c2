import type { RollLine, RollPerson } from "./roll.ts";
import type { RollField } from "./roll-columns.ts";

/** Somebody on the roll already. */
export interface KnownPerson extends RollPerson {
  readonly id: string;
  readonly version: number;
}

export interface ImportChange {
  readonly line: RollLine;
  readonly person: KnownPerson;
  /** What the file would change; never empty. */
  readonly fields: readonly RollField[];
}

export interface ImportPlan {
  readonly added: readonly RollLine[];
  /** On the roll by the same name and unit, with something else different. */
  readonly changed: readonly ImportChange[];
  /** On the roll exactly as in the file. */
  readonly same: readonly RollLine[];
}

const COMPARED = ["seat", "phone", "votingRight"] as const;

const keyOf = ({ name, unit }: RollPerson) => JSON.stringify([name, unit]);
const mayBeSame = (line: RollPerson, person: RollPerson) =>
  line.phone === "" || person.phone === "" || line.phone === person.phone;

/**
 * Sets a file's people beside the roll: same name and unit are the same person, unless two different phones say otherwise.
 * An empty cell and a column that the file does not have (`columns`) change nothing.
 */
export function planImport(
  lines: readonly RollLine[],
  known: readonly KnownPerson[],
  columns: ReadonlySet<RollField>,
): ImportPlan {
  const waiting = new Map<string, KnownPerson[]>();
  for (const person of known) waiting.set(keyOf(person), [...(waiting.get(keyOf(person)) ?? []), person]);
  const plan = { added: [] as RollLine[], changed: [] as ImportChange[], same: [] as RollLine[] };
  for (const line of lines) {
    const namesakes = waiting.get(keyOf(line)) ?? [];
    const person =
      namesakes.find((each) => each.phone === line.phone) ?? namesakes.find((each) => mayBeSame(line, each));
    if (!person) {
      plan.added.push(line);
      continue;
    }
    namesakes.splice(namesakes.indexOf(person), 1);
    const fields = COMPARED.filter(
      (field) => columns.has(field) && line[field] !== "" && line[field] !== person[field],
    );
    if (fields.length > 0) plan.changed.push({ line, person, fields });
    else plan.same.push(line);
  }
  return plan;
}
