import { Paragraph, type Table } from "docx";
import type { Block, HeadingLevel } from "#templates/content.ts";
import { FONTS, font } from "#templates/layout/fonts.ts";
import { fields } from "./fields.ts";
import { form } from "./form.ts";
import { options } from "./options.ts";
import { signature, signLine } from "./signature.ts";
import { table } from "./table.ts";
import { runs } from "./text.ts";
import { masthead, title } from "./title.ts";

const HEADING_STYLE: Record<HeadingLevel, string> = { 1: "Heading1", 2: "Heading2", 3: "Heading3", 4: "Heading4" };

/** Blocks as docx objects, made anew at each call: an object that two documents share corrupts the second. */
export function render(blocks: readonly Block[]): (Paragraph | Table)[] {
  return blocks.flatMap((block, index) => set(block, blocks[index + 1]));
}

function set(block: Block, next: Block | undefined): (Paragraph | Table)[] {
  switch (block.kind) {
    case "title":
      return title(block.text, block.below);
    case "masthead":
      return [masthead(block.left, block.right)];
    case "heading":
      return [new Paragraph({ style: HEADING_STYLE[block.level], children: runs(block.text) })];
    case "paragraph":
      return paragraphs(block, next?.kind === "signature");
    case "salutation":
      return [new Paragraph({ style: "Plain", children: runs(block.text) })];
    case "fields":
      return fields(block.items);
    case "table":
      return [table(block)];
    case "form":
      return [form(block)];
    case "options":
      return options(block.lines);
    case "cut":
      return [new Paragraph({ style: "Cut", children: runs("✂ ".padEnd(40, "- ")) })];
    case "page":
      return [new Paragraph({ style: "Plain", pageBreakBefore: true })];
    case "sign-line":
      return [signLine(block.labels)];
    case "signature":
      return signature(block.organisation, block.date);
    case "fine-print":
      return [new Paragraph({ style: "FinePrint", children: runs(block.text) })];
  }
}

/** Body text, a paragraph for each line; the last one stays with a signature, which may not stand on a page alone. */
function paragraphs(block: Extract<Block, { kind: "paragraph" }>, beforeSignature: boolean): Paragraph[] {
  const lines = block.text.split("\n").filter((line) => line.trim() !== "");
  const texts = lines.length === 0 ? [""] : lines;
  return texts.map((text, index) => {
    const lead = index === 0 && block.lead !== undefined ? runs(block.lead, { font: font(FONTS.hei) }) : [];
    const keepNext = beforeSignature && index === texts.length - 1;
    return new Paragraph({ style: "Body", keepNext, children: [...lead, ...runs(text)] });
  });
}
