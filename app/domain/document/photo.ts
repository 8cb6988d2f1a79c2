import { DomainError } from "#app/domain/errors.ts";

export type Photo = { type: "image/jpeg" | "image/png"; bytes: Uint8Array };

/** Largest picture that is taken, bytes. */
export const PHOTO_LIMIT = 5_000_000;
/** Width times height: some phones take 200 megapixels; a browser that opens much more of them ends. 我方默认. */
const MOST_PIXELS = 250_000_000;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Chunks that make the picture; the others (eXIf, tEXt, iTXt, zTXt, tIME …) tell where, when and by whom. */
const PNG_KEPT = new Set("IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT pHYs".split(" "));

/**
 * The picture without what it tells besides: place, time, device, owner, thumbnails. How it is turned stays, or it would lie on its side.
 * Throws invalid-value naming `photo` for what is neither JPEG nor PNG or is torn, too-large.
 */
export function cleanPhoto(bytes: Uint8Array): Photo {
  if (bytes.length > PHOTO_LIMIT) throw new DomainError("too-large", { limit: PHOTO_LIMIT });
  if (PNG.every((byte, index) => bytes[index] === byte)) return { type: "image/png", bytes: cleanPng(bytes) };
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return { type: "image/jpeg", bytes: cleanJpeg(bytes) };
  throw noPicture();
}

const noPicture = () =>
  new DomainError("invalid-value", {
    problems: [{ field: "photo", message: "照片只收 JPEG 或 PNG，这个文件打不开。" }],
  });

/** Few bytes may say that they are a picture of any size. */
function checkSize(width: number, height: number): void {
  if (width === 0 || height === 0 || width * height > MOST_PIXELS) throw noPicture();
}

function cleanPng(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes);
  if (bytes.length < PNG.length + 16 || text(bytes, PNG.length + 4, 4) !== "IHDR") throw noPicture();
  checkSize(view.getUint32(PNG.length + 8), view.getUint32(PNG.length + 12));
  const parts = [bytes.subarray(0, PNG.length)];
  for (let at = PNG.length; ; ) {
    if (at + 12 > bytes.length) throw noPicture();
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) throw noPicture();
    const name = text(bytes, at + 4, 4);
    if (PNG_KEPT.has(name)) parts.push(bytes.subarray(at, end));
    // Whatever hangs behind the end is no part of the picture.
    if (name === "IEND") return join(parts);
    at = end;
  }
}

/** Without EXIF and XMP (APP1), IPTC (APP13), comments and all else but JFIF, colour profile and Adobe's colour transform. */
function cleanJpeg(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 2)];
  let turn = 1;
  for (let at = 2; ; ) {
    if (at + 4 > bytes.length || bytes[at] !== 0xff) throw noPicture();
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) throw noPicture();
    if (isFrame(marker) && end >= at + 9) checkSize(view.getUint16(at + 7), view.getUint16(at + 5));
    if (marker === 0xe1 && turn === 1) turn = orientation(bytes.subarray(at + 4, end));
    if (isPicture(marker, bytes, at)) parts.push(bytes.subarray(at, end));
    at = end;
    if (marker === 0xda) {
      const last = endOfImage(bytes, at);
      parts.push(bytes.subarray(at, last));
      if (turn !== 1) parts.splice(1, 0, turned(turn));
      return join(parts);
    }
  }
}

/** SOF0 to SOF15 tell the size; DHT, JPG and DAC among their numbers do not. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** The compressed data through the marker of the picture's end; scans of a progressive one, with their tables, lie between. */
function endOfImage(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; ) {
    const marker = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : 0;
    if (marker === 0xd9) return at + 2;
    // A segment between two scans: only tables and the next scan's head belong there, and whatever else hides there is refused.
    if (marker >= 0xc0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) {
      if (marker !== 0xc4 && marker !== 0xda && marker !== 0xdb && marker !== 0xdc && marker !== 0xdd)
        throw noPicture();
      at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    } else at += 1;
  }
  throw noPicture();
}

function isPicture(marker: number, bytes: Uint8Array, at: number): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe2) return text(bytes, at + 4, 11) === "ICC_PROFILE";
  if (marker === 0xe0) return text(bytes, at + 4, 4) === "JFIF";
  return marker === 0xee;
}

/** How the picture is to be turned, 1 to 8 (EXIF tag 0x0112); 1 where it does not say. */
function orientation(segment: Uint8Array): number {
  if (text(segment, 0, 4) !== "Exif" || segment.length < 20) return 1;
  const tiff = viewOf(segment.subarray(6));
  const little = text(segment, 6, 2) === "II";
  const first = tiff.getUint32(4, little);
  if (first + 2 > tiff.byteLength) return 1;
  const count = tiff.getUint16(first, little);
  for (let index = 0; index < count; index++) {
    const entry = first + 2 + index * 12;
    if (entry + 12 > tiff.byteLength) return 1;
    const value = tiff.getUint16(entry + 8, little);
    if (tiff.getUint16(entry, little) === 0x0112) return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** An EXIF segment that says nothing but how the picture is turned. */
function turned(turn: number): Uint8Array {
  const body = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0];
  const segment = [..."Exif"].map((letter) => letter.charCodeAt(0)).concat(0, 0, body);
  return Uint8Array.from([0xff, 0xe1, 0, segment.length + 2, ...segment]);
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const text = (bytes: Uint8Array, at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length));

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
