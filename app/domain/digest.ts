import { createHash } from "node:crypto";

/** SHA-256 as base64url: how tokens and keys are kept, so that a copied database opens nothing. */
export const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** SHA-256 of a file's bytes in hex: what `certutil -hashfile` and `sha256sum` print. */
export const fileDigest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
