/**
 * Cuts the one endless page that the library draws into sheets of paper, as print would: between blocks, between the rows of a table (its
 * head repeated) and between the lines of a paragraph. Measured in the browser, so as near to Word as its fonts are.
 */

/** Rounding of the browser's measures, pixels. */
const SLACK = 1.5;

/** Makes numbered sheets of `page` (a section with header, article and footer) in its place. It must be laid out, and not scaled. */
export function cutIntoSheets(page: HTMLElement): HTMLElement[] {
  const article = page.querySelector("article");
  if (!article) return [page];
  const [first = [], ...others] = grouped(article, roomOn(page));
  const shell = page.cloneNode(true) as HTMLElement;
  article.replaceChildren(...first);
  const sheets = [page];
  for (const blocks of others) {
    const sheet = shell.cloneNode(true) as HTMLElement;
    sheet.querySelector("article")?.replaceChildren(...blocks);
    sheets.at(-1)?.after(sheet);
    sheets.push(sheet);
  }
  sheets.forEach(number);
  return sheets;
}

/** Height of the type area, pixels. */
function roomOn(page: HTMLElement): number {
  const { minHeight, paddingTop, paddingBottom } = getComputedStyle(page);
  return Number.parseFloat(minHeight) - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
}

/** The article's blocks by sheet; blocks that lie across an edge are split on the way. */
function grouped(article: HTMLElement, room: number): Element[][] {
  const groups: Element[][] = [];
  let group: Element[] = [];
  let top = article.getBoundingClientRect().top;
  const turn = (next: Element) => {
    groups.push(group);
    group = [];
    top = next.getBoundingClientRect().top;
  };
  for (let block = article.firstElementChild; block; ) {
    const fits = block.getBoundingClientRect().bottom <= top + room + SLACK;
    const rest = fits ? null : split(block, top + room + SLACK);
    if (fits || rest || group.length === 0) {
      group.push(block);
      if (rest) turn(rest);
      block = block.nextElementSibling;
    } else {
      const kept = takeAlong(group, block);
      turn(kept[0] ?? block);
      group.push(...kept);
    }
  }
  return [...groups, group];
}

/** Takes off a sheet's end what belongs to the next block: headings, and with a signature the paragraph before it. One block stays. */
function takeAlong(group: Element[], block: Element): Element[] {
  let from = group.length;
  if (isSignature(block) || (isBlank(block) && isSignature(block.nextElementSibling))) {
    while (from > 1 && (isBlank(group[from - 1]) || isSignature(group[from - 1]))) from -= 1;
    from = Math.max(1, from - 1);
  }
  while (from > 1 && /heading/i.test(group[from - 1]?.className ?? "")) from -= 1;
  return group.splice(from);
}

const isSignature = (block: Element | null | undefined) => /signature/i.test(block?.className ?? "");
const isBlank = (block: Element | undefined) => block?.textContent?.trim() === "" && !block.querySelector("td");

/** Splits a block at the height `limit`; the second part comes after the first. Null where nothing of it would stay above. */
function split(block: Element, limit: number): Element | null {
  const rest = block instanceof HTMLTableElement ? splitTable(block, limit) : splitText(block as HTMLElement, limit);
  if (rest) block.after(rest);
  return rest;
}

/** Between two rows; the first row is the head. */
function splitTable(table: HTMLTableElement, limit: number): Element | null {
  const rows = Array.from(table.rows);
  const at = rows.findIndex((row) => row.getBoundingClientRect().bottom > limit);
  if (at < 2) return null;
  const rest = table.cloneNode(false) as HTMLElement;
  const columns = table.querySelector("colgroup")?.cloneNode(true);
  const head = rows[0]?.cloneNode(true);
  rest.append(...[columns, head].filter((node) => node !== undefined), ...rows.slice(at));
  return rest;
}

/** Between two lines. */
function splitText(paragraph: HTMLElement, limit: number): Element | null {
  const at = firstBelow(paragraph, limit);
  if (!at || at.isFirst) return null;
  const range = document.createRange();
  range.setStart(at.node, at.offset);
  range.setEnd(paragraph, paragraph.childNodes.length);
  const rest = paragraph.cloneNode(false) as HTMLElement;
  rest.append(range.extractContents());
  rest.style.textIndent = "0";
  // Its last line is no longer the paragraph's last.
  if (getComputedStyle(paragraph).textAlign === "justify") paragraph.style.textAlignLast = "justify";
  return rest;
}

/** The first character that is set below `limit`. */
function firstBelow(paragraph: HTMLElement, limit: number): { node: Text; offset: number; isFirst: boolean } | null {
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const bottomOf = (node: Text, offset: number) => {
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    return range.getBoundingClientRect().bottom;
  };
  for (let isFirst = true; texts.nextNode(); isFirst = false) {
    const node = texts.currentNode as Text;
    if (node.length === 0 || bottomOf(node, node.length - 1) <= limit) continue;
    let [above, below] = [0, node.length - 1];
    while (above < below) {
      const middle = Math.floor((above + below) / 2);
      if (bottomOf(node, middle) > limit) below = middle;
      else above = middle + 1;
    }
    return { node, offset: below, isFirst: isFirst && below === 0 };
  }
  return null;
}

/** — 1 —: the library draws no page numbers and gives every sheet the foot of the first; on even pages it is mirrored. */
function number(sheet: HTMLElement, index: number): void {
  const foot = sheet.querySelector<HTMLElement>("footer p");
  if (!foot) return;
  foot.textContent = `— ${index + 1} —`;
  if (index % 2 === 0) return;
  const { marginLeft, marginRight } = foot.style;
  foot.style.textAlign = "left";
  foot.style.marginLeft = marginRight;
  foot.style.marginRight = marginLeft;
}
