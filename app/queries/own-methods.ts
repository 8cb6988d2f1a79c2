import { checkDraft } from "#app/domain/method/draft.ts";
import { methodHash } from "#app/domain/method/hash.ts";
import { requireSecretary } from "#app/domain/secretary.ts";
import type { Actor, House } from "#app/house.ts";
import { methodAtHand, methodsAtHand } from "#db/stores/method.ts";
import { type ListedMethod, ownMethodsOf, sharedMethodIds } from "#db/stores/own-method.ts";
import { communityById } from "#db/stores/staff.ts";

export type OwnMethodLine = {
  id: string;
  name: string;
  edition: number;
  scope: "community" | "street";
  /** 草稿 · 已发布 · 已发布，草稿有改动 · 已停用. */
  state: "draft" | "published" | "changed" | "removed";
  /** Number of the latest published version; null before the first. */
  published: number | null;
  /** How many faults keep the draft from being published. */
  faults: number;
  updatedAt: Date;
  /** Name of the method at hand that it was copied from; null where there is none. */
  basedOn: string | null;
};

/** The page of own methods: the community's, those that its street shares, and what may be copied. */
export function ownMethodsPage(house: House, actor: Actor) {
  return house.db.read(async (db) => {
    const community = await communityById(db, actor.communityId);
    const atHand = await methodsAtHand(db, actor.communityId);
    const names = new Map(atHand.map(({ id, name }) => [id, name]));
    const shared = new Set(await sharedMethodIds(db, actor.communityId));
    return {
      methods: (await ownMethodsOf(db, actor.communityId)).map((row) => lineOf(row, names)),
      shared: atHand.filter(({ id }) => shared.has(id)).map(({ id, name, version }) => ({ id, name, version })),
      isStreet: community?.kind === "street",
      mayWrite: actor.role === "secretary",
    };
  });
}

function lineOf(row: ListedMethod, names: ReadonlyMap<string, string>): OwnMethodLine {
  const { id, name, version: edition, scope, draft, published, updatedAt, removedAt } = row;
  const same = published && methodHash({ ...draft, version: published.version }) === published.hash;
  const state = removedAt ? "removed" : published ? (same ? "published" : "changed") : "draft";
  const faults = state === "published" ? 0 : checkDraft(draft).faults.length;
  const basedOn = names.get(row.basedOn.split("@")[0] ?? "") ?? null;
  return { id, name, edition, scope, state, published: published?.version ?? null, faults, updatedAt, basedOn };
}

/** The page that begins a method: the name of what is copied (null: from nothing), and whether a street may share it. Throws not-allowed, not-found. */
export function newMethodPage(house: House, actor: Actor, from: string) {
  requireSecretary(actor);
  return house.db.read(async (db) => {
    const community = await communityById(db, actor.communityId);
    const base = from === "" ? null : await methodAtHand(db, actor.communityId, from);
    const choices = (await methodsAtHand(db, actor.communityId)).map(({ id, name }) => ({ id, name }));
    const isStreet = community?.kind === "street";
    return { base: base && { id: base.id, name: base.name }, choices, isStreet };
  });
}
