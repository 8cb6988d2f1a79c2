import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutMethod } from "#app/components/desk/method-drawing/layout.ts";
import type { Change, Draft } from "#app/components/desk/method-editor/draft.ts";
import { draftFaults } from "#app/components/desk/method-editor/draft-faults.ts";
import { editorReducer, type History, startHistory } from "#app/components/desk/method-editor/history.ts";
import { checkDraft } from "#app/domain/method/draft.ts";
import { roundtable } from "#app/methods/roundtable.ts";
import { skeleton } from "#app/methods/skeleton.ts";
import { anyChange } from "./random-changes.ts";

const empty: Draft = { ...skeleton("own-x", "空白办法"), status: "ready", voting: "opinion" };
const anyDraft = fc.constantFrom<Draft>(roundtable, empty);

type Act = { change: Change; field?: string } | "undo" | "redo" | "rest";
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: anyChange.map((change) => ({ change })) },
  { weight: 2, arbitrary: anyChange.map((change) => ({ change, field: "name" })) },
  { weight: 2, arbitrary: fc.constantFrom<Act>("undo", "redo", "rest") },
);
const done = (history: History, act: Act): History =>
  typeof act === "string" ? editorReducer(history, { type: act }) : editorReducer(history, { type: "change", ...act });

describe("any sequence of changes", () => {
  it("leaves a draft that the house keeps, and never throws", () => {
    let lines = 0;
    fc.assert(
      fc.property(anyDraft, fc.array(anyAct, { maxLength: 40 }), (draft, acts) => {
        const { present } = acts.reduce(done, startHistory(draft));
        const { draft: kept, faults } = checkDraft(JSON.parse(JSON.stringify(present)));
        expect(kept).not.toBeNull();
        lines += faults.length;
      }),
      { numRuns: 400 },
    );
    // A hand that never made a fault would have tried nothing.
    expect(lines).toBeGreaterThan(0);
  });

  it("has a fault on the page exactly where the house refuses to publish", () => {
    fc.assert(
      fc.property(anyDraft, fc.array(anyChange, { maxLength: 25 }), (draft, all) => {
        const present = all.reduce((now, change) => change(now), draft);
        const [shown, found] = [draftFaults(present), checkDraft(present).faults];
        expect(shown.length === 0).toBe(found.length === 0);
        for (const { message } of shown) expect(message).toMatch(/[一-龥]/);
      }),
      { numRuns: 300 },
    );
  });

  it("is taken back step by step to the very draft it began with, and done again to the very draft it ended with", () => {
    fc.assert(
      fc.property(anyDraft, fc.array(anyAct, { maxLength: 60 }), (draft, acts) => {
        const end = acts.reduce(done, startHistory(draft));
        let back = end;
        while (back.past.length > 0) back = editorReducer(back, { type: "undo" });
        expect(back.present).toBe(draft);
        let again = back;
        for (const _ of end.past) again = editorReducer(again, { type: "redo" });
        expect(again.present).toBe(end.present);
      }),
      { numRuns: 300 },
    );
  });

  it("can be drawn at every moment", () => {
    fc.assert(
      fc.property(anyDraft, fc.array(anyChange, { maxLength: 25 }), (draft, all) => {
        const { width, height } = layoutMethod(all.reduce((now, change) => change(now), draft));
        expect([width, height].every((size) => Number.isFinite(size) && size > 0)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("never changes the draft that it was made on", () => {
    const before = JSON.stringify(roundtable);
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 20 }), (all) => {
        all.reduce<Draft>((draft, change) => change(draft), roundtable);
      }),
    );
    expect(JSON.stringify(roundtable)).toBe(before);
  });
});

describe("the history", () => {
  const named =
    (name: string): Change =>
    (draft) => ({ ...draft, name });
  const type = (history: History, name: string, field = "name") =>
    editorReducer(history, { type: "change", change: named(name), field });

  it("takes back the letters of one field together, until the field is left", () => {
    let history = ["翠", "翠湖", "翠湖议"].reduce((now, name) => type(now, name), startHistory(roundtable));
    expect(history.past).toHaveLength(1);
    history = type(editorReducer(history, { type: "rest" }), "翠湖议事");
    expect(editorReducer(history, { type: "undo" }).present.name).toBe("翠湖议");
    expect(editorReducer(editorReducer(history, { type: "undo" }), { type: "undo" }).present).toBe(roundtable);
  });

  it("forgets what was taken back once something new is done, and nothing that changes nothing", () => {
    const typed = type(startHistory(roundtable), "一");
    const undone = editorReducer(typed, { type: "undo" });
    expect(editorReducer(undone, { type: "change", change: (draft) => draft })).toBe(undone);
    const anew = type(undone, "二");
    expect(editorReducer(anew, { type: "redo" })).toBe(anew);
  });

  it("has an end, so that an afternoon's work stays small", () => {
    const all = Array.from({ length: 260 }, (_, index) => String(index));
    const history = all.reduce((now, name) => type(now, name, name), startHistory(roundtable));
    expect(history.past).toHaveLength(200);
    expect(history.present.name).toBe("259");
  });
});
