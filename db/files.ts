import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { DomainError } from "#app/domain/errors.ts";

/** Files that are kept and never changed, each under the SHA-256 of its bytes (hex). A file that is put twice lies there once. */
export type Files = {
  /** Resolves when the file is on the disk for good. Throws `busy` when the disk refuses. */
  put(bytes: Uint8Array): Promise<string>;
  /** Throws not-found, file-changed when it is no longer what it was. */
  get(digest: string): Promise<Buffer>;
  /** Whether it is there and unchanged. */
  isWhole(digest: string): Promise<boolean>;
};

const DIGEST = /^[0-9a-f]{64}$/;

/** The kept files of a folder, two letters of the digest a folder each. Opened once; the folder need not be there yet. */
export function openFiles(folder: string): Files {
  const fileOf = (digest: string) => join(folder, digest.slice(0, 2), digest);

  async function get(digest: string): Promise<Buffer> {
    if (!DIGEST.test(digest)) throw new DomainError("not-found");
    const bytes = await readFile(fileOf(digest)).catch((error: NodeJS.ErrnoException) => {
      throw error.code === "ENOENT" ? new DomainError("not-found") : error;
    });
    if (sha256(bytes) !== digest) throw new DomainError("file-changed");
    return bytes;
  }

  const isWhole = (digest: string) =>
    get(digest).then(
      () => true,
      () => false,
    );

  return {
    get,
    isWhole,
    async put(bytes) {
      const digest = sha256(bytes);
      if (await isWhole(digest)) return digest;
      try {
        await writeWhole(join(folder, digest.slice(0, 2)), digest, bytes);
      } catch (error) {
        if (isRefusedByDisk(error)) throw new DomainError("busy");
        throw error;
      }
      return digest;
    },
  };
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const isRefusedByDisk = (error: unknown) =>
  /^(ENOSPC|EDQUOT|EROFS|EACCES|EIO)$/.test((error as NodeJS.ErrnoException).code ?? "");

/** All of it under its name, or nothing: written beside, forced to the disk, renamed, and the folder's own entry forced too. */
async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const beside = join(folder, `.${name}.${randomBytes(4).toString("hex")}`);
  try {
    const file = await open(beside, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, join(folder, name));
  } catch (error) {
    await unlink(beside).catch(() => {});
    throw error;
  }
  await syncFolder(folder);
  await syncFolder(join(folder, ".."));
}

/** Windows opens no folders; there the rename itself is as durable as it gets. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32" || !(await stat(folder)).isDirectory()) return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
