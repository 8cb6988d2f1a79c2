import { expect, it } from "vitest";
import { keptFacts } from "#app/domain/issue/entered-facts.ts";
import { stageRunsUntil } from "#app/domain/method/stage-deadline.ts";
import { requireMethod } from "#app/methods/index.ts";

const representatives = requireMethod("resident-representatives");
const voteStage = representatives.stages.find((stage) => stage.kind === "decide");
const publish = representatives.stages.find((stage) => stage.kind === "publish");
const counts = { due: 60, present: 40, for: 21 };

it("figures of one round do not stand for the next, whether the meeting stays or is called anew", () => {
  const stage = voteStage?.id ?? "";
  for (const event of ["postpone", "adjourn", "no-quorum"]) {
    const way = voteStage?.exceptions.find((each) => each.code === event);
    if (!way) continue;
    expect(keptFacts(representatives, { from: stage, to: way.to, event }, { vote: counts }), event).toEqual({});
  }
  expect(keptFacts(representatives, { from: stage, to: stage, event: "correction" }, { vote: counts })).toEqual({
    vote: counts,
  });
});

it("says until when a notice hangs from the day it was put up, and nothing of being late", () => {
  const stage = publish?.id ?? "";
  expect(stageRunsUntil(representatives, stage, {})).toBeNull();
  expect(stageRunsUntil(representatives, stage, { postedOn: "2026-12-01" })).toBe("2026-12-16");
  expect(stageRunsUntil(representatives, voteStage?.id ?? "", { postedOn: "2026-12-01" })).toBeUndefined();
});
