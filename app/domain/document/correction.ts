import { maskText } from "#app/domain/person/mask.ts";

const NUMBER = /\d[\d -]{5,}\d/gu;
const figures = (text: string) => text.replace(/[ -]/gu, "");

/**
 * What staff wrote of a correction, for strangers' eyes: names, rooms and numbers masked. A number that the papers themselves print, the contact's
 * phone for one, stays: a correction that may not say which number was wrong says nothing.
 */
export function maskReason(reason: string, names: readonly string[], printed: string): string {
  const open = figures(printed);
  const kept: string[] = [];
  const held = reason.replace(NUMBER, (number) => {
    if (!open.includes(figures(number))) return number;
    kept.push(number);
    return "\ue000";
  });
  return maskText(held, names).replace(/\ue000/gu, () => kept.shift() ?? "");
}
