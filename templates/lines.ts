import type { Block, Content, FormRow } from "./content.ts";

/** What a paper says, line by line in the order of the page: to compare two of them. */
export function linesOf(content: Content): string[] {
  const { issuer, attachments } = content;
  return [
    ...[content.mark, issuer.mark, issuer.number].filter((line) => line !== ""),
    ...content.blocks.flatMap(blockLines),
    ...attachments.flatMap(({ title, blocks }) => [`附件：${title}`, ...blocks.flatMap(blockLines)]),
    ...(issuer.copyTo === "" ? [] : [`抄送：${issuer.copyTo}`]),
    ...(issuer.printedBy === "" ? [] : [`${issuer.printedBy} ${issuer.printedOn}印发`]),
  ].filter((line) => line.trim() !== "");
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case "title":
      return [block.text, block.below ?? ""];
    case "masthead":
      return [`${block.left} ${block.right}`];
    case "paragraph":
      return `${block.lead ?? ""}${block.text}`.split("\n");
    case "fields":
      return block.items.map(({ label, value }) => `${label}：${value}`);
    case "table":
      return [block.columns.map(({ head }) => head), ...block.rows].map((cells) => cells.join(" ｜ "));
    case "form":
      return block.rows.map(formLine);
    case "options":
      return block.lines.map(({ label, answers }) => `${label} ${answers.join(" ")}`);
    case "sign-line":
      return [block.labels.join(" ")];
    case "signature":
      return [block.organisation, block.date];
    case "cut":
    case "page":
      return [];
    default:
      return [block.text];
  }
}

const formLine = ({ cells }: FormRow) => cells.map(({ label, value }) => `${label}：${value}`).join(" ｜ ");
