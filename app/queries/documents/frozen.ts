import { fileDigest } from "#app/domain/digest.ts";
import { canonicalJson } from "#app/domain/journal/canonical.ts";
import type { House } from "#app/house.ts";
import type { Content } from "#templates/content.ts";

/** What a paper says and the name of its file, as it was checked and is kept. */
export type Frozen = Content & { fileName: string };

/** The bytes that are kept: equal for equal words. */
export const freeze = (frozen: Frozen): Buffer => bytesOf(frozen);

/** Tells whether two papers say the same. The file's name is no part of what a paper says: it may carry the day on which it was made. */
export function wordsDigest({ fileName: _, ...content }: Frozen): string {
  return fileDigest(bytesOf(content));
}

const bytesOf = (value: object) => Buffer.from(canonicalJson(JSON.parse(JSON.stringify(value))), "utf8");

/** What was checked. Throws not-found, file-changed. */
export async function thaw(house: House, digest: string): Promise<Frozen> {
  return JSON.parse((await house.files.get(digest)).toString("utf8")) as Frozen;
}
