import type { Block, Content, HeadingLevel } from "#templates/content.ts";
import { FONTS, font } from "#templates/layout/fonts.ts";
import type { Area } from "#templates/layout/page.ts";
import { attachmentHead, attachmentNote } from "./attachments.ts";
import { cut } from "./cut.ts";
import { fields } from "./fields.ts";
import { form } from "./form.ts";
import { options } from "./options.ts";
import { onNewPage, type Piece, paragraph } from "./piece.ts";
import { signature, signLine } from "./signature.ts";
import { gridTable } from "./table.ts";
import { runs } from "./text.ts";
import { masthead, title } from "./title.ts";

/** What a block can see of its surroundings. */
export type Around = { area: Area; content: Content; before: Block | undefined; next: Block | undefined };

/** How each kind of block is set. A layout takes these and puts its own in the place of some. */
export type Setters = {
  [Kind in Block["kind"]]: (block: Extract<Block, { kind: Kind }>, around: Around) => Piece[];
};

const HEADING_STYLE: Record<HeadingLevel, string> = { 1: "Heading1", 2: "Heading2", 3: "Heading3", 4: "Heading4" };

const SETTERS: Setters = {
  title: ({ text, below }, { area }) => title(text, below, area),
  masthead: ({ left, right }, { area }) => [masthead(left, right, area)],
  heading: ({ level, text }) => [paragraph({ style: HEADING_STYLE[level], children: runs(text) })],
  paragraph: (block, around) => prose(block, staysWithSignature(block, around)),
  salutation: ({ text }) => [paragraph({ style: "Plain", children: runs(text) })],
  fields: ({ items }) => fields(items),
  table: (block) => [gridTable(block)],
  form: (block, { area }) => [form(block, area)],
  options: ({ lines }, { area }) => options(lines, area),
  cut: () => [cut()],
  // It shows in the block after it, which begins a page.
  page: () => [],
  "sign-line": ({ labels }, { area }) => [signLine(labels, area)],
  signature: ({ organisation, date }, { area, content }) => [
    ...attachmentNote(content.attachments),
    ...signature({ organisation, date, sealed: isSealed(content) }, area),
  ],
  "fine-print": ({ text }) => [paragraph({ style: "FinePrint", children: runs(text) })],
};

/** The paper's own blocks in type, with the note of its attachments below the text, over the signature. */
export function render(content: Content, area: Area, own: Partial<Setters> = {}): Piece[] {
  const pieces = blocksIn(content, content.blocks, area, { ...SETTERS, ...own });
  const signed = content.blocks.some(({ kind }) => kind === "signature");
  return signed ? pieces : [...pieces, ...attachmentNote(content.attachments)];
}

/** The attachments, each on pages of its own (GB/T 9704-2012 7.3.7). */
export function renderAttachments(content: Content, area: Area): Piece[] {
  const { attachments } = content;
  return attachments.flatMap(({ title, blocks }, index) =>
    onNewPage([
      ...attachmentHead(title, attachments.length > 1 ? index + 1 : undefined, area),
      ...blocksIn(content, blocks, area, SETTERS),
    ]),
  );
}

function blocksIn(content: Content, blocks: readonly Block[], area: Area, setters: Setters): Piece[] {
  let opensPage = false;
  return blocks.flatMap((block, index) => {
    const around = { area, content, before: blocks[index - 1], next: blocks[index + 1] };
    const pieces = set(block, around, setters);
    const placed = opensPage ? onNewPage(pieces) : pieces;
    opensPage = block.kind === "page" || (opensPage && pieces.length === 0);
    return placed;
  });
}

function set<Kind extends Block["kind"]>(
  block: Extract<Block, { kind: Kind }>,
  around: Around,
  setters: Setters,
): Piece[] {
  const setter: Setters[Kind] = setters[block.kind as Kind];
  return setter(block, around);
}

/** Minutes are never sealed (GB/T 9704-2012 10.3). */
function isSealed({ issuer, dress }: Content): boolean {
  return issuer.sealed && dress !== "minutes";
}

/**
 * A signature, or a line to sign on, may not stand on a page alone; but LibreOffice moves a paragraph that stays with the next one as a whole, and the first page must hold some of
 * the text (GB/T 9704-2012 7.3.3): where there is one paragraph only it stays free.
 */
function staysWithSignature(block: Block, { next, content }: Around): boolean {
  const signed = next?.kind === "signature" || next?.kind === "sign-line";
  return signed && content.blocks.find(({ kind }) => kind === "paragraph") !== block;
}

/** Body text, a paragraph for each line. */
function prose(block: Extract<Block, { kind: "paragraph" }>, beforeSignature: boolean): Piece[] {
  const lines = block.text.split("\n").filter((line) => line.trim() !== "");
  const texts = lines.length === 0 ? [""] : lines;
  return texts.map((text, index) => {
    const lead = index === 0 && block.lead !== undefined ? runs(block.lead, { font: font(FONTS.hei) }) : [];
    const keepNext = beforeSignature && index === texts.length - 1;
    return paragraph({ style: "Body", keepNext, children: [...lead, ...runs(text)] });
  });
}
