/** A strict reader of XML without DTDs: throws where Word would offer to repair the file. */
export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] };

const TOKEN =
  /<\?[^?]*\?>|<!--(?:(?!--)[\s\S])*-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"<]*")*)\s*(\/?)>|[^<]+/gy;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*"([^"<]*)"/g;
/** What XML 1.0 allows as a character (section 2.2). */
const LEGAL = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function parseXml(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [] };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(xml);
    if (token === null) throw new Error(`not well-formed near ${xml.slice(at, at + 60)}`);
    take(token, open);
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is never closed`);
  const top = root.children.filter((child): child is Element => typeof child !== "string");
  if (top.length !== 1 || top[0] === undefined) throw new Error(`${top.length} root elements`);
  return top[0];
}

function take([token, closing, opening, attributes = "", empty]: RegExpExecArray, open: Element[]): void {
  const parent = open.at(-1);
  if (parent === undefined) throw new Error("text after the end");
  if (closing !== undefined) {
    if (open.length === 1 || parent.name !== closing) throw new Error(`</${closing}> closes <${parent.name}>`);
    open.pop();
  } else if (opening !== undefined) {
    const element: Element = { name: opening, attributes: attributesIn(attributes), children: [] };
    parent.children.push(element);
    if (empty === "") open.push(element);
  } else if (!token.startsWith("<")) {
    const text = unescaped(token);
    if (open.length === 1 && text.trim() !== "") throw new Error(`text outside the root: ${text.slice(0, 40)}`);
    parent.children.push(text);
  }
}

function attributesIn(source: string): Record<string, string> {
  const pairs = Array.from(
    source.matchAll(ATTRIBUTE),
    ([, name = "", value = ""]) => [name, unescaped(value)] as const,
  );
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) throw new Error(`an attribute twice: ${source}`);
  return Object.fromEntries(pairs);
}

function unescaped(source: string): string {
  const text = source.replace(/&([^;&]{0,12};)?/g, (whole, name: string | undefined) => {
    const key = name?.slice(0, -1) ?? "";
    const code = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(key);
    if (code !== null) return String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? "", code[1] ? 16 : 10));
    const known = ENTITIES[key];
    if (known === undefined) throw new Error(`unknown entity ${whole}`);
    return known;
  });
  if (!LEGAL.test(text)) throw new Error(`a character that XML forbids in ${JSON.stringify(text.slice(0, 60))}`);
  return text;
}

/** All elements of a name, at any depth, in document order. */
export function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) =>
    typeof child === "string" ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  );
}

export function children(element: Element, name: string): Element[] {
  return element.children.filter((child): child is Element => typeof child !== "string" && child.name === name);
}
