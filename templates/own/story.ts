import type { PlaceInFile } from "#app/domain/document/own-template.ts";
import type { Parts } from "./archive.ts";
import { type Budget, localOf, read, sourceOf } from "./xml.ts";

/** A paragraph with its text and where it lies; `box` and `table` are numbers of the cell, box or body and of the table around it. */
export type Paragraph = { text: string; marks: Mark[]; place: PlaceInFile; box: number; table: number };
/** A letter's place among everything in the part: its order, and how many elements were read before it. */
type Mark = { order: number; elements: number; awkward: boolean };
/** Texts that a template's filling never reaches, by where they stand. */
export type Beyond = { text: string; place: PlaceInFile };
export type Story = { paragraphs: Paragraph[]; beyond: Beyond[]; tracked: boolean; bound: boolean };

type Open = { local: string; fallback: boolean; awkward: boolean; box: number; table: number; inBox: boolean };

const BOXES = new Set(["body", "hdr", "ftr", "tc", "txbxContent", "footnote", "endnote", "comment", "txBody", "rich"]);
/** Where the letters are no text of the page. */
const BEYOND: Record<string, PlaceInFile> = { instrText: "field", delText: "deleted" };
/** Around a run these stand in the way of a loop's beginning or end. */
const AWKWARD = new Set(["hyperlink", "sdtContent", "ins", "moveTo", "smartTag", "fldSimple", "customXml"]);
const TRACKED = new Set(["ins", "del", "moveFrom", "moveTo"]);

/** Reads the paragraphs of one part. Of what is written twice for old programs (mc:Fallback) the first is told. Throws TemplateRefusal. */
export function storyOf(part: string, parts: Parts, place: PlaceInFile, budget: Budget): Story {
  const story: Story = { paragraphs: [], beyond: [], tracked: false, bound: false };
  const stack: Open[] = [];
  const open: Paragraph[] = [];
  let letters = 0;
  let boxes = 0;
  let tables = 0;
  const source = sourceOf(part, parts.get(part) ?? new Uint8Array());
  read(
    part,
    source,
    {
      open(name, attributes, local) {
        const parent = stack.at(-1);
        const within: Open = {
          local,
          fallback: parent?.fallback === true || local === "Fallback",
          awkward: local !== "p" && local !== "tc" && (parent?.awkward === true || AWKWARD.has(local)),
          box: BOXES.has(local) ? ++boxes : (parent?.box ?? 0),
          table: name === "w:tbl" ? ++tables : local === "txbxContent" ? 0 : (parent?.table ?? 0),
          inBox: parent?.inBox === true || local === "txbxContent",
        };
        // A content control holds its paragraphs; whatever stands in it stands in the way too.
        if (local === "p" || local === "tc") within.awkward = stack.some((each) => each.local === "sdtContent");
        stack.push(within);
        if (TRACKED.has(local) && name.startsWith("w:")) story.tracked = true;
        if (local === "dataBinding") story.bound = true;
        if (local === "docPr") tellAttributes(story, attributes);
        if (local === "p") {
          const where = within.inBox && place === "body" ? "text-box" : place;
          open.push({ text: "", marks: [], place: where, box: within.box, table: within.table });
        }
      },
      text(text) {
        const element = stack.at(-1);
        if (!element || element.fallback) return;
        const beyond =
          element.local === "t" && stack.at(-2)?.local === "r" && isFormula(stack) ? "formula" : BEYOND[element.local];
        if (beyond) story.beyond.push({ text, place: beyond });
        const paragraph = open.at(-1);
        if (element.local !== "t" || beyond || !paragraph) return;
        for (const unit of text) {
          const mark = { order: ++letters, elements: budget.elements, awkward: element.awkward };
          for (let n = 0; n < unit.length; n += 1) paragraph.marks.push(mark);
        }
        paragraph.text += text;
      },
      close(name) {
        const closed = stack.pop();
        if (localOf(name) !== "p") return;
        const paragraph = open.pop();
        if (paragraph && !closed?.fallback) story.paragraphs.push(paragraph);
      },
    },
    budget,
  );
  return story;
}

const isFormula = (stack: readonly Open[]): boolean => stack.some(({ local }) => local === "oMath");

function tellAttributes(story: Story, { descr = "", title = "" }: Record<string, string>): void {
  for (const text of [descr, title]) if (text !== "") story.beyond.push({ text, place: "picture-text" });
}

const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const FILLED: Record<string, PlaceInFile> = { header: "header", footer: "footer", chart: "chart" };
const NOT_FILLED: Record<string, PlaceInFile> = {
  footnotes: "footnote",
  endnotes: "endnote",
  comments: "comment",
  diagramData: "diagram",
};

export type ContentPart = { part: string; place: PlaceInFile; filled: boolean };

/** The parts that hold text, the main one first, and whether a filling reaches them. */
export function contentParts(parts: Parts): ContentPart[] {
  const main = related(parts, "").find(({ kind }) => kind === "officeDocument")?.part ?? "";
  const found: ContentPart[] = [{ part: main, place: "body", filled: true }];
  for (const { kind, part } of related(parts, main)) {
    const [place, filled] = FILLED[kind] ? [FILLED[kind], true] : [NOT_FILLED[kind], false];
    if (place && parts.has(part) && found.every((each) => each.part !== part)) found.push({ part, place, filled });
  }
  return found;
}

/** What a part refers to, by the end of the relationship's type. */
function related(parts: Parts, part: string): { kind: string; part: string }[] {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const bytes = parts.get(name);
  if (!bytes) return [];
  const found: { kind: string; part: string }[] = [];
  const open = (_: string, { Type = "", Target = "" }: Record<string, string>, local: string) => {
    if (local !== "Relationship" || !Type.startsWith(TYPES)) return;
    const path = Target.startsWith("/") ? Target.slice(1) : resolved(folder, Target);
    found.push({ kind: Type.slice(TYPES.length), part: path });
  };
  read(name, sourceOf(name, bytes), { open, close() {}, text() {} }, { elements: 0 });
  return found;
}

function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}
