import type { Content } from "#templates/content.ts";
import { imprint } from "#templates/parts/imprint.ts";
import { minutesFields, minutesMark, minutesMasthead } from "#templates/parts/minutes-head.ts";
import { keptWithNext, type Piece } from "#templates/parts/piece.ts";
import { redHead } from "#templates/parts/red-head.ts";
import { render, renderAttachments } from "#templates/parts/render.ts";
import { community } from "./community.ts";
import type { Layout } from "./layout.ts";
import { type Area, areaOf } from "./page.ts";
import { PARTS, paper } from "./paper.ts";

/** 街道公文版, GB/T 9704-2012: red head, 版记, and for minutes the mark of 10.3. Forms have none of these, in any layout. */
export const official: Layout = {
  id: "official",
  name: "街道公文版",
  parts: PARTS,
  set: (content) => {
    if (content.dress === "form") return community.set(content);
    const area = areaOf(content);
    const body = content.dress === "minutes" ? minutes(content, area) : letter(content, area);
    const text = [...body, ...renderAttachments(content, area)];
    const foot = imprint(content.issuer, area);
    // 版记 does not stand on a page alone.
    return paper(content, foot.length === 0 ? text : [...keptWithNext(text), ...foot]);
  },
};

function letter(content: Content, area: Area): Piece[] {
  return [...redHead(content.issuer, area), ...render(content, area)];
}

/** The title is the mark; who issues and when stands over the red rule; lists of who came are set in by two characters. */
function minutes(content: Content, area: Area): Piece[] {
  return render(content, area, { title: minutesMark, masthead: minutesMasthead, fields: minutesFields });
}
