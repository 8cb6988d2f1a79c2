import { deflateSync, Zip, ZipPassThrough } from "fflate";
import { clockWithSecondsOf, dayOf } from "#app/domain/calendar/day.ts";
import type { ArchiveFile } from "./file.ts";

/** DEFLATE, as all programs can read it while it still comes in; one that is stored plainly they cannot (its length stands behind it). */
const DEFLATE = 8;
/** The level of what is compressed already, and of what is not. */
const STORED = 0;
const PACKED = 6;

/**
 * A file of the archive, given in one piece. The library's own deflating entries keep 96 KB of workspace each until the whole archive is
 * done: over a thousand papers that would be all of the memory that an archive may take.
 */
class Entry extends ZipPassThrough {
  override compression = DEFLATE;
  readonly #level: 0 | 6;

  constructor(name: string, packed: boolean) {
    super(name);
    this.#level = packed ? STORED : PACKED;
  }

  protected override process(bytes: Uint8Array, final: boolean): void {
    this.ondata(null, deflateSync(bytes, { level: this.#level }), final);
  }
}

/**
 * The files as a zip, piece by piece as they come: nothing is kept but the list at its end. Names are UTF-8 and marked so; times are those of `madeAt`
 * on the wall in Shanghai, as zips know no time zones.
 */
export async function* zipped(files: AsyncIterable<ArchiveFile>, madeAt: Date): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for await (const { path, bytes, packed } of files) {
    const entry = new Entry(path, packed);
    entry.mtime = `${dayOf(madeAt)}T${clockWithSecondsOf(madeAt)}`;
    zip.add(entry);
    entry.push(bytes, true);
    yield Buffer.concat(pieces.splice(0));
    // The database answers at once, without ever giving way: votes that came in meanwhile go first.
    await new Promise((resolve) => setImmediate(resolve));
  }
  zip.end();
  yield Buffer.concat(pieces.splice(0));
}
