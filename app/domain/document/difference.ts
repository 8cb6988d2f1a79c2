/** One line of two papers compared: only in the earlier, only in the later. */
export type Difference = { kind: "gone" | "new"; text: string };

/** More lines than this each are not compared line by line: a table of a thousand rows would take seconds. */
const MOST = 1500;

/** What was taken out and what was put in, in the order of the page; lines that both have are left out. */
export function differences(earlier: readonly string[], later: readonly string[]): Difference[] {
  const start = commonStart(earlier, later);
  const end = commonStart(earlier.slice(start).reverse(), later.slice(start).reverse());
  const [one, other] = [earlier.slice(start, earlier.length - end), later.slice(start, later.length - end)];
  if (one.length > MOST || other.length > MOST) return [...one.map(gone), ...other.map(added)];
  return walk(one, other, lengths(one, other));
}

const gone = (text: string): Difference => ({ kind: "gone", text });
const added = (text: string): Difference => ({ kind: "new", text });

function commonStart(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

/** Lengths of the longest common run of lines from each pair of places on. */
function lengths(one: readonly string[], other: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      const [here, below] = [table[i] as Uint16Array, table[i + 1] as Uint16Array];
      here[j] = one[i] === other[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, here[j + 1] ?? 0);
    }
  }
  return table;
}

function walk(one: readonly string[], other: readonly string[], table: readonly Uint16Array[]): Difference[] {
  const found: Difference[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const [mine, theirs] = [one[i], other[j]];
    if (mine !== undefined && mine === theirs) [i, j] = [i + 1, j + 1];
    else if (theirs === undefined || (mine !== undefined && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      found.push(gone(mine ?? ""));
      i += 1;
    } else {
      found.push(added(theirs));
      j += 1;
    }
  }
  return found;
}
