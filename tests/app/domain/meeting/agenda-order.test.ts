import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dropped, moved, orderFault } from "#app/domain/meeting/agenda-order.ts";

type Item = { id: string; kind: "report-back" | "issue"; state: "waiting" | "current" | "done" };
const report: Item = { id: "r", kind: "report-back", state: "waiting" };
const issue = (id: string, state: Item["state"] = "waiting"): Item => ({ id, kind: "issue", state });
const agenda = [report, issue("a"), issue("b", "done"), issue("c"), issue("d", "current"), issue("e")];

describe("moving an item", () => {
  it.each([
    ["a", 1, "r c b a d e"],
    ["a", 2, "r c b e d a"],
    ["a", 99, "r c b e d a"],
    ["e", -1, "r a b e d c"],
    ["e", -99, "r e b a d c"],
    ["a", -1, "r a b c d e"],
    ["b", 1, "r a b c d e"],
    ["d", -1, "r a b c d e"],
    ["r", 1, "r a b c d e"],
    ["unknown", 1, "r a b c d e"],
  ])("%s by %i gives %s", (id, by, order) => {
    expect(moved(agenda, id, by).join(" ")).toBe(order);
  });

  it.each([
    ["a", "e", "r c b e d a"],
    ["e", "a", "r e b a d c"],
    ["a", "b", "r a b c d e"],
    ["a", "r", "r a b c d e"],
  ])("%s dropped onto %s gives %s", (id, onto, order) => {
    expect(dropped(agenda, id, onto).join(" ")).toBe(order);
  });

  it("never loses an item, nor moves what must stay", () => {
    const states = fc.constantFrom("waiting" as const, "current" as const, "done" as const);
    fc.assert(
      fc.property(
        fc.array(states, { maxLength: 12 }),
        fc.nat(11),
        fc.integer({ min: -15, max: 15 }),
        (all, which, by) => {
          const items = [report, ...all.map((state, place) => issue(`i${place}`, state))];
          expect(orderFault(items, moved(items, `i${which}`, by))).toBeNull();
        },
      ),
    );
  });
});

describe("an order asked for", () => {
  it.each([
    ["r c b e d a", null],
    ["a r b c d e", "report-back"],
    ["r b a c d e", "not-waiting"],
    ["r a b c e d", "not-waiting"],
    ["r a b c d", "other-items"],
    ["r a b c d e e", "other-items"],
    ["r a a c d e", "other-items"],
    ["r x b c d e", "other-items"],
    ["", "other-items"],
  ])("%s: %s", (order, fault) => {
    expect(orderFault(agenda, order.split(" "))).toBe(fault);
  });
});
