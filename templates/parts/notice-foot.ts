import type { Block } from "#templates/content.ts";
import type { Requirement } from "#templates/genre.ts";
import { chineseDay } from "./dates.ts";
import { body, labelled } from "./wording.ts";

/** Whom a public notice names for questions and complaints, and who signs it (翠湖社区居民委员会) on which day, "YYYY-MM-DD". */
export type NoticeFoot = {
  contact: { name: string; phone: string };
  supervisionPhone: string;
  signedBy: string;
  signedOn: string;
};

/** All of it must be there. */
export const footRequired = ({ contact, supervisionPhone, signedBy, signedOn }: NoticeFoot): Requirement[] => [
  ["公示联系人", "settings", contact.name],
  ["联系电话", "settings", contact.phone],
  ["监督电话", "settings", supervisionPhone],
  ["落款单位", "settings", signedBy],
  ["落款日期", "notice", chineseDay(signedOn)],
];

/** The last lines of a public notice; `label`: 联系人, 受理联系人. */
export function footLines({ contact, supervisionPhone, signedBy, signedOn }: NoticeFoot, label: string): Block[] {
  const asked = labelled([
    [label, contact.name],
    ["联系电话", contact.phone],
    ["监督电话", supervisionPhone],
  ]);
  return [body(asked), { kind: "signature", organisation: signedBy, date: chineseDay(signedOn) }];
}
