import type { Doubt } from "./doubts.ts";

/** One place where a masked text differs: what stands in the original, and what is read instead. */
export type HiddenPart = { before: string; after: string };

/** The same part as often as a paper has it: 姓名 · 楼栋房号 · 号码 · 其他. */
export type HiddenLine = HiddenPart & { kind: "name" | "place" | "number" | "other"; times: number };

/** What the public version of a paper hides, and what staff should read because no rule is sure of it. */
export type HiddenPage = { lines: HiddenLine[]; doubts: Doubt[] };

/** Above it two texts are told as one difference: a table of cells this large is quick enough. */
const MOST_CELLS = 4_000_000;
/** “3号楼” before what was taken out of “3号楼2单元501”; the house number before “-2-501”. */
const PLACE_BEFORE = /[\dA-Za-z]*(?:号楼|号院|[号#幢栋座楼院])?$/u;

/**
 * Where `after`, the masked form of `before`, differs, with as much around it as tells what was hidden: the surname, the building. `names` are
 * those that were masked. Nothing for equal texts.
 */
export function hiddenParts(before: string, after: string, names: readonly string[]): HiddenPart[] {
  const [old, now] = [Array.from(before), Array.from(after)];
  return hunks(old, now).map(({ from, until, start, end }) => {
    const lead = old.slice(0, from).join("");
    const gone = old.slice(from, until).join("");
    const put = now.slice(start, end).join("");
    const kept = keptBefore(lead, gone, put, names);
    return { before: `${kept}${gone}`, after: `${kept}${put}` };
  });
}

/** What stays of a name or an address in front of its hidden part. */
function keptBefore(lead: string, gone: string, put: string, names: readonly string[]): string {
  const name = names.find((each) => each.endsWith(gone) && each !== gone && lead.endsWith(each.slice(0, -gone.length)));
  if (name !== undefined) return name.slice(0, -gone.length);
  if (/\d|单元|[室层]/u.test(gone) && !/\d{7}/.test(gone)) return PLACE_BEFORE.exec(lead)?.[0] ?? "";
  return put === "某" ? (Array.from(lead).at(-1) ?? "") : "";
}

type Hunk = { from: number; until: number; start: number; end: number };

function hunks(old: readonly string[], now: readonly string[]): Hunk[] {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const inner = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)] as const;
  if (inner[0].length === 0 && inner[1].length === 0) return [];
  const found =
    inner[0].length * inner[1].length > MOST_CELLS
      ? [{ from: 0, until: inner[0].length, start: 0, end: inner[1].length }]
      : between(...inner);
  return found.map(({ from, until, start, end }) => ({
    from: from + head,
    until: until + head,
    start: start + head,
    end: end + head,
  }));
}

/** Differences by the longest common subsequence; what lies between two of them and is one figure or letter belongs to both. */
function between(old: readonly string[], now: readonly string[]): Hunk[] {
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: Hunk[] = [];
  for (let i = 0, j = 0; i < old.length || j < now.length; ) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      i++;
      j++;
      continue;
    }
    const last = found.at(-1);
    const joined = last && last.until === i && last.end === j ? last : undefined;
    const hunk = joined ?? { from: i, until: i, start: j, end: j };
    if (!joined) found.push(hunk);
    if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) hunk.until = ++i;
    else hunk.end = ++j;
  }
  return found;
}
