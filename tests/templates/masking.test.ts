import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskName } from "#app/domain/person/mask.ts";
import type { Content } from "#templates/content.ts";
import type { Common, Genre } from "#templates/genre.ts";
import { type GenreId, genres } from "#templates/index.ts";
import { samples } from "./samples/index.ts";

/** Every public paper: one that is added is tried from that moment on. */
const PUBLIC = (Object.keys(genres) as GenreId[]).filter((id) => genres[id].public);

/** What staff, not the meeting's people, set down for everybody to read, and words of the house's own. */
const NOT_TYPED = new Set([
  ..."community street signedBy organ organisation contact contactPhone supervisionPhone phone supervision objection opinionsTo".split(
    " ",
  ),
  ..."knownNames seat unit sentence verdict figures mode consensus outcome state kind id key matter rule source area step stage".split(
    " ",
  ),
  ..."category way method calledOff convener label".split(" "),
]);

const names = fc
  .tuple(
    fc.constantFrom(..."赵钱孙李周吴郑王欧"),
    fc.constantFrom(..."建国芳梅强玉兰文博春燕"),
    fc.constantFrom(..."明庆秀英海涛丽华伟志"),
  )
  .map((parts) => parts.join(""));
const digits = (count: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count });
const secrets = fc.record({
  name: names,
  room: fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 11, max: 29 }))
    .map(([building, unit, floor]) => ({ building, unit, room: `${floor}0${unit}` })),
  phone: digits(8).map((rest) => `139${rest.join("")}`),
  identity: digits(16).map((rest) => `3${rest.join("")}X`),
});
type Secrets = typeof secrets extends fc.Arbitrary<infer S> ? S : never;

/** Puts the secrets behind every text that people typed. */
function planted(value: unknown, words: string): unknown {
  if (typeof value === "string")
    return /\p{Script=Han}/u.test(value) && !/^\d{4}年/u.test(value) ? value + words : value;
  if (value instanceof Date || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => planted(member, words));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, NOT_TYPED.has(name) ? member : planted(member, words)]),
  );
}

const spoken = ({ name, room, phone, identity }: Secrets): string[] => [
  `，${name}家${room.building}号楼${room.unit}单元${room.room}室`,
  `（${room.building}-${room.unit}-${room.room}，电话${phone}，${name}）`,
  `；身份证${identity}，联系${name}${phone}`,
];

function printed(content: Content): string {
  const { blocks, attachments } = content;
  return JSON.stringify([blocks, attachments]);
}

describe.each(PUBLIC)("%s, put up in public", (id) => {
  const genre = genres[id] as unknown as Genre<Common>;

  it("has samples in which something can be hidden", () => {
    const text = printed(genre.content(planted(samples[id].usual(), "，王海涛") as Common, {}));
    expect(text.length).toBeGreaterThan(100);
    const inside = { ...(planted(samples[id].usual(), "，王海涛") as Common), masked: false };
    expect(printed(genre.content(inside))).toContain("王海涛");
  });

  it("holds no known name, no room, no phone and no identity number, wherever they were typed", () => {
    fc.assert(
      fc.property(secrets, fc.integer({ min: 0, max: 2 }), (secret, way) => {
        const sample = samples[id].usual() as Common;
        const knownNames = [...(sample.knownNames ?? []), secret.name];
        const input = { ...(planted(sample, spoken(secret)[way] ?? "") as Common), knownNames, masked: true };
        const text = printed(genre.content(input)) + genre.fileName(input);
        expect(text).not.toContain(secret.name);
        expect(text).not.toContain(`${secret.room.unit}单元`);
        expect(text).not.toContain(secret.room.room);
        expect(text).not.toContain(secret.phone);
        expect(text).not.toContain(secret.identity);
        expect(maskName(secret.name)).not.toBe(secret.name);
      }),
      { numRuns: 60 },
    );
  });

  it("hides what staff wrote in place of its own wordings likewise", () => {
    const sample = { ...(samples[id].usual() as Common), masked: true };
    const knownNames = [...(sample.knownNames ?? []), "王海涛"];
    const keys = genre.wordings({ ...sample, knownNames }).map(({ key }) => key);
    const edits = Object.fromEntries(keys.map((key) => [key, "王海涛住3号楼2单元719，电话13900001111"]));
    const text = printed(genre.content({ ...sample, knownNames }, { edits }));
    for (const secret of ["王海涛", "2单元", "719", "13900001111"]) expect(text).not.toContain(secret);
  });
});
