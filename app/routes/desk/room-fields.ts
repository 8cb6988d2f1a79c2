/** Of a poll's form what has several values: its local conditions, and their counts as `extra.<name>`. */
export function ballotIn(form: FormData) {
  return { overlays: form.getAll("overlays"), extra: Object.fromEntries(under(form, "extra")) };
}

/** Of a teller's form the answers: `chosen.<option>` of a choice, `items.<item>.<figure>` of several items; nothing of a plain yes or no. */
export function answersIn(form: FormData) {
  const chosen = under(form, "chosen");
  if (chosen.length > 0) return { chosen: Object.fromEntries(chosen) };
  const items: Record<string, Record<string, string>> = {};
  for (const [path, value] of under(form, "items")) {
    const [item = "", figure = ""] = path.split(".");
    items[item] = { ...items[item], [figure]: value };
  }
  return Object.keys(items).length > 0 ? { items } : {};
}

/** The filled fields whose names begin with `prefix.`, by the rest of their names. */
function under(form: FormData, prefix: string): [string, string][] {
  return [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && value !== "" && name.startsWith(`${prefix}.`)
      ? [[name.slice(prefix.length + 1), value]]
      : [],
  );
}
