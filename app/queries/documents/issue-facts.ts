import type { Edits } from "#app/domain/document/wording.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { JournalEntry } from "#app/domain/journal/chain.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { journalOf } from "#db/journal.ts";
import { type ActionItem, actionItemsOfIssue, type Issue } from "#db/stores/issue.ts";
import { type AgendaItem, agendaItemsOfIssue, type Meeting } from "#db/stores/meeting.ts";
import { methodOf } from "#db/stores/method.ts";
import { ownIssue } from "#db/stores/own.ts";
import { everyNameOf } from "#db/stores/roll.ts";
import { type Community, communityById } from "#db/stores/staff.ts";
import { editsInForce, wordingEditsOf } from "#db/stores/wording.ts";

/** All that is kept of one issue: 一题一档. */
export type Dossier = {
  issue: Issue;
  method: MethodDefinition;
  /** What was done to it, oldest first. */
  entries: JournalEntry[];
  actions: ActionItem[];
  meetings: { item: AgendaItem; meeting: Meeting }[];
};

/** All that an issue's papers are made from, read in one snapshot. */
export type IssueFacts = Dossier & {
  kind: "issue";
  community: Community;
  /** Names of all people who are or were on any of the community's rolls, and of who sits at the desk. */
  roll: string[];
  edits: ReadonlyMap<string, Edits>;
};

/** Throws not-found unless the issue belongs to the actor's community, trial-run in a rehearsal. */
export async function issueFacts(house: House, actor: Actor, id: string): Promise<IssueFacts> {
  if (house.trialRun) throw new DomainError("trial-run");
  return house.db.read(async (db) => {
    const issue = await ownIssue(db, actor, id);
    const community = await communityById(db, issue.communityId);
    if (!community) throw new DomainError("not-found");
    return {
      kind: "issue",
      community,
      ...(await dossierOf(db, issue)),
      roll: [...(await everyNameOf(db, community.id)), actor.name],
      edits: editsInForce(await wordingEditsOf(db, community.id, issue.id)),
    };
  });
}

export async function dossierOf(db: Handle, issue: Issue): Promise<Dossier> {
  return {
    issue,
    method: await methodOf(db, issue.process),
    entries: await journalOf(db, issue.id),
    actions: await actionItemsOfIssue(db, issue.id),
    meetings: await agendaItemsOfIssue(db, issue.id),
  };
}
