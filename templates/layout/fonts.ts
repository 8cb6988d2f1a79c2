import type { IFontAttributesProperties } from "docx";

/** Fonts of GB/T 9704-2012 5.2.2 and 7.3 by the names that Word and WPS know them by. Named, never embedded. */
export const FONTS = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  hei: "黑体",
  kai: "楷体_GB2312",
  song: "宋体",
} as const;

/** A font that papers name, and what Word and WPS are told to show where it is not installed. */
export type NamedFont = { name: string; instead: string };

/**
 * 黑体 and 宋体 come with every Windows and Office for Chinese; the other three have to be installed. 华文中宋 comes with Office, 仿宋 and 楷体 with
 * Windows; they are the same designs or next to them, and as wide, so that lines break alike.
 */
export const NAMED_FONTS: readonly NamedFont[] = [
  { name: FONTS.title, instead: "华文中宋" },
  { name: FONTS.body, instead: "仿宋" },
  { name: FONTS.kai, instead: "楷体" },
  { name: FONTS.hei, instead: "SimHei" },
  { name: FONTS.song, instead: "SimSun" },
];

/** The file's font table: without the alternative names Word would fall back on 宋体 for all of them. 86 is the character set of GB 2312. */
export function fontTable(): string {
  const fonts = NAMED_FONTS.map(
    ({ name, instead }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join("")}</w:fonts>`
  );
}

/** The Chinese font for Latin text too: a Latin font would set — … “ ” at half width. */
export function font(name: string): IFontAttributesProperties {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: "eastAsia" };
}
