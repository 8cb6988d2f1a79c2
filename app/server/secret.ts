import { createHmac, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The installation's secret, made once and kept in DATA_DIR, readable by its owner only. */
export function loadSecret(dataDir: string): Buffer {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "secret.key");
  try {
    // wx: two processes starting at once agree on one secret.
    writeFileSync(file, randomBytes(32), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file);
}

export const signer = (secret: Buffer) => (text: string) =>
  createHmac("sha256", secret).update(text).digest("base64url");
