import type { Block, Content } from "./content.ts";
import { chineseDay } from "./parts/dates.ts";

/** What a correction says of the paper that it corrects. */
export type Correction = {
  /** Genre and number of that paper: 会议纪要, 2026年第12号. */
  name: string;
  number: string;
  /** The day it was issued, "YYYY-MM-DD". */
  issuedOn: string;
  /** What changes and why, as staff wrote it. */
  reason: string;
};

/** The content with the number that it was issued under. */
export function numbered(content: Content, number: string): Content {
  return { ...content, issuer: { ...content.issuer, number } };
}

/** The content with one more line over every page, so that nobody takes a draft for what was issued. */
export function marked(content: Content, mark: string): Content {
  return { ...content, mark: [content.mark, mark].filter((line) => line !== "").join("；") };
}

/** 更正件: the title says so, and a first paragraph which paper it corrects and what changes. */
export function corrected(content: Content, correction: Correction): Content {
  const at = content.blocks.findIndex(({ kind }) => kind === "title");
  const title = content.blocks[at];
  const head: Block =
    title?.kind === "title"
      ? { ...title, text: `${title.text}（更正）` }
      : { kind: "title", text: `${content.name}（更正）` };
  const rest = content.blocks.slice(at + 1);
  const opening = rest.findIndex(({ kind }) => kind !== "masthead" && kind !== "salutation");
  const before = opening < 0 ? rest : rest.slice(0, opening);
  return {
    ...content,
    name: `${content.name}（更正）`,
    blocks: [
      ...content.blocks.slice(0, Math.max(at, 0)),
      head,
      ...before,
      { kind: "paragraph", lead: "更正说明：", text: explanation(correction) },
      ...rest.slice(before.length),
    ],
  };
}

function explanation({ name, number, issuedOn, reason }: Correction): string {
  const known = `本件更正${chineseDay(issuedOn)}签发的《${name}》（${number}）。`;
  const said = /[。！？]$/u.test(reason) ? reason : `${reason}。`;
  return `${known}更正内容和原因：${said}原件与本件不一致的，以本件为准。`;
}

/** The day that stands under the paper, as it is printed; undefined where none does. */
export function signatureDate({ blocks }: Pick<Content, "blocks">): string | undefined {
  return blocks.flatMap((block) => (block.kind === "signature" ? [block.date] : [])).at(-1);
}
