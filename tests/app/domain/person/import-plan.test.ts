import { expect, test } from "vitest";
import { type KnownPerson, planImport } from "#app/domain/person/import-plan.ts";
import type { RollLine } from "#app/domain/person/roll.ts";
import { ROLL_FIELDS, type RollField } from "#app/domain/person/roll-columns.ts";

const ALL = new Set<RollField>(ROLL_FIELDS);
const line = (over: Partial<RollLine> = {}): RollLine => ({
  ...{ row: 2, name: "王芳", seat: "居民代表", unit: "1号楼", phone: "", votingRight: true },
  ...over,
});
const known = (over: Partial<KnownPerson> = {}): KnownPerson => {
  const { row: _row, ...person } = line();
  return { ...person, id: "w1", version: 1, ...over };
};

/** What the file says, what the roll has, what comes of it: how many are added and same, and which fields change of whom. */
const cases: [string, Partial<RollLine>[], Partial<KnownPerson>[], [number, number, [string, string[]][]]][] = [
  ["nobody is known", [{}], [], [1, 0, []]],
  ["the same person", [{}], [{}], [0, 1, []]],
  ["another unit is another person", [{ unit: "2号楼" }], [{}], [1, 0, []]],
  ["a phone is added", [{ phone: "10086" }], [{}], [0, 0, [["w1", ["phone"]]]]],
  ["an empty cell takes nothing away", [{ phone: "", seat: "" }], [{ phone: "10086" }], [0, 1, []]],
  ["another phone is another person", [{ phone: "10010" }], [{ phone: "10086" }], [1, 0, []]],
  ["the right to vote goes", [{ votingRight: false }], [{}], [0, 0, [["w1", ["votingRight"]]]]],
  [
    "two of one name are told apart by their phones, whatever the order",
    [{ phone: "10010" }, { row: 3, phone: "10086" }],
    [{ phone: "10086" }, { id: "w2", phone: "10010" }],
    [0, 2, []],
  ],
  [
    "one known person answers for one row only",
    [{ phone: "10010" }, { row: 3, phone: "10086" }],
    [{}],
    [1, 0, [["w1", ["phone"]]]],
  ],
];

test.each(cases)("%s", (_name, lines, people, [added, same, changed]) => {
  const plan = planImport(lines.map(line), people.map(known), ALL);
  expect(plan.added).toHaveLength(added);
  expect(plan.same).toHaveLength(same);
  expect(plan.changed.map(({ person, fields }) => [person.id, [...fields]])).toEqual(changed);
});

test("a column that the file does not have changes nothing", () => {
  const people = [known({ votingRight: false, seat: "列席" })];
  const plan = planImport([line()], people, new Set<RollField>(["name", "unit"]));
  expect(plan).toEqual({ added: [], changed: [], same: [line()] });
});
