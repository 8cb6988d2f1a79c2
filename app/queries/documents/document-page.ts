import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { dayOf } from "#app/domain/calendar/day.ts";
import { type Difference, differences } from "#app/domain/document/difference.ts";
import { hindrancesOf } from "#app/domain/document/life.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import type { lifeText as text } from "#app/text/document-life.ts";
import { journalText } from "#app/text/journal.ts";
import type { Handle } from "#db/connect.ts";
import { journalOf } from "#db/journal.ts";
import { correctionsOf, type Document, documentById, documentsOfSource } from "#db/stores/document.ts";
import { issueById } from "#db/stores/issue.ts";
import { meetingById } from "#db/stores/meeting.ts";
import { communityById, staffNames } from "#db/stores/staff.ts";
import { signatureDate } from "#templates/issued.ts";
import { linesOf } from "#templates/lines.ts";
import { type Frozen, thaw } from "./frozen.ts";
import { documentInHand, genreName, type InHand } from "./life.ts";
import { postingView } from "./postings.ts";

/** As many changed lines as the page shows. */
const MOST_CHANGES = 40;

/** The page of one document: its life, what may be done next and what stands in the way, where it hangs, who objected. Throws not-found. */
export async function documentPage(house: House, actor: Actor, id: string) {
  const inHand = await documentInHand(house, actor, id);
  const { document, live, standing } = inHand;
  const frozen = await frozenOf(house, document).catch(() => null);
  const now = live && "frozen" in live ? live.frozen : frozen;
  const today = dayOf(house.clock());
  const about = await house.db.read(async (db) => ({
    ...(await peopleAndCourse(db, document)),
    ...(await relatives(db, document)),
    ...(await postingView(db, document, today)),
    places: (await communityById(db, actor.communityId))?.settings.postingPlaces ?? [],
    source: await sourceLink(db, document),
  }));
  return {
    document: shown(document),
    standing,
    hindrances: hindrancesOf(standing),
    digest: live && "digest" in live ? live.digest : "",
    missing: live && "missing" in live ? live.missing : [],
    ...(await changesOf(house, inHand, now)),
    date: dateOf(document, now, today),
    today,
    fileName: now?.fileName ?? "",
    ...about,
  };
}

const shown = (document: Document) => ({
  id: document.id,
  title: document.title,
  name: genreName(document.genre),
  genre: document.genre,
  number: document.number,
  issuedOn: document.issuedOn,
  file: document.file,
  version: document.version,
  choices: { from: document.choices.from ?? "", number: document.choices.number ?? "" },
  reason: document.correctionReason,
});

async function frozenOf(house: House, { content }: Document): Promise<Frozen | null> {
  return content === null ? null : thaw(house, content);
}

/** The day under a paper that is not issued, where it is another one than today. */
function dateOf({ state }: Document, now: Frozen | null, today: string): { printed: string } | null {
  const printed = now ? signatureDate(now) : undefined;
  const begun = state === "draft" || state === "checked";
  return begun && printed !== undefined && printed !== formatDay(today) ? { printed } : null;
}

/** What a checked paper says otherwise than when it was checked, or a correction otherwise than its original. */
async function changesOf(house: House, { document, checked, standing }: InHand, now: Frozen | null) {
  const none = { changes: [] as Difference[], moreChanges: 0, comparedWith: "check" as "check" | "correct" };
  if (!now) return none;
  const earlier = standing.changed ? checked : await originalOf(house, document);
  if (!earlier) return none;
  const all = differences(linesOf(earlier), linesOf(now));
  return {
    changes: all.slice(0, MOST_CHANGES),
    moreChanges: Math.max(0, all.length - MOST_CHANGES),
    comparedWith: standing.changed ? ("check" as const) : ("correct" as const),
  };
}

async function originalOf(house: House, { correctsId }: Document): Promise<Frozen | null> {
  if (correctsId === null) return null;
  const original = await house.db.read((db) => documentById(db, correctsId));
  return original ? frozenOf(house, original).catch(() => null) : null;
}

/** Each step with who and when; and all that the journal holds of it. */
async function peopleAndCourse(db: Handle, document: Document) {
  const { names } = await staffNames(db, document.communityId);
  const entries = await journalOf(db, document.id);
  const nameOf = (id: string) => names.get(id) ?? id;
  const dropped = entries.find(({ act }) => act === "drop-document");
  const step = (key: keyof typeof text.steps, by: string, at: Date | null) => ({ key, by, at });
  return {
    steps: [
      step("draft", nameOf(document.draftedBy), document.createdAt),
      step("check", document.checkedBy && nameOf(document.checkedBy), document.checkedAt),
      ...(dropped
        ? [step("drop", dropped.actor, new Date(dropped.at))]
        : [step("issue", document.issuedBy && nameOf(document.issuedBy), document.issuedAt)]),
    ],
    course: entries.map(({ act, actor, at }) => ({ act: journalText[act] ?? act, actor, at: new Date(at) })),
  };
}

const reference = ({ id, number, title, state }: Document) => ({ id, number, title, state });

async function relatives(db: Handle, document: Document) {
  const corrections = await correctionsOf(db, document.id);
  const original = document.correctsId === null ? undefined : await documentById(db, document.correctsId);
  const { communityId, sourceId, genre, masked, id, state } = document;
  const begun = state === "draft" || state === "checked";
  const others = begun && !original ? await documentsOfSource(db, communityId, sourceId) : [];
  const earlier = others.filter(
    (each) => each.id !== id && each.genre === genre && each.masked === masked && each.state === "issued",
  );
  return {
    correction: corrections[0] ? reference(corrections[0]) : null,
    corrects: original ? reference(original) : null,
    earlier: earlier.slice(-1).map(reference),
  };
}

/** Where the paper's meeting, issue or period is worked on. */
async function sourceLink(db: Handle, { sourceKind, sourceId, genre }: Document): Promise<string> {
  const paper = `documents?paper=${genre}`;
  if (sourceKind === "meeting") {
    const meeting = await meetingById(db, sourceId);
    if (!meeting) throw new DomainError("not-found");
    return `/desk/meetings/${meeting.code}/${paper}`;
  }
  if (sourceKind === "period") return `/desk/documents/periods/${sourceId}?paper=${genre}`;
  return (await issueById(db, sourceId)) ? `/desk/issues/${sourceId}/${paper}` : "/desk/issues";
}
