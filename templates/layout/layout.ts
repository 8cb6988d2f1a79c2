import type { Document } from "docx";
import type { Content } from "#templates/content.ts";

/** How papers look. A second layout is a second file beside community.ts; genres do not change for it. */
export type Layout = {
  readonly id: string;
  readonly name: string;
  /** Fonts that the layout names and does not embed, for the export page's note. */
  readonly fonts: readonly string[];
  /** Sets content in type; everything in the document is made anew at each call. */
  set(content: Content): Document;
};
