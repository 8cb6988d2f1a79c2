import { describe, expect, it } from "vitest";
import { cleanPhoto, PHOTO_LIMIT } from "#app/domain/document/photo.ts";
import { exifOf, jpeg, png } from "#tests/photos.ts";
import { refusal } from "../refusal.ts";

const holds = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(Buffer.from(words, "latin1"));
const SECRETS = ["GPSLatitude", "36.0671N", "HUAWEI", "comment by", "hidden behind", "XMP", "Photoshop"];

describe("a picture of a posting", () => {
  it("keeps its JPEG data, and nothing of where, when and with what it was taken", () => {
    const taken = jpeg({ turn: 1 });
    for (const secret of SECRETS) expect(holds(taken, secret), secret).toBe(true);
    const { type, bytes } = cleanPhoto(taken);
    expect(type).toBe("image/jpeg");
    for (const secret of SECRETS) expect(holds(bytes, secret), secret).toBe(false);
    expect(holds(bytes, "Exif")).toBe(false);
    for (const kept of ["JFIF", "ICC_PROFILE", "the picture itself", "second scan"])
      expect(holds(bytes, kept)).toBe(true);
  });

  it("stays upright: of EXIF the turn alone is left", () => {
    const { bytes } = cleanPhoto(jpeg({ turn: 6 }));
    expect(exifOf(bytes)).toEqual({ 274: 6 });
    for (const secret of SECRETS) expect(holds(bytes, secret), secret).toBe(false);
    expect(cleanPhoto(bytes).bytes).toEqual(bytes);
  });

  it("keeps of a PNG what makes the picture", () => {
    const taken = png();
    expect(holds(taken, "GPSLatitude") && holds(taken, "comment by") && holds(taken, "hidden behind")).toBe(true);
    const { type, bytes } = cleanPhoto(taken);
    expect(type).toBe("image/png");
    for (const secret of ["GPSLatitude", "comment by", "hidden behind", "eXIf", "tEXt"])
      expect(holds(bytes, secret), secret).toBe(false);
    for (const kept of ["IHDR", "IDAT", "IEND", "the picture itself"]) expect(holds(bytes, kept)).toBe(true);
  });

  it.each([
    ["no picture", Buffer.from("%PDF-1.7 something")],
    ["an HTML page", Buffer.from("<html><script>alert(1)</script>")],
    ["nothing", Buffer.alloc(0)],
    ["a torn JPEG", jpeg({ turn: 1 }).subarray(0, 60)],
    ["a JPEG without its end", jpeg({ turn: 1 }).subarray(0, -40)],
    ["a torn PNG", png().subarray(0, -30)],
  ])("%s is refused", (_what, bytes) => {
    expect(refusal(() => cleanPhoto(bytes))?.word).toBe("invalid-value");
  });

  it("of more than 5 MB is refused", () => {
    const large = Buffer.concat([jpeg({ turn: 1 }), Buffer.alloc(PHOTO_LIMIT)]);
    expect(refusal(() => cleanPhoto(large))?.word).toBe("too-large");
  });
});

const sized = (picture: Buffer, width: number, height: number): Buffer => {
  const copy = Buffer.from(picture);
  copy.writeUInt32BE(width, 16);
  copy.writeUInt32BE(height, 20);
  return copy;
};
const sizedJpeg = (width: number, height: number): Buffer => {
  const copy = jpeg({ turn: 1 });
  const frame = copy.indexOf(Buffer.from([0xff, 0xc2]));
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
};

describe("a picture that is small to send and huge to look at", () => {
  it.each([
    ["a PNG of 60,000 by 60,000", sized(png(), 60_000, 60_000)],
    ["a PNG of no height", sized(png(), 10, 0)],
    [
      "a PNG whose size comes last",
      Buffer.concat([png().subarray(0, 8), png().subarray(33, -27), png().subarray(8, 33)]),
    ],
    ["a JPEG of 65,000 by 65,000", sizedJpeg(65_000, 65_000)],
  ])("%s is refused", (_what, bytes) => {
    expect(refusal(() => cleanPhoto(bytes))?.word).toBe("invalid-value");
  });

  it("one of 108 megapixels, as some phones take them, is not", () => {
    expect(cleanPhoto(sizedJpeg(12_000, 9_000)).type).toBe("image/jpeg");
    expect(cleanPhoto(sized(png(), 12_000, 9_000)).type).toBe("image/png");
  });
});
