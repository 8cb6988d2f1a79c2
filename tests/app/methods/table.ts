import { describe, expect, it } from "vitest";
import { type Way, waysOf } from "#app/domain/method/compile.ts";
import type { MethodDefinition, Stage } from "#app/domain/method/definition.ts";
import { moved, requireStage, step } from "#app/domain/method/step.ts";
import { refusal } from "#tests/app/domain/refusal.ts";
import { at, openingFacts } from "./solve.ts";

/** stage → event → the stage it leads to; reviews and decisions lead to their own stage. Ends have an empty row. */
export type MethodTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

function lead(method: MethodDefinition, stage: Stage, event: string): string {
  const way = waysOf(stage).find((each) => each.event === event);
  const facts = openingFacts(method, way?.gate ?? []);
  const here = at(method, stage, facts, way?.kind !== "branch");
  if (way && byItself(way)) return moved(method, here, way, facts).value;
  return step(method, here, { type: event, reason: "有理由", facts }).stage.id;
}

/** Taken by the statutory decision that begins or comes back, not by a person inside the method. */
const byItself = (way: Way) => way.kind === "decision" || way.after !== undefined;

/**
 * Holds a method against its table, stage by stage: what is listed leads where it says once its gate is met; every other event that the
 * method knows is refused there as wrong-state.
 */
export function describeTable(method: MethodDefinition, table: MethodTable): void {
  const events = [...new Set(Object.values(table).flatMap(Object.keys))];
  describe(`${method.name}（${method.id}）`, () => {
    it("has the stages of its table, in its order, and no way besides", () => {
      expect(method.stages.map((stage) => stage.id)).toEqual(Object.keys(table));
      for (const stage of method.stages) {
        const ways = waysOf(stage).map((way) => way.event);
        expect(ways.sort(), stage.id).toEqual(Object.keys(table[stage.id] ?? {}).sort());
      }
    });

    it.each(Object.keys(table))("leads on from %s as its row says, and nowhere else", (stageId) => {
      const stage = requireStage(method, stageId);
      const row = table[stageId] ?? {};
      const found = events.map((event) => {
        let to: string | undefined;
        const refused = refusal(() => {
          to = lead(method, stage, event);
        });
        return [event, to ?? refused?.word];
      });
      expect(Object.fromEntries(found)).toEqual(
        Object.fromEntries(events.map((event) => [event, row[event] ?? "wrong-state"])),
      );
    });
  });
}
