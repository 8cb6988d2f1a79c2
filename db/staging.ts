import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Files between an upload's preview and its confirmation: one per member of staff, so that nothing piles up. */

const fileOf = (dataDir: string, staffId: string) => join(dataDir, "staging", `roll-${staffId}.json`);

/** Keeps this person's upload in place of an earlier one. Readable by the server's account only: it holds phone numbers. */
export async function stage(dataDir: string, staffId: string, content: unknown): Promise<void> {
  await mkdir(join(dataDir, "staging"), { recursive: true, mode: 0o700 });
  await writeFile(fileOf(dataDir, staffId), JSON.stringify(content), { mode: 0o600 });
}

/** This person's upload, or undefined. */
export async function staged(dataDir: string, staffId: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(fileOf(dataDir, staffId), "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Forgets this person's upload, if there is one. */
export async function unstage(dataDir: string, staffId: string): Promise<void> {
  await rm(fileOf(dataDir, staffId), { force: true });
}
