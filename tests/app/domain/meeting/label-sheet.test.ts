import { describe, expect, it } from "vitest";
import { LABEL_SHEETS, labelCorner, labelPages, labelsOn } from "#app/domain/meeting/label-sheet.ts";

describe.each(Object.entries(LABEL_SHEETS))("labels %s", (_name, sheet) => {
  it("fill a page of A4 without standing over its edge", () => {
    const last = labelCorner(sheet, labelsOn(sheet) - 1);
    expect(last.left + sheet.width).toBeLessThanOrEqual(210);
    expect(last.top + sheet.height).toBeLessThanOrEqual(297);
    // The stock is centred: what is left over above is left over below.
    expect(Math.abs(297 - (last.top + sheet.height) - sheet.top)).toBeLessThan(1);
  });

  it("are all used, each once, from any place on", () => {
    const each = labelsOn(sheet);
    for (const [first, count] of [
      [0, each],
      [0, each + 1],
      [each - 1, 2],
      [3, 0],
    ] as const) {
      const pages = labelPages(sheet, [...Array(count).keys()], first);
      const places = pages.flatMap((labels, page) => labels.map(({ thing, place }) => [thing, page * each + place]));
      expect(places).toEqual([...Array(count).keys()].map((n) => [n, first + n]));
    }
  });
});
