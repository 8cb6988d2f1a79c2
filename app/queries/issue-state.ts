import { dayOf } from "#app/domain/calendar/day.ts";
import { stageDue } from "#app/domain/method/stage-deadline.ts";
import { nextSteps, requireStage } from "#app/domain/method/step.ts";
import type { Actor, House } from "#app/house.ts";
import { factsAbout } from "#db/stores/discussion.ts";
import { methodOf } from "#db/stores/method.ts";
import { ownIssue } from "#db/stores/own.ts";

/**
 * An issue for other programs: its fields, its stage, what each next step still lacks, and as `checklist` what the way on lacks
 * (the step that is ready, or the first). Throws not-found, for another community's issue too.
 */
export function issueState(house: House, actor: Actor, id: string) {
  return house.db.read(async (db) => {
    const issue = await ownIssue(db, actor, id);
    const method = await methodOf(db, issue.process);
    const stage = requireStage(method, issue.stage);
    const next = nextSteps(method, issue.process, await factsAbout(db, method, issue, dayOf(house.clock())));
    const exits = next.filter((step) => step.kind === "exit");
    const { communityId: _communityId, methodId, process, createdAt, settledAt, ...fields } = issue;
    return {
      ...fields,
      method: methodId,
      stage: { id: stage.id, name: stage.name, kind: stage.kind, final: stage.final ?? false },
      // Differs from `method` while the issue is in a statutory decision that will come back.
      process: { method: process.method, version: process.version, branches: process.branches ?? null },
      who: stage.who,
      due: stageDue(method, process) ?? null,
      checklist: (exits.find((step) => step.ready) ?? exits[0])?.checklist ?? [],
      next,
      createdAt: createdAt.toISOString(),
      settledAt: settledAt?.toISOString() ?? null,
    };
  });
}
