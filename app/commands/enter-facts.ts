import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { enteredFacts } from "#app/domain/issue/entered-facts.ts";
import { factsReadBy, linesIn } from "#app/domain/method/fact-kind.ts";
import { currentStage } from "#app/domain/method/step.ts";
import type { Actor, House } from "#app/house.ts";
import { issueText as text } from "#app/text/issues.ts";
import { saveIssue } from "#db/stores/issue.ts";
import { methodOf } from "#db/stores/method.ts";
import { ownIssue } from "#db/stores/own.ts";
import { editionField } from "./fields.ts";
import { tellRooms, touchOpenRooms } from "./open-rooms.ts";
import { record } from "./record.ts";

export const enterFactsInput = z.object({
  issueId: z.string(),
  facts: z.record(z.string(), z.unknown(), { error: text.factsShape }),
  expected: editionField.optional(),
});

/**
 * Keeps what the present stage asks without taking a step: the day a notice was put up, the figures of a vote, half a form. Journalled like a
 * step. Throws not-found, stale, wrong-state for an issue that came to its end, invalid-value for facts that this stage does not ask.
 */
export async function enterFacts(house: House, actor: Actor, raw: z.input<typeof enterFactsInput>): Promise<void> {
  const input = enterFactsInput.parse(raw);
  const rooms = await house.db.write(async (db) => {
    const issue = await ownIssue(db, actor, input.issueId);
    const method = await methodOf(db, issue.process);
    const stage = currentStage(method, issue.process);
    if (stage.final) throw new DomainError("wrong-state", { stage: stage.id });
    const facts = enteredFacts(method, input.facts);
    const asked = factsReadBy(linesIn(stage));
    const stray = Object.keys(facts).filter((name) => !asked.has(name));
    if (stray.length > 0) {
      throw new DomainError("invalid-value", {
        problems: stray.map((field) => ({ field, message: text.notAskedHere })),
      });
    }
    const { number, title, version } = issue;
    const current = { number, title, stage: issue.stage, version };
    const expected = input.expected ?? version;
    const saved = await saveIssue(db, issue.id, { facts: { ...issue.facts, ...facts } }, expected);
    if (!saved) throw new DomainError("stale", { current });
    await record(house, db, actor, "enter-facts", issue.id, { number, stage: stage.id, facts });
    return touchOpenRooms(db, actor.communityId);
  });
  tellRooms(house, rooms);
}
