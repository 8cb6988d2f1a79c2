import type { Asked } from "#app/domain/rule/calculator.ts";

const PATH = "/desk/rules";
/** Longer than any figure that is taken, with separators. */
const LONGEST = 30;

/** What the address of the page asks; names that are no figure's are left out. */
export function askedIn(query: URLSearchParams, otherwise: string): Asked {
  const figures = [...query].filter(([name]) => /^((area|extra)\.)?[a-zA-Z]{1,30}$/.test(name));
  return {
    rule: query.get("rule") ?? otherwise,
    overlays: query.getAll("overlay").slice(0, 20),
    figures: Object.fromEntries(
      figures
        .filter(([name]) => name !== "rule" && name !== "overlay")
        .map(([name, words]) => [name, words.slice(0, LONGEST)]),
    ),
  };
}

/** The page's address for a rule, with figures where there are any. */
export function addressOf({ rule, overlays, figures }: Asked): string {
  const query = new URLSearchParams({ rule, ...figures });
  for (const id of overlays) query.append("overlay", id);
  return `${PATH}?${query}`;
}

export const addressOfRule = (rule: string): string => addressOf({ rule, overlays: [], figures: {} });
