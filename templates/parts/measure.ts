const LATIN = /[\u0020-\u007e\u00a0-\u00ff]/;

/**
 * Width of a text in body characters: a Chinese character 1, a Latin letter or figure about a half, and the quarter that
 * Word and LibreOffice put between the two.
 */
export function widthOf(text: string): number {
  let width = 0;
  let latinBefore: boolean | undefined;
  for (const character of text) {
    const latin = LATIN.test(character);
    width += latin ? 0.5 : 1;
    if (latinBefore !== undefined && latin !== latinBefore) width += 0.25;
    latinBefore = latin;
  }
  return width;
}
