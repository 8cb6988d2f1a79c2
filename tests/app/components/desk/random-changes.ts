import fc from "fast-check";
import * as changes from "#app/components/desk/method-editor/changes.ts";
import type { Change, Draft, GateAt, GateLine } from "#app/components/desk/method-editor/draft.ts";
import * as gates from "#app/components/desk/method-editor/gates.ts";
import { chosen, HOWS } from "#app/components/desk/method-editor/how.ts";
import * as ways from "#app/components/desk/method-editor/ways.ts";
import { EXCEPTION_CODES, PAPERS, STAGE_KINDS } from "#app/domain/method/vocabulary.ts";
import { FOUR_ELEMENTS, REJECTED } from "#app/methods/parts.ts";

/** Changes as a restless hand makes them: at places that are there, at places that are not, with words empty or long. */

const place = fc.integer({ min: -1, max: 9 });
const few = fc.integer({ min: -1, max: 3 });
const words = fc.constantFrom("", "写明地点", "上会", "x".repeat(60), "<b>", "“引号”");
const to = fc.constantFrom("", "voice", "settled", "stage-1", "nowhere");
const number = fc.integer({ min: 0, max: 400 });
const flag = fc.boolean();

const at: fc.Arbitrary<GateAt> = fc.record({
  stage: place,
  part: fc.constantFrom("gate", "exits", "exceptions", "branches", "decisions"),
  way: few,
});

/** Chooses how the line at a place is filled in, as the select does. */
const choose =
  (where: GateAt, line: number, how: (typeof HOWS)[number]): Change =>
  (draft) => {
    const stage = draft.stages[where.stage];
    const found: GateLine | undefined = gates.gateOf(stage, where)[line];
    if (!found) return draft;
    const { test, fact } = chosen(how, draft, stage, found);
    return gates.setTest(where, line, test, fact)(draft);
  };

const head: fc.Arbitrary<Change>[] = [
  words.map((name) => changes.setHead({ name })),
  fc
    .tuple(words, flag)
    .map(([note, on]) => changes.setHead({ note: note || undefined, reportBackFirst: on || undefined })),
  fc.constant(changes.addSource()),
  few.map(changes.removeSource),
  fc.tuple(few, words).map(([index, ref]) => changes.setSource(index, { kind: "law", ref, article: "第1条" })),
];
const seats: fc.Arbitrary<Change>[] = [
  fc.constant(changes.addSeat()),
  fc.tuple(place, words).map(([index, name]) => changes.setSeat(index, { name })),
  fc.tuple(place, fc.option(number, { nil: undefined })).map(([index, min]) => changes.setSeat(index, { min })),
  fc.tuple(place, place).map(([from, onto]) => changes.moveSeat(from, onto)),
  place.map(changes.removeSeat),
];
const stages: fc.Arbitrary<Change>[] = [
  place.map((after) => changes.addStage(after, "进入下一步")),
  fc.constant(changes.addEnd()),
  place.map(changes.removeStage),
  fc.tuple(place, place).map(([from, onto]) => changes.moveStage(from, onto)),
  fc.tuple(place, words, words).map(([index, name, who]) => changes.setStage(index, { name, who })),
  fc.tuple(place, fc.constantFrom(...STAGE_KINDS.filter((kind) => kind !== "final"))).map(
    ([index, kind]) =>
      (draft: Draft) =>
        draft.stages[index]?.final ? draft : changes.setStage(index, { kind })(draft),
  ),
  fc
    .tuple(place, fc.subarray([...PAPERS]))
    .map(([index, papers]) => changes.setStage(index, { documents: papers.slice(0, 12) })),
  fc
    .tuple(place, number, fc.option(number, { nil: undefined }))
    .map(([index, days, maxDays]) => changes.setDeadline(index, { days, maxDays })),
  place.map((index) => changes.setDeadline(index, null)),
];
const onward: fc.Arbitrary<Change>[] = [
  place.map(ways.addExit),
  fc.tuple(place, few, words, to).map(([index, exit, label, id]) => ways.setExit(index, exit, { label, to: id })),
  fc
    .tuple(place, few, fc.constantFrom("advance", "decline", "return", "exit-4"))
    .map(([index, exit, event]) => ways.setExit(index, exit, { event })),
  fc.tuple(place, few).map(([index, exit]) => ways.removeExit(index, exit)),
  fc.tuple(place, few, few).map(([index, from, onto]) => ways.moveExit(index, from, onto)),
  fc
    .tuple(place, fc.constantFrom(...EXCEPTION_CODES), fc.constantFrom("end", "self", "back", "on"))
    .map(([index, code, leads]) =>
      ways.addException(index, {
        exception: { code, label: "例外", to: "" },
        leads,
        end: REJECTED,
      } as ways.ExceptionKit),
    ),
  fc.tuple(place, few, to).map(([index, each, id]) => ways.setException(index, each, { to: id })),
  fc.tuple(place, few).map(([index, each]) => ways.removeException(index, each)),
  place.map((index) => ways.addBranch(index, "写明审核意见")),
  fc.tuple(place, few, words).map(([index, each, name]) => ways.setBranch(index, each, { name })),
  fc.tuple(place, few).map(([index, each]) => ways.removeBranch(index, each)),
  fc
    .tuple(place, fc.constantFrom("residents-meeting", "party-members"))
    .map(([index, method]) => ways.addDecision(index, method, { label: "提交决定", passed: "通过", failed: "未通过" })),
  fc.tuple(place, few, words).map(([index, each, label]) => ways.setDecision(index, each, { label })),
  fc.tuple(place, few).map(([index, each]) => ways.removeDecision(index, each)),
];
const lines: fc.Arbitrary<Change>[] = [
  at.map(gates.addLine),
  at.map((where) => gates.addLines(where, FOUR_ELEMENTS)),
  fc.tuple(at, few, words).map(([where, line, text]) => gates.setLine(where, line, { text })),
  fc.tuple(at, few).map(([where, line]) => gates.removeLine(where, line)),
  fc.tuple(at, few, few).map(([where, from, onto]) => gates.moveLine(where, from, onto)),
  fc
    .tuple(at, few, fc.constantFrom(null, "plan", "deadline", "item1", "returned"))
    .map(([where, line, fact]) => gates.setFact(where, line, fact)),
  fc.tuple(at, few, fc.constantFrom(...HOWS)).map(([where, line, how]) => choose(where, line, how)),
];

export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 1, arbitrary: fc.oneof(...head) },
  { weight: 1, arbitrary: fc.oneof(...seats) },
  { weight: 3, arbitrary: fc.oneof(...stages) },
  { weight: 3, arbitrary: fc.oneof(...onward) },
  { weight: 3, arbitrary: fc.oneof(...lines) },
);
