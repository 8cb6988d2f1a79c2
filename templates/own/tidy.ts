import { type XmlNode, xml } from "easy-template-x";

type Element = XmlNode & { attributes?: Record<string, string> };

const isElement = (node: XmlNode, name: string): boolean => node.nodeName === name;
/** Marks that name a place: a second one of the same number goes, since only one place can have it. */
const PLACES = /^w:(bookmark(Start|End)|comment(RangeStart|RangeEnd|Reference)|perm(Start|End))$/;
/** Marks that only must have a number of their own. */
const NUMBERED = /^w:(ins|del|moveFrom|moveTo|rPrChange|pPrChange|tblPrChange|trPrChange|tcPrChange|sectPrChange)$/;
const NEEDS_PARAGRAPH = /^w:(tc|hdr|ftr|txbxContent)$/;

/** What numbers have been given out in a part. */
type Numbers = { seen: Set<string>; last: number };

/**
 * Sets right what repeating and leaving out may break: tables without rows and cells without a paragraph, which Word offers to repair,
 * and numbers that must be each one's own.
 */
export function tidy(root: XmlNode): void {
  const numbers: Numbers = { seen: new Set(), last: 100_000_000 };
  visit(root, numbers);
}

function visit(node: XmlNode, numbers: Numbers): void {
  for (const child of [...(node.childNodes ?? [])]) {
    visit(child, numbers);
    if (
      isElement(child, "w:tbl") &&
      !child.childNodes?.some((row) => isElement(row, "w:tr") || isElement(row, "w:sdt"))
    ) {
      xml.modify.remove(child);
    } else if (isSecond(child as Element, numbers)) {
      xml.modify.remove(child);
    }
  }
  if (NEEDS_PARAGRAPH.test(node.nodeName) && node.childNodes?.at(-1)?.nodeName !== "w:p") {
    xml.modify.appendChild(node, xml.create.generalNode("w:p"));
  }
}

/** Gives a repeated element a number of its own; true where it has to go instead. */
function isSecond(node: Element, numbers: Numbers): boolean {
  const { nodeName, attributes } = node;
  if (!attributes) return false;
  for (const name of ["w14:paraId", "w14:textId"]) {
    const value = attributes[name];
    if (value !== undefined && name === "w14:paraId" && isTaken(`${name} ${value}`, numbers)) {
      delete attributes["w14:paraId"];
      delete attributes["w14:textId"];
    }
  }
  if (PLACES.test(nodeName)) return isTaken(`${nodeName} ${attributes["w:id"]}`, numbers);
  if (nodeName === "w:id" && node.parentNode?.nodeName === "w:sdtPr")
    return isTaken(`sdt ${attributes["w:val"]}`, numbers);
  if (nodeName === "wp:docPr" && isTaken(`docPr ${attributes.id}`, numbers)) attributes.id = String(++numbers.last);
  if (NUMBERED.test(nodeName) && isTaken(`mark ${attributes["w:id"]}`, numbers))
    attributes["w:id"] = String(++numbers.last);
  return false;
}

function isTaken(key: string, { seen }: Numbers): boolean {
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}
