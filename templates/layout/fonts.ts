import type { IFontAttributesProperties } from "docx";

/** Fonts of GB/T 9704-2012 5.2.2 and 7.3 by the names that Word and WPS know them by. Named, never embedded. */
export const FONTS = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  hei: "黑体",
  kai: "楷体_GB2312",
  song: "宋体",
} as const;

/** The Chinese font for Latin text too: a Latin font would set — … “ ” at half width. */
export function font(name: string): IFontAttributesProperties {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: "eastAsia" };
}
