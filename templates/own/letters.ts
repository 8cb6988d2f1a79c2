import { type XmlNode, type XmlTextNode, xml } from "easy-template-x";
import { TemplateRefusal } from "#app/domain/document/own-template.ts";
import { tidy } from "./tidy.ts";

type Element = XmlNode & { attributes?: Record<string, string> };

/**
 * While a paper is filled, braces in the data are these two characters, which no text holds: a name like “{会议名称}” must stay a name,
 * also where a row that it was put into is repeated and read again. Unicode keeps them for such inner use, as it does the third: it stands
 * in paragraphs that begin and end with a loop's own signs, which go where the loop leaves nothing in them.
 */
const [OPEN, CLOSE, BARE] = ["\ufdd0", "\ufdd1", "\ufdd4"];
const INNER = /[\ufdd0-\ufdef]/gu;
const ONLY_LOOPS = /^\s*\{\s*[#/][^{}]*\}(.*\{\s*[#/][^{}]*\})?\s*$/su;
const PLAIN: Record<string, string> = { "｛": "{", "｝": "}", "＃": "#", "／": "/" };

/** Data with its braces as inner characters; such as were there before are none of a text's. */
export function guarded(value: unknown): unknown {
  if (typeof value === "string") return value.replace(INNER, "").replaceAll("{", OPEN).replaceAll("}", CLOSE);
  if (Array.isArray(value)) return value.map(guarded);
  return Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, guarded(inner)]));
}

/** Makes a part ready: braces and signs of full width become plain ones, and those of a picture's description are left alone. */
export function prepare(root: XmlNode): void {
  for (const paragraph of paragraphsIn(root)) {
    const texts = textsOf(paragraph);
    let inside = false;
    for (const text of texts) {
      const letters = Array.from((text.textContent ?? "").replace(INNER, ""), (letter) => {
        if (letter === "{" || letter === "｛") inside = true;
        const plain = inside || letter === "｝" ? (PLAIN[letter] ?? letter) : letter;
        if (plain === "}") inside = false;
        return plain;
      });
      text.textContent = letters.join("");
    }
    const last = texts.at(-1);
    if (last && ONLY_LOOPS.test(texts.map((text) => text.textContent).join(""))) last.textContent += BARE;
  }
  eachElement(root, ({ attributes }) => {
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (attributes && /[{}]/.test(value)) attributes[name] = value.replaceAll("{", OPEN).replaceAll("}", CLOSE);
    }
  });
}

/** Makes a part that was filled whole again. Throws TemplateRefusal when one of its braces is left. */
export function finish(root: XmlNode): void {
  for (const paragraph of paragraphsIn(root)) {
    const texts = textsOf(paragraph);
    const line = texts.map((text) => text.textContent ?? "").join("");
    if (/[{}]/.test(line)) throw new TemplateRefusal({ reason: "not-fillable", line: line.slice(0, 60) });
    if (line.includes(BARE) && line.replaceAll(BARE, "").trim() === "" && holdsNothing(paragraph)) {
      xml.modify.remove(paragraph);
      continue;
    }
    for (const text of texts) {
      text.textContent = (text.textContent ?? "").replaceAll(BARE, "").replaceAll(OPEN, "{").replaceAll(CLOSE, "}");
    }
  }
  eachElement(root, ({ attributes }) => {
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (attributes && (value.includes(OPEN) || value.includes(CLOSE)))
        attributes[name] = value.replaceAll(OPEN, "{").replaceAll(CLOSE, "}");
    }
  });
  tidy(root);
}

/** Whether a paragraph can go: no picture, break, field or section ends in it. */
function holdsNothing(paragraph: XmlNode): boolean {
  let nothing = true;
  eachElement(paragraph, ({ nodeName }) => {
    if (/^w:(drawing|pict|br|fldChar|fldSimple|sectPr|sdt|footnoteReference|bookmarkStart|tab|object)$/.test(nodeName))
      nothing = false;
  });
  return nothing;
}

const isParagraph = ({ nodeName }: XmlNode): boolean => nodeName === "w:p" || nodeName === "a:p";

function paragraphsIn(root: XmlNode): XmlNode[] {
  const found: XmlNode[] = [];
  eachElement(root, (node) => void (isParagraph(node) && found.push(node)));
  return found;
}

/** A paragraph's own texts, in order; not those of boxes in it. */
function textsOf(node: XmlNode): XmlTextNode[] {
  return (node.childNodes ?? []).flatMap((child) => {
    if (isParagraph(child)) return [];
    const isText = child.nodeName === "w:t" || child.nodeName === "a:t";
    return isText ? (child.childNodes ?? []).filter((each) => xml.query.isTextNode(each)) : textsOf(child);
  });
}

function eachElement(node: XmlNode, see: (element: Element) => void): void {
  see(node as Element);
  for (const child of node.childNodes ?? []) eachElement(child, see);
}
