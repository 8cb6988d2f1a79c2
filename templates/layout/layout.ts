import type { Document } from "docx";
import type { Content } from "#templates/content.ts";
import type { NamedFont } from "./fonts.ts";

/** How papers look. A second layout is a second file beside community.ts; genres do not change for it. */
export type Layout = {
  readonly id: string;
  readonly name: string;
  /** Fonts that the layout names and does not embed, for the export page's note. */
  readonly fonts: readonly NamedFont[];
  /** Parts of the file that take the place of what the document would write there. */
  readonly parts: readonly { path: string; data: string }[];
  /** Sets content in type; everything in the document is made anew at each call. */
  set(content: Content): Document;
};
