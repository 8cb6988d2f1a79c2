import { createContext, useContext } from "react";
import type { Rule } from "#app/domain/rule/types.ts";
import type { Change, Draft, GateLine, Path } from "./draft.ts";
import type { DraftFault } from "./draft-faults.ts";
import type { ExceptionKit } from "./ways.ts";

/** What a method is put together from, as the built-in ones word it. */
export type EditorKit = {
  readonly exceptions: readonly ExceptionKit[];
  /** Lines that are often asked, by the name of the group. */
  readonly lines: Readonly<Record<string, readonly GateLine[]>>;
  /** Statutory decisions that a stage may go on into. */
  readonly decisions: readonly { readonly id: string; readonly name: string }[];
  readonly rules: readonly Pick<Rule, "id" | "name">[];
};

export type Editor = {
  readonly draft: Draft;
  readonly kit: EditorKit;
  readonly faults: readonly DraftFault[];
  /** Does a change; `field` joins the letters typed into one field, so that they are taken back together. */
  change(change: Change, field?: string): void;
  /** The field was left. */
  rest(): void;
  /** Leads to the field for a place in the data as soon as it is on the page. */
  focus(path: Path): void;
  /** The stage that is open, by id. */
  readonly open: string | null;
  setOpen(stage: string | null): void;
};

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error("used outside an editor");
  return editor;
}

/** What is wrong exactly here, for the field's own line. */
export function faultAt(faults: readonly DraftFault[], path: Path): string | undefined {
  const key = path.join("/");
  return faults.find((fault) => fault.path.join("/") === key)?.message;
}

/** How many faults lie at this place or within it. */
export function faultsWithin(faults: readonly DraftFault[], path: Path): number {
  const key = `${path.join("/")}/`;
  return faults.filter((fault) => `${fault.path.join("/")}/`.startsWith(key)).length;
}
