/** Of what kind the files are that are handed out. */
export const FILE_TYPES = {
  word: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  sheet: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
} as const;

/** A file to be kept under its name. It stays in no cache: most hold names of people. */
export function fileAnswer(type: string, fileName: string, content: BodyInit): Response {
  return new Response(content, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "no-store",
    },
  });
}
