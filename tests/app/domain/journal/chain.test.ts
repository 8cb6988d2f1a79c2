import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, GENESIS, type JournalEntry, linkEntry, verifyChain } from "#app/domain/journal/chain.ts";

/** JSON as any store gives it back; `-0` reads back as 0. */
const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)));
const body = fc.record({
  communityId: fc.string(),
  at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }).map((date) => date.toISOString()),
  actor: fc.string(),
  act: fc.string({ minLength: 1 }),
  subject: fc.string({ unit: "grapheme" }),
  data: json,
});
type Body = Parameters<typeof linkEntry>[1];

function chainOf(bodies: readonly Body[]): JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (const each of bodies) entries.push(linkEntry(entries.at(-1) ?? GENESIS, each));
  return entries;
}
const chain = fc.array(body, { minLength: 1, maxLength: 6 }).map(chainOf);

function replaced(
  entries: readonly JournalEntry[],
  index: number,
  change: Partial<Record<keyof JournalEntry, unknown>>,
) {
  return entries.map((entry, at) => (at === index ? { ...entry, ...change } : entry)) as JournalEntry[];
}

describe("threat: insider edits the database: journal chain", () => {
  it("hashes what the format says, so that others can check it without this code", () => {
    const entry = linkEntry(GENESIS, {
      communityId: "c1",
      at: "2026-11-25T06:30:00.000Z",
      actor: "u1",
      act: "open-poll",
      subject: "poll:7",
      data: { b: [1, "二"], a: null },
    });
    const told = `{"act":"open-poll","actor":"u1","at":"2026-11-25T06:30:00.000Z","communityId":"c1","data":{"a":null,"b":[1,"二"]},"prev":"${"0".repeat(64)}","seq":1,"subject":"poll:7"}`;
    expect(entry).toMatchObject({
      seq: 1,
      prev: "0".repeat(64),
      hash: createHash("sha256").update(told).digest("hex"),
    });
  });

  it("is whole as written, and after a way through JSON", () => {
    fc.assert(
      fc.property(chain, (entries) => {
        const report = { head: { seq: entries.length, hash: entries.at(-1)?.hash }, fault: null };
        expect(verifyChain(entries)).toEqual(report);
        expect(verifyChain(JSON.parse(JSON.stringify(entries)))).toEqual(report);
      }),
    );
    expect(verifyChain([])).toEqual({ head: GENESIS, fault: null });
  });

  it("names the entry in which any one byte of any field was flipped", () => {
    const names = ["communityId", "at", "actor", "act", "subject", "data", "prev", "hash"] as const;
    fc.assert(
      fc.property(
        chain,
        fc.nat(),
        fc.constantFrom(...names),
        fc.nat(),
        fc.nat(7),
        (entries, pick, name, place, bit) => {
          const index = pick % entries.length;
          const bytes = Buffer.from(canonicalJson(entries[index]?.[name]), "utf8");
          const spot = place % bytes.length;
          bytes[spot] = (bytes[spot] ?? 0) ^ (1 << bit);
          const value = readable(bytes.toString("utf8"));
          fc.pre(canonicalJson(value) !== canonicalJson(entries[index]?.[name]));
          expect(verifyChain(replaced(entries, index, { [name]: value }))).toMatchObject({
            head: { seq: index },
            fault: expect.any(String),
          });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("names a changed number", () => {
    fc.assert(
      fc.property(chain, fc.nat(), fc.integer(), (entries, pick, seq) => {
        const index = pick % entries.length;
        fc.pre(seq !== index + 1);
        expect(verifyChain(replaced(entries, index, { seq }))).toMatchObject({
          head: { seq: index },
          fault: expect.any(String),
        });
      }),
    );
  });

  it("names the place where an entry was taken out, put in, swapped or written anew", () => {
    const bodies = ["甲", "乙", "丙", "丁"].map((actor) => ({
      communityId: "c1",
      at: "2026-11-25T06:30:00.000Z",
      actor,
      act: "check-in",
      subject: "meeting:1",
      data: {},
    }));
    const [a, b, c, d] = chainOf(bodies) as [JournalEntry, JournalEntry, JournalEntry, JournalEntry];
    const forged = linkEntry(a, { ...b, actor: "戊" });
    const late = linkEntry({ seq: 4, hash: a.hash }, b);
    expect(verifyChain([a, late])).toMatchObject({ head: { seq: 1 }, fault: "序号应为 2，实为 5" });
    expect(verifyChain([a, c, d])).toMatchObject({ head: { seq: 1 }, fault: expect.any(String) });
    expect(verifyChain([b, c, d])).toMatchObject({ head: { seq: 0 }, fault: expect.any(String) });
    expect(verifyChain([a, b, b, c, d])).toMatchObject({ head: { seq: 2 }, fault: expect.any(String) });
    expect(verifyChain([a, c, b, d])).toMatchObject({ head: { seq: 1 }, fault: expect.any(String) });
    expect(verifyChain([a, forged, c, d])).toMatchObject({ head: { seq: 2 }, fault: "与上一条接不上" });
  });

  it("reports rather than breaks on data that is not JSON", () => {
    const [entry] = chainOf([{ communityId: "c", at: "", actor: "", act: "x", subject: "", data: 1 }]);
    for (const data of [Number.NaN, 1n, new Date(0), () => 1, undefined]) {
      expect(verifyChain([{ ...entry, data } as unknown as JournalEntry])).toMatchObject({
        head: { seq: 0 },
        fault: expect.any(String),
      });
    }
  });
});

/** JSON where it still is, else the bare text: a store can hold either after a fault. */
function readable(text: string): unknown {
  try {
    const value = JSON.parse(text);
    // 1e514 reads as Infinity, which no chain holds.
    canonicalJson(value);
    return value;
  } catch {
    return text;
  }
}

describe("canonicalJson", () => {
  it("depends on the data alone, not on the order of its members", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(record));
        expect(JSON.parse(canonicalJson(record))).toEqual(record);
      }),
    );
  });

  it("leaves out what JSON leaves out, and refuses what JSON cannot hold", () => {
    expect(canonicalJson({ b: undefined, a: -0 })).toBe('{"a":0}');
    for (const value of [undefined, Number.POSITIVE_INFINITY, new Map(), Symbol("s"), 1n]) {
      expect(() => canonicalJson({ a: [value] })).toThrow(TypeError);
    }
  });
});
