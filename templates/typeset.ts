import { Packer } from "docx";
import type { LayoutId } from "#app/domain/document/layout.ts";
import type { Content } from "./content.ts";
import type { Common, Genre } from "./genre.ts";
import { community } from "./layout/community.ts";
import type { Layout } from "./layout/layout.ts";
import { official } from "./layout/official.ts";

/** How papers can look; a further layout is one more file. */
export const layouts: Record<LayoutId, Layout> = { community, official };

/** The Word file. Blocks the thread for some 70 ms per 300 rows: run it off the event loop when people vote. */
export async function typeset(content: Content, layout: LayoutId = "community"): Promise<Buffer> {
  const { set, parts } = layouts[layout];
  return Packer.toBuffer(set(content), undefined, parts);
}

/** The Word file of a genre's input, at once. */
export async function toBuffer<Input extends Common>(
  genre: Genre<Input>,
  input: Input,
  layout?: LayoutId,
): Promise<Buffer> {
  return typeset(genre.content(input), layout);
}
