/** How the list of issues is narrowed, as its address has it; empty strings narrow nothing. */
export type IssueView = {
  state: "" | "open" | "late" | "settled";
  /** “method.stage” */
  stage: string;
  method: string;
  category: string;
  text: string;
};

export const EVERYTHING: IssueView = { state: "", stage: "", method: "", category: "", text: "" };

export const isNarrowed = (view: IssueView): boolean => Object.values(view).some((value) => value !== "");

/** The list's address: this view's page. */
export function issueListPath({ text, ...view }: IssueView, page = 1) {
  const entries = Object.entries({ q: text, ...view, page: page > 1 ? String(page) : "" });
  const query = new URLSearchParams(entries.filter(([, value]) => value !== ""));
  return { pathname: "/desk/issues", search: query.toString() };
}
