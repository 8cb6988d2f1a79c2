import { expect, it } from "vitest";
import { answered, factsIn } from "#app/components/desk/facts-in.ts";
import { KEEP } from "#app/components/desk/issue-step.tsx";
import { idSchema } from "#app/domain/method/test-schema.ts";

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

it("reads texts, figures and areas, and nothing that is no fact", () => {
  const sent = form(["fact-note", "好"], ["fact-vote.for", "8"], ["fact-vote.area.for", "70000.5"], ["reason", "x"]);
  expect(factsIn(sent)).toEqual({ note: "好", vote: { for: "8", area: { for: "7000050" } } });
  expect(answered(factsIn(form(["fact-note", ""], ["fact-vote.for", ""])))).toEqual({});
});

it("leaves out names that go deeper than any form, at once", () => {
  const begun = performance.now();
  const deep = form([`fact-vote${".a".repeat(500_000)}`, "1"], ["fact-a.b.c.d", "1"], ["fact-note", "好"]);
  expect(factsIn(deep)).toEqual({ note: "好" });
  const long = "9".repeat(500_000);
  expect(factsIn(form(["fact-vote.area.for", long]))).toEqual({ vote: { area: { for: long } } });
  expect(performance.now() - begun).toBeLessThan(500);
});

it("keeps away from what every object has", () => {
  factsIn(form(["fact-__proto__.polluted", "yes"], ["fact-constructor.prototype.polluted", "yes"]));
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

it("keeps what was filled in under a name that no step can have", () => {
  expect(idSchema.safeParse(KEEP).success).toBe(false);
});
