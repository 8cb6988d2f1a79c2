/** Pictures as phones take them: with place, device, comments, and more behind their end. Not to be looked at. */

const segment = (marker: number, body: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** EXIF in the byte order of phones' (II): orientation, maker, and words about the place. */
function exif(turn: number): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 24 + 4);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  for (const [index, [tag, value]] of [
    [0x010f, 7],
    [0x0112, turn],
  ].entries()) {
    tiff.writeUInt16LE(tag as number, 10 + index * 12);
    tiff.writeUInt16LE(3, 12 + index * 12);
    tiff.writeUInt32LE(1, 14 + index * 12);
    tiff.writeUInt16LE(value as number, 18 + index * 12);
  }
  return Buffer.concat([Buffer.from("Exif\0\0"), tiff, Buffer.from("HUAWEI GPSLatitude 36.0671N")]);
}

const START_OF_SCAN = Buffer.from([1, 1, 0, 0, 63, 0]);

/** A progressive JPEG with two scans; `turn` is its EXIF orientation. */
export function jpeg({ turn }: { turn: number }): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1")),
    segment(0xe1, exif(turn)),
    segment(0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0XMP")),
    segment(0xe2, Buffer.from("ICC_PROFILE\0\x01\x01", "latin1")),
    segment(0xed, Buffer.from("Photoshop 3.0\0")),
    segment(0xfe, Buffer.from("comment by somebody")),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc2, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
    segment(0xda, START_OF_SCAN),
    Buffer.from("the picture itself"),
    Buffer.from([0xff, 0x00, 0xff, 0xd0]),
    segment(0xc4, Buffer.alloc(20, 2)),
    segment(0xda, START_OF_SCAN),
    Buffer.from("second scan"),
    Buffer.from([0xff, 0xd9]),
    Buffer.from("hidden behind the end: MotionPhoto"),
  ]);
}

function chunk(name: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, Buffer.from(name), body, Buffer.alloc(4)]);
}

export function png(): Buffer {
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", Buffer.from([0, 0, 0, 4, 0, 0, 0, 3, 8, 2, 0, 0, 0])),
    chunk("eXIf", exif(1)),
    chunk("tEXt", Buffer.from("Comment\0comment by somebody")),
    chunk("IDAT", Buffer.from("the picture itself")),
    chunk("IEND", Buffer.alloc(0)),
    Buffer.from("hidden behind the end of it"),
  ]);
}

/** The tags of a JPEG's first EXIF segment with their values; empty without one. */
export function exifOf(bytes: Uint8Array): Record<number, number> {
  const buffer = Buffer.from(bytes);
  const at = buffer.indexOf("Exif\0\0", 0, "latin1") + 6;
  if (at < 6) return {};
  const little = buffer.toString("latin1", at, at + 2) === "II";
  const short = (offset: number) => (little ? buffer.readUInt16LE(offset) : buffer.readUInt16BE(offset));
  const first = at + (little ? buffer.readUInt32LE(at + 4) : buffer.readUInt32BE(at + 4));
  const entries = Array.from({ length: short(first) }, (_, index) => first + 2 + index * 12);
  return Object.fromEntries(entries.map((entry) => [short(entry), short(entry + 8)]));
}
