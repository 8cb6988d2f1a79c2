import { cleanText } from "#app/domain/plain-text.ts";

/**
 * Who one head is: “一个专有部分按一人，同一买受人拥有多个的按一人，没有出售或没有交付的由建设单位算一人” (建筑物区分所有权司法解释第9条).
 */

/** The developer, where units have no buyer yet and nobody named the company. */
export const DEVELOPER = "建设单位";
const UNSOLD = /^(?:建设单位|开发商|开发建设单位|未售|未出售|未售出|未交付|空置待售|待售|未销售)$/u;
const SAYS_UNSOLD = /未售|未出售|未交付|待售|未销售/u;

/** Names of companies are unique where they are registered; names of people are not. */
const ORGANISATION = /(?:公司|集团|合作社|委员会|管理局|服务中心|事务所|银行|学校|幼儿园|医院|协会|基金会|分行|支行)$/u;
const isOrganisation = (name: string): boolean => ORGANISATION.test(name);

const BETWEEN_OWNERS = /[、,，;；/／|&＆+＋\n]+/u;
const SPACED_NAME = /^(\p{Script=Han}) +(\p{Script=Han})$/u;

/** “张三、李四” → both, each once, in the order of the cell. “张 三”, spaced for the eye, is one person. */
export function namesIn(cell: string): string[] {
  const parts = cell.replace(/\r\n?/g, "\n").split(BETWEEN_OWNERS);
  const names = parts.map((part) => cleanText(part).replace(/ +/g, " ").replace(SPACED_NAME, "$1$2"));
  return [...new Set(names.filter((name) => name !== ""))];
}

export const joinNames = (names: readonly string[]): string => names.join("、");

/** The same for the same people, in whatever order they stand: “李四、张三” and “张三、李四”. */
export const nameKey = (names: readonly string[]): string => [...names].map(foldName).sort().join("\n");

const foldName = (name: string) => name.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

/** The owner of a row: its names, or the developer where the row says that the unit is not sold. */
export function ownersIn(nameCell: string, noteCell: string): { names: string[]; unsold: boolean } {
  const names = namesIn(nameCell);
  const said = names.every((name) => UNSOLD.test(name));
  if (names.length > 0 && !said) return { names, unsold: false };
  if (names.length > 0 || SAYS_UNSOLD.test(noteCell)) return { names: [DEVELOPER], unsold: true };
  return { names: [], unsold: false };
}

/** What a row brings to tell namesakes apart. */
export interface Evidence {
  readonly names: readonly string[];
  readonly phones: readonly string[];
  /** 业主编号 or 证件后四位; empty where the file has none. Never kept beyond the reading. */
  readonly identity: string;
}

/**
 * Puts rows of the same owner together: same names, and the same phone or the same number. Rows in, the head of each row out, as the index of
 * its first row. Two different numbers are two people, whatever phone they share; without evidence namesakes stay apart. The order of rows
 * changes nothing.
 */
export function sameOwners(rows: readonly Evidence[]): readonly number[] {
  const heads = rows.map((_, index) => index);
  const headOf = (index: number): number => {
    let at = index;
    while (heads[at] !== at) at = heads[at] ?? at;
    return at;
  };
  const join = (indexes: readonly number[]) => {
    const first = Math.min(...indexes.map(headOf));
    for (const index of indexes) heads[headOf(index)] = first;
  };
  for (const namesakes of groupsBy(rows.keys(), (index) => [nameKey(rows[index]?.names ?? [])]).values()) {
    if (namesakes.length < 2) continue;
    if (isOneByName(rows[namesakes[0] ?? 0]?.names ?? [])) join(namesakes);
    else joinByEvidence(rows, namesakes, headOf, join);
  }
  return rows.map((_, index) => headOf(index));
}

/** The name alone says who it is: the developer, a company. */
export const isOneByName = (names: readonly string[]): boolean =>
  names.length === 1 && names.every((name) => name === DEVELOPER || isOrganisation(name));

function joinByEvidence(
  rows: readonly Evidence[],
  namesakes: readonly number[],
  headOf: (index: number) => number,
  join: (indexes: readonly number[]) => void,
): void {
  const numberOf = (index: number) => rows[index]?.identity ?? "";
  const numbered = namesakes.filter((index) => numberOf(index) !== "");
  for (const same of groupsBy(numbered, (index) => [numberOf(index)]).values()) join(same);
  const byPhone = groupsBy(namesakes, (index) => rows[index]?.phones ?? []);
  for (const phone of [...byPhone.keys()].sort()) {
    const callers = byPhone.get(phone) ?? [];
    const heads = new Set(callers.map(headOf));
    const numbers = new Set(numbered.filter((index) => heads.has(headOf(index))).map(numberOf));
    const apart = numbers.size > 1 ? callers.filter((index) => numberOf(index) === "") : callers;
    if (apart.length > 1) join(apart);
  }
}

function groupsBy<T>(items: Iterable<T>, keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
