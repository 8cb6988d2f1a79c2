import { expect, it } from "vitest";
import { enteredFacts } from "#app/domain/issue/entered-facts.ts";
import { fourDiscussions } from "#app/methods/four-discussions.ts";
import { sevenSteps } from "#app/methods/seven-steps.ts";

it("takes a fact back where its field was kept empty, whatever its kind", () => {
  const figures = { due: "", present: "", for: "" };
  expect(enteredFacts(fourDiscussions, { partyVote: figures, planSentOn: "" })).toEqual({
    partyVote: null,
    planSentOn: "",
  });
  expect(enteredFacts(sevenSteps, { opinions: "", ground: "", options: "" })).toEqual({
    opinions: null,
    ground: "",
    options: [],
  });
});

it("reads figures as they were typed and refuses those that cannot be", () => {
  expect(enteredFacts(fourDiscussions, { partyVote: { due: "34", present: "30", for: " 18 ", against: "" } })).toEqual({
    partyVote: { due: 34, present: 30, for: 18 },
  });
  expect(() => enteredFacts(fourDiscussions, { partyVote: { due: "34", present: "30", for: "31" } })).toThrow();
  expect(() => enteredFacts(sevenSteps, { opinions: "五" })).toThrow();
});
