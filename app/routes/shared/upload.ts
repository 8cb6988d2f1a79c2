import { DomainError } from "#app/domain/errors.ts";

/** A browser that is cut off while it still sends shows a broken connection instead of our sentence: so much more is read and thrown away. */
const PATIENCE = 64 * 1024 * 1024;

/** The request's form, files included, keeping at most `maxBytes` in memory. Throws too-large (with `details`) or malformed. */
export async function boundedForm(request: Request, maxBytes: number, details?: unknown): Promise<FormData> {
  const kept: Uint8Array[] = [];
  let sum = 0;
  const reader = request.body?.getReader();
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    sum += piece.value.length;
    if (sum <= maxBytes) kept.push(piece.value);
    else kept.length = 0;
    if (sum > PATIENCE) break;
  }
  await reader?.cancel();
  if (sum > maxBytes) throw new DomainError("too-large", details);
  const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
  return new Response(new Blob(kept as BlobPart[]), { headers }).formData().catch(() => {
    throw new DomainError("malformed");
  });
}
