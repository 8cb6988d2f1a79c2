import type { Actor, House } from "#app/house.ts";
import { rollText } from "#app/text/rolls.ts";
import type { Handle } from "#db/connect.ts";
import { bodiesCalling, everyRollOf, type Roll, rollById, rollSizes, rollsOf } from "#db/stores/further-roll.ts";
import { type Body, bodiesOf, type Meeting } from "#db/stores/meeting.ts";
import { ownRoll } from "#db/stores/own.ts";

/** A roll by name. `id` null is the community's own 本社区名册. */
export type RollName = { id: string | null; name: string; kind: Roll["kind"]; removed: boolean };

const OWN: RollName = { id: null, name: rollText.own, kind: "people", removed: false };

const nameOf = ({ id, name, kind, removedAt }: Roll): RollName => ({ id, name, kind, removed: removedAt !== null });

/** The roll that a page is about: a further one, in use or not, or the community's own. Throws not-found. */
export async function rollInView(db: Handle, actor: Actor, rollId: string | null): Promise<RollName> {
  return rollId === null ? OWN : nameOf(await ownRoll(db, actor, rollId));
}

/** The roll that a page is about, by name. Throws not-found, for another community's too. */
export function rollNamed(house: House, actor: Actor, rollId: string | null): Promise<RollName> {
  return house.db.read((db) => rollInView(db, actor, rollId));
}

/** The rolls in use with how many are on them, the community's own first. */
export async function rollChoices(db: Handle, actor: Actor) {
  const sizes = await rollSizes(db, actor.communityId);
  const rolls = [OWN, ...(await rollsOf(db, actor.communityId)).map(nameOf)];
  return rolls.map((roll) => ({ ...roll, people: sizes.get(roll.id)?.people ?? 0 }));
}

/** All rolls with their sizes and the bodies that call them: those in use, the community's own first, and those that are not. */
export function rollList(house: House, actor: Actor) {
  return house.db.read(async (db) => {
    const sizes = await rollSizes(db, actor.communityId);
    const bodies = await bodiesOf(db, actor.communityId);
    const every = await everyRollOf(db, actor.communityId);
    const lineOf = (roll: RollName, version: number) => ({
      ...roll,
      version,
      ...(sizes.get(roll.id) ?? { people: 0, voting: 0 }),
      bodies: bodies.filter((body) => body.rollId === roll.id).map((body) => body.name),
    });
    const lines = every.map((roll) => lineOf(nameOf(roll), roll.version));
    return {
      rolls: [lineOf(OWN, 0), ...lines.filter((line) => !line.removed)],
      removed: lines.filter((line) => line.removed),
    };
  });
}

/** One further roll for its form, with who stands on it and which bodies keep it in use. Throws not-found. */
export function rollEditPage(house: House, actor: Actor, id: string) {
  return house.db.read(async (db) => {
    const roll = await ownRoll(db, actor, id);
    const { people } = (await rollSizes(db, actor.communityId)).get(id) ?? { people: 0 };
    const bodies = (await bodiesCalling(db, id)).map((body) => body.name);
    return { roll: { ...nameOf(roll), id, version: roll.version }, people, bodies };
  });
}

/** Whose roll a meeting has: the body's while it is planned, from the opening on the one it was then. */
export async function rollOfMeeting(
  db: Handle,
  { bodyThen }: Pick<Meeting, "bodyThen">,
  body: Body | undefined,
): Promise<RollName> {
  if (bodyThen) return bodyThen.roll ? { ...bodyThen.roll, removed: false } : OWN;
  return rollOfBody(db, body);
}

/** Whose people a body calls. */
export async function rollOfBody(db: Handle, body: Pick<Body, "rollId"> | undefined): Promise<RollName> {
  const roll = body?.rollId ? await rollById(db, body.rollId) : undefined;
  return roll ? nameOf(roll) : OWN;
}
