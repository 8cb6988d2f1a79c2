import type { MethodDraft } from "#app/domain/method/definition.ts";
import { byDefault, fixed, line, observer, XIXIA } from "./parts.ts";

/** “1+4+X”: who sits at the table, and how many of them are enough. Shared with 一提二审三通过, which the same people use. */
const ONE_FOUR_X = XIXIA("“1+4+X”协商机制");

const side = (id: string, name: string) => ({ id, name, kind: "fixed" as const, source: ONE_FOUR_X });

/** 1, the four sides, X. X speaks and commits itself, and has no vote. */
export const ONE_FOUR_X_SEATS: MethodDraft["seats"] = [
  fixed("grid-party-secretary", "网格党组织书记", ONE_FOUR_X),
  side("grid-leader", "网格长"),
  side("grid-police", "网格民警"),
  side("grid-worker", "网格员"),
  side("building-leader", "楼栋长（巷道长）"),
  {
    id: "lead-department",
    name: "主责部门",
    kind: "flexible",
    votes: false,
    source: byDefault("X 里管这件事的部门：只对本部门职责作承诺，不参加表决"),
  },
  {
    id: "department",
    name: "联动部门",
    kind: "flexible",
    votes: false,
    source: byDefault("X：按议题请来，只对本部门职责作承诺，不参加表决"),
  },
  observer("party-concerned", "当事人", byDefault("议到谁的事，请谁到场")),
];

const FOUR_SIDES = ["grid-leader", "grid-police", "grid-worker", "building-leader"];
const ENOUGH = byDefault("1 必到、四方至少来三方、主责部门必到；原材料没有写人数");

export const FOUR_SIDES_THERE = line("sides", "四方至少到三方", "seatsPresent", ENOUGH, {
  op: "includes-some",
  value: FOUR_SIDES,
  least: 3,
});
export const SECRETARY_THERE = line("one", "网格党组织书记到会", "seatsPresent", ENOUGH, {
  op: "includes-all",
  value: ["grid-party-secretary"],
});
/** Without 1, three of the four and the responsible department nothing passes. */
export const ENOUGH_THERE = [
  SECRETARY_THERE,
  line("lead-department", "主责部门到会", "seatsPresent", ENOUGH, { op: "includes-all", value: ["lead-department"] }),
  FOUR_SIDES_THERE,
];

/** The four sides raise hands where somebody objects; the departments do not. */
export const HANDS = line(
  "hands",
  "举手：实到过半同意（部门不计票）",
  "vote",
  byDefault("有人有异议就举手，实到过半；部门不参加表决"),
  { op: "passes", rules: ["present-majority"] },
);
