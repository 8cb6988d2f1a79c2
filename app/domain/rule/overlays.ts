import type { Source } from "#app/domain/source.ts";
import { requireRule } from "./presets.ts";
import { TWO_THIRDS_OR_MORE } from "./thresholds.ts";
import type { Condition, Rule } from "./types.ts";

/**
 * 地方规定: what a place asks beside the statute. Its conditions and its rules come on top, and nothing of the statute falls away: both must
 * hold. Days of notice and the like are no counts and stand in the note.
 */
export interface Overlay {
  readonly id: string;
  /** What it adds, in one line. */
  readonly name: string;
  /** Ids of the rules that it can be laid over. */
  readonly over: readonly string[];
  readonly conditions: readonly Condition[];
  /** Ids of rules that must hold beside the first. */
  readonly rules: readonly string[];
  readonly note?: string;
  readonly source: Source;
}

const SHANDONG: Source = { kind: "public", ref: "《山东省实施〈中华人民共和国村民委员会组织法〉办法》（2012年文本）" };

/** Shandong: of the women among the villagers' representatives, two thirds or more must be present (counts in `Counts.extra`). */
export const SHANDONG_WOMEN: Condition = {
  ...TWO_THIRDS_OR_MORE,
  id: "women-representatives",
  of: "womenPresent",
  ofLabel: "到会妇女代表",
  over: "womenDue",
  overLabel: "妇女代表总数",
  source: SHANDONG,
};

export const OVERLAYS: readonly Overlay[] = [
  {
    id: "shandong-women",
    name: "山东：妇女代表也要三分之二以上到会",
    over: ["villager-representatives", "villager-representatives-local"],
    conditions: [SHANDONG_WOMEN],
    rules: [],
    note: "山东还要求会前 5 日书面通知并张榜；天数不在这里算。",
    source: SHANDONG,
  },
  {
    id: "shandong-owners-committee",
    name: "山东：委员三分之二以上到会",
    over: ["owners-committee"],
    conditions: [],
    rules: ["owners-committee-shandong"],
    source: requireRule("owners-committee-shandong").source,
  },
  {
    id: "four-deliberations-party",
    name: "四议两公开的地方做法：党员三分之二以上到会",
    over: ["party-members"],
    conditions: [],
    rules: ["party-members-local"],
    source: requireRule("party-members-local").source,
  },
  {
    id: "four-deliberations-villagers",
    name: "四议两公开的地方做法：全体村民代表半数以上同意",
    over: ["villager-representatives"],
    conditions: [],
    rules: ["villager-representatives-local"],
    source: requireRule("villager-representatives-local").source,
  },
];

/** The overlays that a rule can have. */
export const overlaysOf = (rule: Rule): readonly Overlay[] => OVERLAYS.filter(({ over }) => over.includes(rule.id));

/** The rule with local conditions added: statute and local rule must both hold. */
export function withConditions(rule: Rule, conditions: readonly Condition[]): Rule {
  return { ...rule, conditions: [...(rule.conditions ?? []), ...conditions] };
}

/** All rules that must hold together: the first with its conditions, then those that overlays put beside it. Others' overlays change nothing. */
export function laidOver(rule: Rule, ids: readonly string[]): readonly [Rule, ...Rule[]] {
  const chosen = overlaysOf(rule).filter(({ id }) => ids.includes(id));
  const conditions = chosen.flatMap((overlay) => overlay.conditions);
  const beside = chosen.flatMap((overlay) => overlay.rules).map(requireRule);
  return [conditions.length > 0 ? withConditions(rule, conditions) : rule, ...beside];
}
