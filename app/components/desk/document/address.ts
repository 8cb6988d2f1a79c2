import type { LayoutId } from "#app/domain/document/layout.ts";

/** What the page shows and how papers are taken out, as its address carries it. */
export type View = {
  /** Genre of the paper that is chosen; "" for none. */
  paper: string;
  /** The notice's first day, "YYYY-MM-DD"; "" for the usual one. */
  from: string;
  masked: boolean;
  /** 期号 of the minutes. */
  number: string;
  layout: LayoutId;
  /** 用印 */
  sealed: boolean;
  /** 抄送 */
  copyTo: string;
};

/** Nothing chosen. */
export const USUAL: View = {
  paper: "",
  from: "",
  masked: true,
  number: "",
  layout: "community",
  sealed: true,
  copyTo: "",
};

/** The choices that differ from the usual ones, as names and values of an address or of a form's hidden fields. */
export function choicesOf({ from, masked, number, layout, sealed, copyTo }: Omit<View, "paper">): [string, string][] {
  const all: [string, string][] = [
    ["from", from],
    ["masked", masked ? "" : "0"],
    ["number", number],
    ["layout", layout === "community" ? "" : layout],
    ["sealed", sealed ? "" : "0"],
    ["copyTo", copyTo],
  ];
  return all.filter(([, value]) => value !== "");
}

const asQuery = (pairs: [string, string][]): string =>
  pairs.length === 0 ? "" : `?${new URLSearchParams(pairs).toString()}`;

/** This page with another view: "?paper=minutes&number=…". */
export function pageQuery(view: View): string {
  return asQuery([...(view.paper ? ([["paper", view.paper]] as [string, string][]) : []), ...choicesOf(view)]) || "?";
}

/** The Word file with the choices made, at the address that programs use too; `papers` is where the source's papers are: "/api/v1/issues/ID/documents". */
export function fileAddress(papers: string, genre: string, view: View): string {
  return `${papers}/${genre}.docx${asQuery(choicesOf(view))}`;
}
