import type { DocumentState } from "#app/domain/document/life.ts";

/** How the register is narrowed, as its address has it; empty text narrows nothing. */
export type RegisterView = {
  state: "" | DocumentState;
  genre: string;
  audience: "" | "public" | "internal";
  text: string;
};

export const EVERYTHING: RegisterView = { state: "", genre: "", audience: "", text: "" };

/** Whether the register is looked at in part. */
export const isNarrowed = (view: RegisterView): boolean => Object.values(view).some((value) => value !== "");

/** The register's address: this view's page. */
export function registerPath({ text, ...view }: RegisterView, page = 1) {
  const entries = Object.entries({ q: text, ...view, page: page > 1 ? String(page) : "" });
  const query = new URLSearchParams(entries.filter(([, value]) => value !== ""));
  return { pathname: "/desk/documents/register", search: query.toString() };
}
