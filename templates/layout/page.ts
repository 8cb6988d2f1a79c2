import { convertMillimetersToTwip, DocumentGridType, type ISectionPropertiesOptions } from "docx";

/** Twips (1/20 pt) from millimetres. */
export const mm = convertMillimetersToTwip;

/** 3号 = 16 pt, set 0.25 pt tight (20ths of a point): 28 × 15.75 pt = 441 pt, the 156 mm of the type area. */
export const BODY_POINTS = 16;
export const BODY_TIGHTENING = -5;
/** Width of one body character, twips. */
export const CHARACTER = BODY_POINTS * 20 + BODY_TIGHTENING;
/** Width of the type area, twips (GB/T 9704-2012 5.2.1). */
export const TEXT_WIDTH = mm(156);
/** Distance of the lines: 22 on the 225 mm of the type area, twips. */
const LINE = 579;

/** A4 with the type area of GB/T 9704-2012 5.2: 37 mm above, 28 mm left, so 26 mm right and 35 mm below. */
export const PAGE: ISectionPropertiesOptions = {
  page: {
    size: { width: mm(210), height: mm(297) },
    // The footer is one line of 18 pt: its lower edge here puts the dashes 7 mm below the type area (7.5).
    margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35), header: mm(20), footer: mm(25.2), gutter: 0 },
  },
  // Lines only: with a character grid LibreOffice gives 14 characters a line and stretches the title.
  grid: { type: DocumentGridType.LINES, linePitch: LINE },
};
