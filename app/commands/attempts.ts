import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { DomainError } from "#app/domain/errors.ts";
import type { House } from "#app/house.ts";

export type Attempts = {
  /** Counts one attempt of this key. Throws too-many with `{minutes}` until there may be another. */
  count(key: string): Promise<void>;
  /** Throws as `count` does when none is left, and counts nothing. */
  check(key: string): Promise<void>;
  /** It was the right person after all. */
  forget(key: string): Promise<void>;
};

/** At most `most` attempts a key in `seconds`, each house for itself. Kept in memory: a restart forgives. */
export function limitAttempts(limit: { most: number; seconds: number }): (house: House) => Attempts {
  // By the database: a house is handed on in more than one shape, and two houses may well know the same keys.
  const ofHouses = new WeakMap<House["db"], Attempts>();
  return ({ db }) => {
    const attempts = ofHouses.get(db) ?? newAttempts(limit);
    ofHouses.set(db, attempts);
    return attempts;
  };
}

function newAttempts({ most, seconds }: { most: number; seconds: number }): Attempts {
  const limiter = new RateLimiterMemory({ points: most, duration: seconds });
  const tooMany = (ms: number) => new DomainError("too-many", { minutes: Math.ceil(ms / 60_000) });
  return {
    async count(key) {
      try {
        await limiter.consume(key);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        throw tooMany(refused.msBeforeNext);
      }
    },
    async check(key) {
      const used = await limiter.get(key);
      if (used && used.remainingPoints <= 0) throw tooMany(used.msBeforeNext);
    },
    async forget(key) {
      await limiter.delete(key);
    },
  };
}
