import { z } from "zod";
import { dayOf } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import { saveObjection } from "#db/stores/objection.ts";
import { ownObjection } from "#db/stores/own.ts";
import { refused } from "./document-acts.ts";
import { editionField, longField } from "./fields.ts";
import { record } from "./record.ts";

export const answerInput = z.object({
  objectionId: z.string(),
  objectionVersion: editionField,
  reply: longField(text.reply, 1000).refine((words) => words !== "", text.replyNeeded),
  /** Empty: not known. */
  satisfied: z.enum(["", "yes", "no"]).default(""),
  further: longField(text.further, 300),
});

/**
 * Answers an objection, once. Whoever is not satisfied is told what else they can do. Throws not-found, stale, wrong-state when it was answered,
 * invalid-value.
 */
export async function answerObjection(
  house: House,
  actor: Actor,
  documentId: string,
  input: z.output<typeof answerInput>,
): Promise<void> {
  const { objectionId, objectionVersion, reply, satisfied, further } = input;
  if (satisfied === "no" && further === "") throw refused("further", text.furtherNeeded);
  const repliedOn = dayOf(house.clock());
  await house.db.write(async (db) => {
    const objection = await ownObjection(db, actor, objectionId);
    if (objection.documentId !== documentId) throw new DomainError("not-found");
    if (objection.repliedOn !== null) {
      throw new DomainError("wrong-state", [{ field: "act", message: text.isAnswered }]);
    }
    const answer = { reply, repliedOn, repliedBy: actor.staffId, further };
    const content = satisfied === "" ? null : satisfied === "yes";
    if (!(await saveObjection(db, objectionId, { ...answer, satisfied: content }, objectionVersion)))
      throw new DomainError("stale");
    const { number, replyBy } = objection;
    await record(house, db, actor, "answer-objection", documentId, { objection: number, repliedOn, replyBy });
  });
}
