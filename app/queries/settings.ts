import { communityWords, editionOfWords } from "#app/domain/community.ts";
import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { apiTokensOf, communitiesOf, communityById, sessionsOf } from "#db/stores/staff.ts";

/** The settings page: the community's words with their edition, this person's sessions (latest first) and tokens. */
export function settingsPage(house: House, actor: Actor, sessionValue: string | null) {
  return house.db.read(async (db) => {
    const community = await communityById(db, actor.communityId);
    if (!community) throw new DomainError("not-found");
    const words = communityWords(community);
    const here = sessionValue ? digest(sessionValue) : null;
    const sessions = (await sessionsOf(db, actor.staffId, house.clock())).reverse();
    const tokens = (await apiTokensOf(db, actor.staffId)).reverse();
    const communities = community.kind === "street" ? await communitiesOf(db, community) : null;
    return {
      words,
      kind: community.kind,
      /** Null for whoever is no street. */
      communities,
      seen: editionOfWords(words),
      sessions: sessions.map(({ id, createdAt, userAgent }) => ({ id, createdAt, userAgent, here: id === here })),
      tokens: tokens.map(({ id, label, createdAt, revokedAt }) => ({ id, label, createdAt, revokedAt })),
    };
  });
}
