/**
 * C0/C1 controls except line feed, bidi marks, overrides and isolates, byte order mark and noncharacters: they break XML
 * or deceive the eye.
 */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is this expression's purpose
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/**
 * Text as it may be kept: NFC, no control or direction-override characters, no lone surrogates, trimmed.
 * Line breaks stay only where `multiline`; elsewhere they become spaces. Length limits are the caller's (zod).
 */
export function cleanText(raw: string, options: { multiline?: boolean } = {}): string {
  const lines = raw.toWellFormed().replaceAll("\ufffd", "").replace(/\r\n?/g, "\n").replaceAll("\t", " ");
  const flat = options.multiline ? lines : lines.replaceAll("\n", " ");
  return flat.normalize("NFC").replace(FORBIDDEN, "").trim();
}
