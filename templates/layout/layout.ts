import type { Document } from "docx";
import type { LayoutId } from "#app/domain/document/layout.ts";
import type { Content } from "#templates/content.ts";

/** How papers look. A further layout is a further file beside community.ts; genres do not change for it. */
export type Layout = {
  readonly id: LayoutId;
  readonly name: string;
  /** Parts of the file that take the place of what the document would write there. */
  readonly parts: readonly { path: string; data: string }[];
  /** Sets content in type; everything in the document is made anew at each call. */
  set(content: Content): Document;
};
