import type { Actor, House } from "#app/house.ts";
import { correctionsOf } from "#db/stores/document.ts";
import { ownDocument } from "#db/stores/own.ts";
import { postingsOf } from "#db/stores/posting.ts";
import { correctionState, genreName } from "./life.ts";

/** One document of the register for programs. `sha256` is that of the Word file, null until it is made. Throws not-found. */
export function documentState(house: House, actor: Actor, id: string) {
  return house.db.read(async (db) => {
    const document = await ownDocument(db, actor, id);
    const corrections = await correctionsOf(db, id);
    const postings = await postingsOf(db, id);
    const { genre, title, state, number, issuedOn, layout, file, correctsId } = document;
    return {
      ...{ id, genre, name: genreName(genre), title, state, number, issuedOn, layout, sha256: file },
      ...{ public: document.public, masked: document.masked, corrects: correctsId },
      correction: correctionState(corrections),
      correctedBy: corrections.find((each) => each.state === "issued")?.id ?? null,
      postings: postings.map(({ place, postedOn, until, removedOn }) => ({ place, postedOn, until, removedOn })),
    };
  });
}
