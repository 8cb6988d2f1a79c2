import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { copiedAs, MAX_DRAFT_LENGTH } from "#app/domain/method/draft.ts";
import { requireSecretary } from "#app/domain/secretary.ts";
import type { Actor, House } from "#app/house.ts";
import { methodFileText as text } from "#app/text/method-file.ts";
import { methodsAtHand } from "#db/stores/method.ts";
import { insertOwnMethod } from "#db/stores/own-method.ts";
import type { FileFault } from "./method-file/place.ts";
import { readMethodText } from "./method-file/read.ts";
import { newMethodId, requireScope, scopeField } from "./own-method.ts";
import { record } from "./record.ts";

/** 我方默认: ten times the longest built-in method. */
export const MAX_METHOD_FILE_BYTES = 512 * 1024;

const importOwnMethodInput = z.object({
  bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
  /** Keeps a file of the right shape as a draft though it has faults. */
  keepFaulty: z.boolean().default(false),
  scope: scopeField.default("community"),
});

/** `details` of the refusal of a file: one line for each fault, with its place. */
export type FileRefusal = (FileFault & { field: "file" })[];

/**
 * Begins an own method from a YAML or JSON file, as a draft under our own id. Throws too-large, invalid-value with `FileRefusal` (nothing is
 * stored then), not-allowed. Answers what still keeps the draft from being published.
 */
export async function importOwnMethod(
  house: House,
  actor: Actor,
  raw: z.input<typeof importOwnMethodInput>,
): Promise<{ id: string; faults: readonly FileFault[] }> {
  requireSecretary(actor);
  const { bytes, keepFaulty, scope } = importOwnMethodInput.parse(raw);
  const { method, faults } = readMethodText(readText(bytes));
  if (!method || (faults.length > 0 && !keepFaulty)) throw refusedFile(faults);
  if (JSON.stringify(method).length > MAX_DRAFT_LENGTH) throw refusal("too-large", text.tooLong);
  const id = newMethodId(house);
  const draft = copiedAs(method, { id, version: 1, name: method.name });
  await house.db.write(async (db) => {
    await requireScope(db, actor, scope);
    const basedOn = comesFrom(method, await methodsAtHand(db, actor.communityId));
    const now = house.clock();
    const row = { id, communityId: actor.communityId, name: method.name, basedOn, scope, draft };
    await insertOwnMethod(db, { ...row, createdAt: now, updatedAt: now });
    await record(house, db, actor, "import-own-method", id, { name: method.name, basedOn, faults: faults.length });
  });
  return { id, faults };
}

/** What the file says it was exported from, where that is a method at hand in the same or a later version. */
function comesFrom({ id, version }: MethodDefinition, known: readonly MethodDefinition[]): string {
  const original = known.find((each) => each.id === id);
  return original && version <= original.version ? `${id}@${version}` : "";
}

/** The file's bytes as text: UTF-8, or UTF-16 with its mark as some editors of Windows write it. Throws too-large, invalid-value. */
function readText(bytes: Uint8Array): string {
  if (bytes.length > MAX_METHOD_FILE_BYTES) throw refusal("too-large", text.tooLarge);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  const source = decode(encoding, bytes);
  if (source === undefined || source.includes("\u0000")) throw refusal("invalid-value", text.notText);
  if (source.trim() === "") throw refusal("invalid-value", text.empty);
  return source;
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refusedFile(faults: readonly FileFault[]): DomainError {
  return new DomainError(
    "invalid-value",
    faults.map((fault): FileRefusal[number] => ({ field: "file", ...fault })),
  );
}

function refusal(word: "too-large" | "invalid-value", message: string): DomainError {
  return new DomainError(word, [{ field: "file", message }]);
}
