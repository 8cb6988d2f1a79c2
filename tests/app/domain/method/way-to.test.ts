import { expect, it } from "vitest";
import { wayTo } from "#app/domain/method/way-to.ts";
import { roundtable } from "#app/methods/roundtable.ts";

it.each<[string, string, string[] | null]>([
  ["voice", "resolve-now", ["advance", "resolve-now"]],
  ["respond", "set-deadline", ["set-deadline"]],
  ["collect", "decline", ["advance", "advance", "decline"]],
  ["on-the-spot", "set-deadline", ["set-deadline"]],
  // Not by way of 限期解决, which is another decision.
  ["on-the-spot", "decline", null],
  ["feedback", "set-deadline", null],
  ["settled", "decline", null],
])("from %s to %s: %o", (stage, event, way) => {
  expect(wayTo(roundtable, stage, event)).toEqual(way);
});
