import { crc32 } from "node:zlib";
import { Inflate } from "fflate";
import { OWN_TEMPLATE_LIMITS as LIMITS, TemplateRefusal } from "#app/domain/document/own-template.ts";

/** The parts of a package, by name, in the order of its directory. */
export type Parts = Map<string, Uint8Array>;

type Entry = { name: string; flags: number; method: number; crc: number; packed: number; size: number; at: number };

/** 16 KB unpack to at most 16 MB (1,000 : 1) between two looks at the sum. */
const PIECE = 16 * 1024;
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];

/**
 * Unpacks an uploaded package. The directory says how large everything is, and is refused where that is too much; what really unpacks is
 * counted too, because directories lie. A part that its own header calls otherwise is refused: another program would read another file.
 * Throws TemplateRefusal.
 */
export function unpack(bytes: Uint8Array): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = within(() => directory(bytes, view)).filter(({ name }) => !name.endsWith("/"));
  if (entries.length > LIMITS.parts) throw refuse("too-many-parts");
  if (entries.reduce((sum, { size }) => sum + size, 0) > LIMITS.unpacked) throw refuse("unpacks-too-large");
  const parts: Parts = new Map();
  const taken = new Set<string>();
  const regions: [from: number, to: number][] = [];
  for (const entry of entries) {
    checkName(entry.name, taken);
    const from = within(() => bodyOf(entry, bytes, view));
    regions.push([entry.at, from + entry.packed]);
    parts.set(
      entry.name,
      within(() => inflated(entry, bytes.subarray(from, from + entry.packed))),
    );
  }
  // The same bytes under a thousand names would unpack a thousand times.
  regions.sort(([a], [b]) => a - b);
  if (regions.some(([from], index) => from < (regions[index - 1]?.[1] ?? 0))) throw refuse("damaged");
  return parts;
}

/** What reading beyond the end throws is damage. */
function within<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof TemplateRefusal ? error : refuse("damaged");
  }
}

function directory(bytes: Uint8Array, view: DataView): Entry[] {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // 0xffff and 0xffffffff refer to the records of huge archives, which nothing of 5 MB needs.
  if (count === 0xffff || at === 0xffffffff || view.getUint16(end + 4, true) !== 0) throw refuse("damaged");
  const entries: Entry[] = [];
  for (let n = 0; n < count; n += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw refuse("damaged");
    const [nameLength, extra, comment] = [28, 30, 32].map((off) => view.getUint16(at + off, true)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: nameIn(bytes, at + 46, nameLength),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function endOf(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw refuse("damaged");
}

function nameIn(bytes: Uint8Array, at: number, length: number): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(at, at + length));
}

function checkName(name: string, taken: Set<string>): void {
  const plain = name.toLowerCase();
  const unsafe = /^[/\\]|\\|:|(^|\/)\.{1,2}(\/|$)|\/\//.test(name) || name.length > 200;
  if (unsafe || taken.has(plain)) throw refuse("odd-part", name.slice(0, 80));
  taken.add(plain);
}

/** Where an entry's bytes begin, once its own header agrees with the directory. */
function bodyOf({ name, at, flags, packed }: Entry, bytes: Uint8Array, view: DataView): number {
  if ((flags & 1) !== 0 || (view.getUint16(at + 6, true) & 1) !== 0) throw refuse("encrypted");
  const nameLength = view.getUint16(at + 26, true);
  if (view.getUint32(at, true) !== LOCAL || nameIn(bytes, at + 30, nameLength) !== name) throw refuse("damaged");
  const from = at + 30 + nameLength + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) throw refuse("damaged");
  return from;
}

function inflated({ method, size, crc }: Entry, packed: Uint8Array): Uint8Array {
  const whole = method === 0 ? packed : method === 8 ? inflate(packed, size) : undefined;
  if (!whole || whole.length !== size || crc32(whole) !== crc) throw refuse("damaged");
  return whole;
}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let sum = 0;
  let lied = false;
  const stream = new Inflate((piece) => {
    lied ||= sum + piece.length > size;
    if (!lied) whole.set(piece, sum);
    sum += piece.length;
  });
  for (let at = 0; at < packed.length && !lied; at += PIECE) {
    stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  }
  if (lied) throw refuse("unpacks-too-large");
  return whole.subarray(0, sum);
}

const refuse = (reason: "damaged" | "encrypted" | "too-many-parts" | "unpacks-too-large" | "odd-part", what?: string) =>
  new TemplateRefusal({ reason, ...(what === undefined ? {} : { what }) });
