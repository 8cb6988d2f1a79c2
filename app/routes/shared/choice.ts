import type { Choice } from "#app/domain/poll/form.ts";

const ITEM = "item.";
/** More than any ballot has. */
const MOST = 100;

/** The choice that a plain form posts: `item.<id>` for each item of a ballot, else `choice`, once or several times. Whether it is one is decided when it is taken. */
export function choiceIn(form: FormData): Choice {
  const fields = [...form]
    .slice(0, MOST)
    .flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
  const items = fields
    .filter(([name]) => name.startsWith(ITEM))
    .map(([name, value]) => [name.slice(ITEM.length), value]);
  if (items.length > 0) return Object.fromEntries(items);
  const chosen = fields.filter(([name]) => name === "choice").map(([, value]) => value);
  return chosen.length > 1 ? chosen : (chosen[0] ?? "");
}
