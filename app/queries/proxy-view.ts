import type { MeetingSnapshot, SnapshotPoll, SnapshotProxy } from "#app/domain/meeting/snapshot.ts";
import { standingIn } from "#app/domain/proxy/stand-in.ts";
import type { House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { paperHolders } from "#db/stores/count.ts";
import { claimants, pollById } from "#db/stores/poll.ts";
import { proxiesOf } from "#db/stores/proxy.ts";

/** For whom a person may vote in a poll, and whether that ballot is in the box; told to that person's phone alone. */
export type Held = (personId: string) => readonly SnapshotProxy[];

const NOBODY: Held = () => [];

/**
 * For whom each holder may vote in the poll that is shown, while it is open. One query in a meeting without proxies, and a few for all phones
 * together in one with.
 */
export async function proxiesHeldIn(db: Handle, shown: SnapshotPoll | null): Promise<Held> {
  if (shown?.state !== "open") return NOBODY;
  const poll = await pollById(db, shown.id);
  const proxies = poll ? await proxiesOf(db, poll.meetingId) : [];
  if (!poll || proxies.length === 0) return NOBODY;
  const [voted, papers] = [new Set(await claimants(db, poll.id)), new Set(await paperHolders(db, poll.id))];
  const held = new Map<string, SnapshotProxy[]>();
  const standing = new Set(standingIn(poll, proxies));
  for (const proxy of proxies) {
    const { principal, holderId } = proxy;
    const counts = principal.votingRight && (poll.remote || principal.presentAt !== null);
    if (!counts || !standing.has(proxy)) continue;
    const { personId, name } = principal;
    const mine = voted.has(personId) ? "recorded" : "none";
    const line = { personId, name, mine, ...(papers.has(personId) ? { onPaper: true } : {}) } as const;
    held.set(holderId, [...(held.get(holderId) ?? []), line]);
  }
  return (personId) => held.get(personId) ?? [];
}

/** The same on a snapshot of its own. */
export const proxiesHeld = (house: House, shown: SnapshotPoll | null): Promise<Held> =>
  shown?.state === "open" ? house.db.read((db) => proxiesHeldIn(db, shown)) : Promise.resolve(NOBODY);

/** The snapshot as somebody sees it who votes for others; unchanged for everyone else. */
export function withProxies(shared: MeetingSnapshot, proxies: readonly SnapshotProxy[]): MeetingSnapshot {
  return shared.poll && proxies.length > 0 ? { ...shared, poll: { ...shared.poll, proxies } } : shared;
}
