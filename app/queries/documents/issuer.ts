import { DomainError } from "#app/domain/errors.ts";
import { documentText as text } from "#app/text/documents.ts";
import type { Community } from "#db/stores/staff.ts";
import type { Issuer } from "#templates/content.ts";
import type { GenreId } from "#templates/index.ts";
import type { Chosen } from "./choices.ts";

/** Whether papers of this community may look like those of a Party or state organ: a street's, once it has said how it signs. */
export function issuesOfficially({ kind, settings }: Community): boolean {
  return kind === "street" && (settings.official?.mark ?? "") !== "" && (settings.official?.code ?? "") !== "";
}

/** Papers that call a meeting go out before it: on the day that they are signed, which nobody may guess once the meeting has begun. */
const CALLING: ReadonlySet<GenreId> = new Set(["meeting-notice", "issue-announcement"]);

/** Who issues this paper, for the layout chosen. Throws invalid-value naming `layout` where the official one is not for them. */
export function issuerOf(community: Community, genre: GenreId, chosen: Chosen): Partial<Issuer> {
  const { layout, sealed, copyTo } = chosen;
  if (layout !== "official") return { sealed };
  if (!issuesOfficially(community)) {
    throw new DomainError("invalid-value", [{ field: "layout", message: text.notOfficial }]);
  }
  const { mark = "", organ = "" } = community.settings.official ?? {};
  return { mark, sealed, copyTo, printedBy: organ, printedOn: CALLING.has(genre) ? chosen.issuedOn : chosen.from };
}
