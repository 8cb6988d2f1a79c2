import { createCommunity } from "#app/commands/set-up.ts";
import type { Actor, House } from "#app/house.ts";
import { insertPeople, type Person } from "#db/stores/roll.ts";

/**
 * The cast of the tests, all invented. Ten of the twelve have voting right, so that two thirds is seven.
 * The seats are the four fixed ones of the roundtable, and one observer.
 */
export const cast = {
  secretary: { name: "周岚", seat: "社区党委书记", unit: "翠湖社区党委", votingRight: true },
  manager: { name: "郑国强", seat: "小区物业负责人", unit: "翠湖物业服务中心", votingRight: false },
  household: { name: "何秀英", seat: "党员中心户", unit: "1号楼", votingRight: true },
  chen: { name: "陈建平", seat: "居民代表", unit: "1号楼", votingRight: true },
  liu: { name: "刘桂芳", seat: "居民代表", unit: "2号楼", votingRight: true },
  wang: { name: "王志远", seat: "居民代表", unit: "2号楼", votingRight: true },
  li: { name: "李淑珍", seat: "居民代表", unit: "3号楼", votingRight: true },
  zhang: { name: "张海波", seat: "居民代表", unit: "3号楼", votingRight: true },
  zhao: { name: "赵玉兰", seat: "居民代表", unit: "4号楼", votingRight: true },
  sun: { name: "孙立军", seat: "居民代表", unit: "5号楼", votingRight: true },
  wu: { name: "吴春梅", seat: "居民代表", unit: "6号楼", votingRight: true },
  observer: { name: "徐静", seat: "街道指导员", unit: "湖滨街道办事处", votingRight: false },
} as const;

export type CastMember = keyof typeof cast;

export const PASSWORD = "lake-side-2026";

export type SeededCommunity = {
  communityId: string;
  staffId: string;
  /** 相约星期三 */
  bodyId: string;
  username: string;
  /** The secretary at the desk. */
  actor: Actor;
  /** The cast on the roll, by their keys here. */
  people: Record<CastMember, Person>;
};

/** A community with its secretary's account (`PASSWORD`), the body 相约星期三, and the cast on its roll. A second one needs its own `username`. */
export async function seedCommunity(
  house: House,
  options: { community?: string; username?: string } = {},
): Promise<SeededCommunity> {
  const username = options.username ?? "zhoulan";
  const name = cast.secretary.name;
  const community = options.community ?? "翠湖社区";
  const ids = await createCommunity(house, {
    community,
    street: "湖滨街道",
    name,
    username,
    password: PASSWORD,
    demonstration: false,
  });
  const actor: Actor = { kind: "staff", staffId: ids.staffId, communityId: ids.communityId, name, role: "secretary" };
  const people = castOf(house, ids.communityId);
  await house.db.write((db) => insertPeople(db, Object.values(people)));
  return { ...ids, username, actor, people };
}

function castOf(house: House, communityId: string): Record<CastMember, Person> {
  const onRoll = (member: (typeof cast)[CastMember]): Person => ({
    ...member,
    id: house.newId(),
    communityId,
    rollId: null,
    phone: "",
    version: 1,
    createdAt: house.clock(),
    removedAt: null,
  });
  const entries = Object.entries(cast).map(([key, member]) => [key, onRoll(member)]);
  return Object.fromEntries(entries) as Record<CastMember, Person>;
}
