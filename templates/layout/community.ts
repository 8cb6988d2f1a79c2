import { numberLine } from "#templates/parts/number-line.ts";
import { render, renderAttachments } from "#templates/parts/render.ts";
import type { Layout } from "./layout.ts";
import { areaOf } from "./page.ts";
import { PARTS, paper } from "./paper.ts";

/**
 * 社区通用版: type area, sizes and fonts of GB/T 9704-2012, without red head and 发文字号. Residents' committees, owners'
 * committees and property firms are neither Party nor state organs.
 */
export const community: Layout = {
  id: "community",
  name: "社区通用版",
  parts: PARTS,
  set: (content) => {
    const area = areaOf(content);
    return paper(content, [
      ...numberLine(content.issuer.number),
      ...render(content, area),
      ...renderAttachments(content, area),
    ]);
  },
};
