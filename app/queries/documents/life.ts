import { maskReason } from "#app/domain/document/correction.ts";
import type { DocumentStanding } from "#app/domain/document/life.ts";
import type { SourceRef } from "#app/domain/document/source.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import type { Handle } from "#db/connect.ts";
import { correctionsOf, type Document, documentById } from "#db/stores/document.ts";
import { ownDocument, ownMeeting } from "#db/stores/own.ts";
import { staffNames } from "#db/stores/staff.ts";
import { genres, isGenreId } from "#templates/index.ts";
import { corrected } from "#templates/issued.ts";
import { linesOf } from "#templates/lines.ts";
import { chosen } from "./choices.ts";
import { type Frozen, thaw, wordsDigest } from "./frozen.ts";
import { prepare, sourceFacts } from "./index.ts";
import { namesKnownTo } from "./known-names.ts";

/** What a document would say if it were checked now, with the digest of the words; or what keeps it from being made. */
export type Live = { frozen: Frozen; digest: string } | { missing: string[] };

/** A document with what its source says now (drafts and checked ones), what was checked, and where it stands for who asks. */
export type InHand = { document: Document; live: Live | null; checked: Frozen | null; standing: DocumentStanding };

/** Throws not-found unless the document belongs to the actor's community. */
export async function documentInHand(house: House, actor: Actor, id: string): Promise<InHand> {
  const { document, ...about } = await house.db.read(async (db) => {
    const document = await ownDocument(db, actor, id);
    const { active } = await staffNames(db, actor.communityId);
    return { document, correction: correctionState(await correctionsOf(db, id)), alone: active === 1 };
  });
  const begun = document.state === "draft" || document.state === "checked";
  const live = begun ? await liveOf(house, actor, document) : null;
  // What was checked and is torn now has to be checked again, as if it had changed.
  const checked = document.state === "checked" ? await thaw(house, document.content ?? "").catch(() => null) : null;
  const standing: DocumentStanding = {
    ...about,
    state: document.state,
    public: document.public,
    masked: document.masked,
    complete: live === null || "digest" in live,
    changed: document.state === "checked" && live !== null && "digest" in live && differs(live.digest, checked),
    ownDraft: document.draftedBy === actor.staffId,
  };
  return { document, live, checked, standing };
}

const differs = (digest: string, checked: Frozen | null) => checked === null || wordsDigest(checked) !== digest;

/** What became of the corrections of a document. */
export function correctionState(corrections: readonly Document[]): DocumentStanding["correction"] {
  if (corrections.some(({ state }) => state === "issued")) return "issued";
  return corrections.length > 0 ? "begun" : "none";
}

/** The source as the papers' queries name it: meetings by their code. */
export async function sourceOf(db: Handle, actor: Actor, document: Document): Promise<SourceRef> {
  const { sourceKind: kind, sourceId } = document;
  return { kind, id: kind === "meeting" ? (await ownMeeting(db, actor, sourceId)).code : sourceId };
}

/** The document's words as its source gives them now. */
export async function liveOf(house: House, actor: Actor, document: Document): Promise<Live> {
  try {
    return await written(house, actor, document);
  } catch (error) {
    if (!(error instanceof DomainError) || !(error.word === "not-found" || error.word === "invalid-value")) throw error;
    const told = Array.isArray(error.details) ? (error.details as { message?: string }[]) : [];
    return { missing: [told[0]?.message ?? text.sourceGone] };
  }
}

async function written(house: House, actor: Actor, document: Document): Promise<Live> {
  const facts = await sourceFacts(house, actor, await house.db.read((db) => sourceOf(db, actor, document)));
  const choice = chosen(facts, document.choices, house.clock());
  const paper = prepare(facts, document.genre, choice);
  if (!paper) throw new DomainError("not-found");
  if (paper.gaps.length > 0) return { missing: paper.gaps.map(({ part }) => part) };
  const { fileName } = paper;
  if (document.correctsId === null) return frozenOf({ ...paper.content(), fileName });
  const { printed, ...original } = await originalOf(house, document.correctsId);
  const content = paper.content();
  const hidden = document.public && document.masked;
  const shown = [...printed, ...linesOf(content)].join("\n");
  const reason = hidden ? maskReason(document.correctionReason, namesKnownTo(facts), shown) : document.correctionReason;
  return frozenOf({ ...corrected(content, { ...original, reason }), fileName: text.correctionFile(fileName) });
}

const frozenOf = (frozen: Frozen): Live => ({ frozen, digest: wordsDigest(frozen) });

/** What a correction says of its original, and what that one says, line by line. */
async function originalOf(house: House, id: string) {
  const original = await house.db.read((db) => documentById(db, id));
  if (!original) throw new DomainError("not-found");
  const { genre, number, issuedOn, content } = original;
  const printed = content === null ? [] : linesOf(await thaw(house, content));
  return { name: genreName(genre), number, issuedOn: issuedOn ?? "", printed };
}

/** 会议纪要; the id itself where a later version of the house wrote a genre that this one does not know. */
export const genreName = (genre: string): string => (isGenreId(genre) ? genres[genre].name : genre);
