import { convertMillimetersToTwip, DocumentGridType, type ISectionPropertiesOptions, PageOrientation } from "docx";

/** Twips (1/20 pt) from millimetres. */
export const mm = convertMillimetersToTwip;

/** 3号 = 16 pt, set 0.25 pt tight (20ths of a point): 28 × 15.75 pt = 441 pt, the 156 mm of the type area. */
export const BODY_POINTS = 16;
export const BODY_TIGHTENING = -5;
/** Width of one body character, twips. */
export const CHARACTER = BODY_POINTS * 20 + BODY_TIGHTENING;
/** Distance of the lines: 22 on the 225 mm of the type area, twips. */
export const LINE = 579;
/** 15 on the 156 mm of a turned sheet: LibreOffice would halve what 579 leaves over, and begin the page 1.6 mm too low. */
const TURNED_LINE = 589;

/** 版心, the part of the page that text may fill: its sides in millimetres. */
export type Area = { readonly width: number; readonly height: number };
/** GB/T 9704-2012 5.2.1. */
const UPRIGHT: Area = { width: 156, height: 225 };
/** The same area on a sheet turned for a wide table. */
const TURNED: Area = { width: UPRIGHT.height, height: UPRIGHT.width };

/** From the type area's lower edge to that of the footer, one line of 18 pt: puts the dashes 7 mm below the type area (7.5), millimetres. */
const FOOTER_DROP = 9.8;

export function areaOf({ landscape }: { landscape: boolean }): Area {
  return landscape ? TURNED : UPRIGHT;
}

/**
 * A4 with the type area of GB/T 9704-2012 5.2: 37 mm above, 28 mm left, so 26 mm right and 35 mm below. A turned sheet is bound with upright ones by its
 * upper edge, so that edge keeps the 28 mm, and the other margins go round with it.
 */
export function pageOf({ landscape }: { landscape: boolean }): ISectionPropertiesOptions {
  const upright = { top: 37, left: 28, right: 26, bottom: 35, header: 20 };
  const turned = { top: 28, left: 35, right: 37, bottom: 26, header: 11 };
  const { top, left, right, bottom, header } = landscape ? turned : upright;
  const size = { width: mm(210), height: mm(297) };
  return {
    page: {
      // Told to lie on its side, docx itself exchanges width and height.
      size: landscape ? { ...size, orientation: PageOrientation.LANDSCAPE } : size,
      margin: {
        top: mm(top),
        left: mm(left),
        right: mm(right),
        bottom: mm(bottom),
        header: mm(header),
        footer: mm(bottom - FOOTER_DROP),
        gutter: 0,
      },
    },
    // Lines only: with a character grid LibreOffice gives 14 characters a line and stretches the title.
    grid: { type: DocumentGridType.LINES, linePitch: landscape ? TURNED_LINE : LINE },
  };
}
