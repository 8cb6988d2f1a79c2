/** One file on its way into an archive; `packed` ones (Word, spreadsheets) are compressed already. */
export type ArchiveFile = { path: string; bytes: Uint8Array; packed: boolean };

/** What was to be in the archive and is not, and why. */
export type Missing = { paper: string; parts: string[] };

/** Files and, between them, what could not be made. */
export type ArchivePart = ArchiveFile | { missing: Missing };

/** JSON that people can read, with a line feed at its end. */
export function jsonFile(path: string, value: unknown): ArchiveFile {
  return { path, bytes: Buffer.from(`${JSON.stringify(value, null, 1)}\n`), packed: false };
}
