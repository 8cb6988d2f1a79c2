import { USUAL, type View } from "#app/components/desk/document/address.ts";
import { documentChoices } from "#app/domain/document/choices.ts";
import type { SourceRef } from "#app/domain/document/source.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { documentsPage } from "#app/queries/documents/page.ts";

/** The papers page of a source with the choices of its address; choices that cannot be are named, and the usual ones stand instead. */
export async function readPapers(house: House, actor: Actor, source: SourceRef, address: URLSearchParams) {
  const paper = address.get("paper") ?? "";
  const parsed = documentChoices.safeParse(Object.fromEntries(address));
  try {
    if (!parsed.success) throw new DomainError("invalid-value", [parsed.error.issues[0]]);
    const page = await documentsPage(house, actor, source, parsed.data, paper);
    const { from = "", layout, ...rest } = parsed.data;
    // An address of somebody else's may ask for what is not for this community.
    const view: View = { ...USUAL, ...rest, from, layout: page.official ? layout : "community", paper };
    return { ...page, view, problem: null };
  } catch (error) {
    if (!(error instanceof DomainError) || error.word !== "invalid-value") throw error;
    const [first] = error.details as [{ message: string }];
    const page = await documentsPage(house, actor, source, {}, paper);
    return { ...page, view: { ...USUAL, paper }, problem: first.message };
  }
}
