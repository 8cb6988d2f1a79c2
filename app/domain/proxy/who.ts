type Named = { readonly personId: string; readonly name: string; readonly unit: string };

/** “张海波（3号楼）”: how lists name people, so that namesakes are told apart. */
export const labelOf = ({ name, unit }: Pick<Named, "name" | "unit">): string => (unit ? `${name}（${unit}）` : name);

/**
 * Whom the words mean: an id, a label as the list has it, or a name that only one person has. "several" where namesakes are meant,
 * null where nobody is.
 */
export function whoIs<P extends Named>(people: readonly P[], words: string): P | "several" | null {
  const exact = people.find(({ personId }) => personId === words);
  if (exact) return exact;
  const typed = words.normalize("NFKC").replace(/\s/g, "");
  const same = (text: string) => text.normalize("NFKC").replace(/\s/g, "") === typed;
  const labelled = people.filter((person) => same(labelOf(person)));
  const meant = labelled.length > 0 ? labelled : people.filter(({ name }) => same(name));
  return meant.length > 1 ? "several" : (meant[0] ?? null);
}
