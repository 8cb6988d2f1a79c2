/** Width of a text in body characters: a Chinese character 1, a Latin letter or figure about a half. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u0020-\u007e\u00a0-\u00ff]/.test(character) ? 0.5 : 1;
  return width;
}
