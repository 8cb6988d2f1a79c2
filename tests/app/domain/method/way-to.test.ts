import { expect, it } from "vitest";
import { startMethod } from "#app/domain/method/step.ts";
import { missingTo, wayTo } from "#app/domain/method/way-to.ts";
import { fourDiscussions } from "#app/methods/four-discussions.ts";
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
  expect(wayTo(roundtable, stage, event)?.map((step) => step.event) ?? null).toEqual(way);
});

// What a later meeting or no meeting decides is not this one's: else its own way on would be taken for a mere passage.
it.each<[string, string]>([
  ["consult", "decline"],
  ["review", "decline"],
  ["decide", "decline"],
])("from %s of 四议两公开 no meeting comes to %s", (stage, event) => {
  expect(wayTo(fourDiscussions, stage, event)).toBeNull();
});

it("tells what is missing on the whole way, without what is asked together with the event", () => {
  const snapshot = startMethod(roundtable);
  const facts = { title: "路灯不亮", place: "", category: "公共设施" };
  const ids = (asked?: string[]) => missingTo(roundtable, snapshot, "decline", facts, asked)?.map((line) => line.id);
  expect(ids()).toEqual(["place", "statements", "response", "reason"]);
  expect(ids(["response", "reason"])).toEqual(["place", "statements"]);
  expect(missingTo(roundtable, { ...snapshot, value: "feedback" }, "decline", facts)).toBeNull();
});
