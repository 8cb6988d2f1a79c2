import { DOCUMENT_STATES, type DocumentState } from "#app/domain/document/life.ts";
import type { Actor, House } from "#app/house.ts";
import { correctedAmong, type RegisterFilter, registerCounts, registerPage } from "#db/stores/document.ts";
import { hangingAmong } from "#db/stores/posting.ts";
import { staffNames } from "#db/stores/staff.ts";
import { genreName } from "./life.ts";

/** Documents on one page of the register. */
export const PAGE = 50;

/** One page of the community's register 文书登记簿, newest first, with what it can be narrowed to. A page after the last is the last. */
export function documentRegister(house: House, actor: Actor, filter: RegisterFilter, asked: { page?: number } = {}) {
  const { communityId } = actor;
  return house.db.read(async (db) => {
    const sum = (rows: readonly { n: number }[]) => rows.reduce((total, { n }) => total + n, 0);
    const total = sum(await registerCounts(db, communityId, { state: "", genre: "", audience: "", text: "" }));
    const byState = await registerCounts(db, communityId, { ...filter, state: "" });
    const byGenre = await registerCounts(db, communityId, { ...filter, genre: "" });
    const found = sum(byState.filter(({ state }) => filter.state === "" || state === filter.state));
    const pages = Math.max(1, Math.ceil(found / PAGE));
    const page = Math.min(Math.max(1, asked.page ?? 1), pages);
    const rows = await registerPage(db, communityId, filter, { limit: PAGE, offset: (page - 1) * PAGE });
    const ids = rows.map(({ id }) => id);
    const [corrected, hanging] = [await correctedAmong(db, ids), await hangingAmong(db, ids)];
    const { names } = await staffNames(db, communityId);
    const genres = [...new Set(byGenre.map(({ genre }) => genre))];
    return {
      lines: rows.map((row) => ({
        ...{ id: row.id, number: row.number, title: row.title, state: row.state, public: row.public },
        ...{ masked: row.masked, createdAt: row.createdAt, issuedOn: row.issuedOn },
        draftedBy: names.get(row.draftedBy) ?? row.draftedBy,
        corrected: corrected.has(row.id),
        hanging: hanging.get(row.id) ?? 0,
      })),
      ...{ total, found, page, pages },
      states: Object.fromEntries(
        DOCUMENT_STATES.map((state) => [state, sum(byState.filter((row) => row.state === state))]),
      ) as Record<DocumentState, number>,
      all: sum(byState),
      genres: genres.map((id) => ({ id, name: genreName(id), n: sum(byGenre.filter(({ genre }) => genre === id)) })),
    };
  });
}
