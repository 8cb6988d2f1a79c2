import { fileDigest } from "#app/domain/digest.ts";
import { uniqueNames } from "#app/domain/document/file-name.ts";
import type { Head } from "#app/domain/journal/chain.ts";
import { type ArchiveFile, type ArchivePart, jsonFile, type Missing } from "./file.ts";

export type Archived = { path: string; bytes: number; sha256: string };

/** What the archive is of, and as of when. */
export type About = {
  community: string;
  /** The meeting's title and code, or the period's name. */
  of: { kind: "meeting" | "period"; id: string; name: string };
  demonstration: boolean;
  madeAt: Date;
  madeBy: string;
  /** End of the whole house's journal when the archive was begun. */
  journal: Head;
};

export type Manifest = Omit<About, "madeAt"> & { madeAt: string; files: Archived[]; missing: Missing[] };

/**
 * The files, each under a name that nobody else has, then `manifest.json` with all of them and what is missing, then `SHA256SUMS` over them and the
 * manifest. Holds of each file no more than its name, size and sum.
 */
export async function* withManifest(about: About, parts: AsyncIterable<ArchivePart>): AsyncGenerator<ArchiveFile> {
  const nameOf = uniqueNames();
  const files: Archived[] = [];
  const missing: Missing[] = [];
  for await (const part of parts) {
    if ("missing" in part) missing.push(part.missing);
    else {
      const file = { ...part, path: nameOf(part.path) };
      files.push(lineOf(file));
      yield file;
    }
  }
  const manifest = jsonFile("manifest.json", manifestOf(about, files, missing));
  yield manifest;
  const sums = [...files, lineOf(manifest)].map(({ path, sha256 }) => `${sha256}  ${path}\n`);
  yield { path: "SHA256SUMS", bytes: Buffer.from(sums.join("")), packed: false };
}

const lineOf = ({ path, bytes }: ArchiveFile): Archived => ({
  path,
  bytes: bytes.byteLength,
  sha256: fileDigest(bytes),
});

function manifestOf({ madeAt, ...about }: About, files: Archived[], missing: Missing[]): Manifest {
  return { ...about, madeAt: madeAt.toISOString(), files, missing };
}
