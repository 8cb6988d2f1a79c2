import { dayOf } from "#app/domain/calendar/day.ts";
import { documentNumber, seriesOf } from "#app/domain/document/number.ts";
import { sealOf } from "#app/domain/document/seal.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import type { Handle } from "#db/connect.ts";
import { type Document, nextPlace, saveDocument } from "#db/stores/document.ts";
import { ownDocument } from "#db/stores/own.ts";
import { communityById } from "#db/stores/staff.ts";
import { inHandFor, refused, type Seen, sameDocument } from "./document-acts.ts";
import { issuedFile } from "./issued-file.ts";
import { record } from "./record.ts";

/**
 * Issues a checked document: gives it the next number of its series and freezes it for good. Number and state are one commit; the Word file is
 * set from the frozen words afterwards, here or by whoever opens it next. Throws not-found, stale, wrong-state, document-not-ready.
 */
export async function issueDocument(house: House, actor: Actor, seen: Seen): Promise<{ number: string }> {
  const { document } = await inHandFor("issue", house, actor, seen);
  if (document.content === null || !(await house.files.isWhole(document.content))) throw new DomainError("busy");
  const number = await house.db.write(async (db) => issue(house, db, actor, await sameDocument(db, actor, seen)));
  // The act is done: a disk that is full now keeps nobody from the number, and the file is made when there is room.
  await issuedFile(house, actor, seen.id).catch((error: unknown) => {
    if (!(error instanceof DomainError) || error.word !== "busy") throw error;
  });
  return { number };
}

async function issue(house: House, db: Handle, actor: Actor, document: Document): Promise<string> {
  const now = house.clock();
  const issuedOn = dayOf(now);
  const year = Number(issuedOn.slice(0, 4));
  const code = await codeOf(db, document);
  const place = await nextPlace(db, { communityId: document.communityId, code, year });
  const number = documentNumber({ code, year, place });
  const issued = {
    ...{ state: "issued" as const, issuedBy: actor.staffId, issuedAt: now, issuedOn },
    ...{ numberCode: code, numberYear: year, numberPlace: place, number },
  };
  await saveDocument(db, document.id, issued, document.version);
  const seal = sealOf(await ownDocument(db, actor, document.id));
  await record(house, db, actor, "issue-document", document.id, { number, content: document.content, seal });
  return number;
}

async function codeOf(db: Handle, { communityId, layout }: Document): Promise<string> {
  if (layout !== "official") return seriesOf("community", "");
  const code = (await communityById(db, communityId))?.settings.official?.code ?? "";
  if (code === "") throw refused("layout", text.noCode);
  return seriesOf("official", code);
}
