import { digest } from "#app/domain/digest.ts";
import { canonicalJson } from "#app/domain/journal/canonical.ts";

/** All of an issued document's row that may never change; its file is told by an entry of its own. */
const SEALED = [
  ...[
    "id",
    "communityId",
    "genre",
    "sourceKind",
    "sourceId",
    "title",
    "public",
    "masked",
    "choices",
    "layout",
    "state",
  ],
  ...["draftedBy", "createdAt", "content", "checkedBy", "checkedAt", "issuedBy", "issuedAt", "issuedOn"],
  ...["numberCode", "numberYear", "numberPlace", "number", "correctsId", "correctionReason"],
] as const;

/** Digest of what an issued document's row says, for the journal: a change of any of it is noticed. */
export function sealOf(row: Readonly<Record<string, unknown>>): string {
  const sealed = Object.fromEntries(SEALED.map((column) => [column, row[column]]));
  return digest(canonicalJson(JSON.parse(JSON.stringify(sealed))));
}
