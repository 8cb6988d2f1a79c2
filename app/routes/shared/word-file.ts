const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A Word file to be kept under its name. It stays in no cache: it holds names. */
export function wordFile(fileName: string, bytes: Uint8Array): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": WORD,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "no-store",
    },
  });
}
