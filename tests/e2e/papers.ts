import mammoth from "mammoth";

/** All that a Word file says, as one line of text. */
export async function paperText(file: Buffer): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: file });
  return value.replace(/\s+/g, " ");
}
