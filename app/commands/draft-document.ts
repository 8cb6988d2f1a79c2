import { formatDay, formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import { atTime, dayOf } from "#app/domain/calendar/day.ts";
import type { DocumentChoices } from "#app/domain/document/choices.ts";
import { proposedIssue } from "#app/domain/document/number.ts";
import type { SourceRef } from "#app/domain/document/source.ts";
import { DomainError } from "#app/domain/errors.ts";
import { maskText } from "#app/domain/person/mask.ts";
import type { Actor, House } from "#app/house.ts";
import { type Chosen, chosen } from "#app/queries/documents/choices.ts";
import { prepare, sourceFacts } from "#app/queries/documents/index.ts";
import type { SourceFacts } from "#app/queries/documents/inputs.ts";
import { namesKnownTo } from "#app/queries/documents/known-names.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import { begunOf, insertDocument } from "#db/stores/document.ts";
import { meetingsHeld } from "#db/stores/meeting.ts";
import { record } from "./record.ts";

export type DraftDocument = { source: SourceRef; genre: string; choices: DocumentChoices };

/**
 * Keeps a paper of a meeting (by its code), an issue or a period as a draft, to be checked by somebody else. Where a draft of the same
 * version of it is on its way, that one is meant. Throws not-found, trial-run, invalid-value, document-not-ready `{missing}`.
 */
export async function draftDocument(
  house: House,
  actor: Actor,
  { source, genre, choices }: DraftDocument,
): Promise<{ id: string; existed: boolean }> {
  const facts = await sourceFacts(house, actor, source);
  const choice = await withIssue(house, facts, genre, chosen(facts, choices, house.clock()));
  const paper = prepare(facts, genre, choice);
  if (!paper) throw new DomainError("not-found");
  if (paper.gaps.length > 0)
    throw new DomainError("document-not-ready", { missing: paper.gaps.map(({ part }) => part) });
  // Where the layout is not for this community, that is said now, not at the check.
  paper.content();
  const { issuedOn: _, ...kept } = choice;
  // The title goes with the paper: into the register, the archive, a file's name.
  const matter = matterOf(facts);
  const row = {
    communityId: actor.communityId,
    genre,
    sourceKind: source.kind,
    sourceId: sourceIdOf(facts),
    title: text.titleOf(paper.name, paper.public && choice.masked ? maskText(matter, namesKnownTo(facts)) : matter),
    public: paper.public,
    masked: choice.masked,
    choices: kept,
    layout: choice.layout,
    state: "draft" as const,
    draftedBy: actor.staffId,
    createdAt: house.clock(),
  };
  return house.db.write(async (db) => {
    const begun = (await begunOf(db, row)).find(({ masked }) => masked === row.masked);
    if (begun) return { id: begun.id, existed: true };
    const id = house.newId();
    await insertDocument(db, { ...row, id });
    const { sourceKind, sourceId } = row;
    await record(house, db, actor, "draft-document", id, { genre, sourceKind, sourceId, layout: row.layout });
    return { id, existed: false };
  });
}

/** Minutes without a 期号 are proposed one: the place of their meeting among those of its body in that year. */
async function withIssue(house: House, facts: SourceFacts, genre: string, choice: Chosen): Promise<Chosen> {
  if (genre !== "minutes" || choice.number !== "" || facts.kind !== "meeting") return choice;
  const { body, meeting } = facts;
  const year = Number(dayOf(meeting.startsAt).slice(0, 4));
  const earlier = await house.db.read((db) =>
    meetingsHeld(db, body.id, atTime(`${year}-01-01`, "00:00"), meeting.startsAt),
  );
  return { ...choice, number: proposedIssue(year, earlier + 1) };
}

function sourceIdOf(facts: SourceFacts): string {
  if (facts.kind === "meeting") return facts.meeting.id;
  return facts.kind === "issue" ? facts.issue.id : facts.period.id;
}

/** 相约星期三（11月18日）, 议题 12 路灯不亮, 2026年11月. */
function matterOf(facts: SourceFacts): string {
  if (facts.kind === "period") return facts.period.name;
  if (facts.kind === "issue") return text.issueMatter(facts.issue.number, facts.issue.title);
  const day = dayOf(facts.meeting.startsAt);
  const short = formatShortDay(day).replace(/（.*/, "");
  return text.meetingMatter(facts.meeting.title.replace(formatDay(day), short), short);
}
