import {
  type Filling,
  type Inspection,
  OWN_TEMPLATE_LIMITS as LIMITS,
  TemplateRefusal,
} from "#app/domain/document/own-template.ts";
import { exampleData, type PlaceholderData } from "#app/domain/document/placeholders.ts";
import { type Parts, unpack } from "./archive.ts";
import { checkDangers } from "./dangers.ts";
import { fillParts } from "./fill.ts";
import { type Reading, readPlaceholders } from "./tags.ts";

/**
 * Looks an uploaded file over: whether it can be a template, and what stands in it. One that passes has been filled once with examples.
 * Hostile files take time: run it where nobody waits, and stop it when it takes too long.
 */
export async function inspectTemplate(bytes: Uint8Array): Promise<Inspection> {
  return told(async () => {
    const { parts, report, spans } = opened(bytes);
    await fillParts(parts, spans, exampleData());
    return { ok: true, report };
  });
}

/** The template filled in. It is looked over again, since what it was filled with may have been long known. */
export async function fillTemplate(bytes: Uint8Array, data: PlaceholderData): Promise<Filling> {
  return told(async () => {
    const { parts, spans } = opened(bytes);
    return { ok: true, ...(await fillParts(parts, spans, data)) };
  });
}

function opened(bytes: Uint8Array): Reading & { parts: Parts } {
  checkKind(bytes);
  const parts = unpack(bytes);
  checkDangers(parts);
  return { parts, ...readPlaceholders(parts) };
}

/** What the first bytes tell: a Word file is a zip archive; older ones, and locked ones, begin as OLE files do. */
function checkKind(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new TemplateRefusal({ reason: "empty" });
  if (bytes.length > LIMITS.bytes) throw new TemplateRefusal({ reason: "too-large" });
  const begins = (mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte);
  if (begins([0xd0, 0xcf, 0x11, 0xe0])) {
    const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
      Buffer.from("EncryptedPackage", "utf16le"),
    );
    throw new TemplateRefusal({ reason: locked ? "encrypted" : "old-word" });
  }
  if (!begins([0x50, 0x4b])) throw new TemplateRefusal({ reason: "not-word" });
}

async function told<T>(work: () => Promise<T>): Promise<T | { ok: false; fault: TemplateRefusal["fault"] }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TemplateRefusal) return { ok: false, fault: error.fault };
    // Recursion that ran too deep.
    if (error instanceof RangeError) return { ok: false, fault: { reason: "too-deep" } };
    throw error;
  }
}
