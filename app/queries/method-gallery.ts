import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { isSwitchedOn, type MethodSwitches } from "#app/domain/method/switch.ts";
import { METHOD_FAMILIES } from "#app/domain/method/vocabulary.ts";
import { SOURCE_KINDS, type SourceKind } from "#app/domain/source.ts";
import type { Actor, House } from "#app/house.ts";
import { methodText } from "#app/text/methods.ts";
import { methodsAtHand } from "#db/stores/method.ts";
import { sharedMethodIds } from "#db/stores/own-method.ts";
import { communityById } from "#db/stores/staff.ts";

export type Family = MethodDefinition["family"];
/** Whose a method is: built in, the community's own, or its street's. */
export type Origin = "built-in" | "own" | "shared";

/** What is looked for; empty texts look for everything. */
export interface GalleryView {
  readonly text: string;
  readonly family: string;
}

/** A method on its card. */
export interface GalleryCard {
  readonly id: string;
  readonly name: string;
  readonly family: Family;
  readonly summary: string;
  readonly status: MethodDefinition["status"];
  readonly origin: Origin;
  /** Switched off: no new issue begins by it. */
  readonly off: boolean;
  /** Names of the stages at work. */
  readonly stages: readonly string[];
  /** Of its sources, laws first. */
  readonly sources: readonly SourceKind[];
}

export interface Gallery {
  /** Own methods first, then the families in their order; none is empty. */
  readonly groups: readonly { readonly id: "own" | Family; readonly cards: readonly GalleryCard[] }[];
  readonly found: number;
  readonly total: number;
  /** How many of each family the words leave. */
  readonly families: readonly { readonly id: Family; readonly count: number }[];
}

/** Laws weigh most. */
const WEIGHT: readonly SourceKind[] = ["law", ...SOURCE_KINDS.filter((kind) => kind !== "law")];
const OWN = /^own-/;

const plain = (text: string) => text.normalize("NFKC").toLowerCase();
/** Whose a method is, told by its id and the ids that the street shares. */
export const originOf = (id: string, shared: ReadonlySet<string>): Origin =>
  shared.has(id) ? "shared" : OWN.test(id) ? "own" : "built-in";

/** All that a search may hit: name, summary, family, names of stages, sources. */
function wordsOf(method: MethodDefinition): string {
  const sources = method.sources.map(
    ({ kind, ref, article }) => `${methodText.sourceKinds[kind]} ${ref} ${article ?? ""}`,
  );
  const stages = method.stages.map(({ name }) => name);
  const family = methodText.families[method.family];
  return plain([method.name, method.summary, family, ...stages, ...sources].join("\n"));
}

function cardOf(method: MethodDefinition, origin: Origin, off: boolean): GalleryCard {
  const { id, name, family, summary, status } = method;
  const kinds = new Set(method.sources.map(({ kind }) => kind));
  return {
    ...{ id, name, family, summary, status, origin, off },
    stages: method.stages.filter(({ final }) => !final).map((stage) => stage.name),
    sources: WEIGHT.filter((kind) => kinds.has(kind)),
  };
}

/**
 * The methods that hold every word and belong to the family, in groups; `shared` are ids of the street's methods, `switches` what the
 * community turned on or off.
 */
export function searchMethods(
  methods: readonly MethodDefinition[],
  { text, family }: GalleryView,
  shared: ReadonlySet<string> = new Set(),
  switches: MethodSwitches = {},
): Gallery {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const hits = methods.filter((method) => {
    const all = wordsOf(method);
    return words.every((word) => all.includes(word));
  });
  const cards = hits
    .filter((method) => family === "" || method.family === family)
    .map((method) => cardOf(method, originOf(method.id, shared), !isSwitchedOn(method, switches)));
  const groups = [
    { id: "own" as const, cards: cards.filter(({ origin }) => origin !== "built-in") },
    ...METHOD_FAMILIES.map((id) => ({
      id,
      cards: cards.filter((card) => card.origin === "built-in" && card.family === id),
    })),
  ];
  const countOf = (id: Family) => hits.filter((method) => method.family === id).length;
  return {
    groups: groups.filter(({ cards: some }) => some.length > 0),
    found: cards.length,
    total: methods.length,
    families: METHOD_FAMILIES.map((id) => ({ id, count: countOf(id) })),
  };
}

/** The gallery of methods as a community sees it. */
export function methodGallery(house: House, actor: Actor, view: GalleryView): Promise<Gallery> {
  return house.db.read(async (db) => {
    const shared = new Set(await sharedMethodIds(db, actor.communityId));
    const community = await communityById(db, actor.communityId);
    return searchMethods(await methodsAtHand(db, actor.communityId), view, shared, community?.settings);
  });
}
