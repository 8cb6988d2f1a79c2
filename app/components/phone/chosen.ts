import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import type { Choice } from "#app/domain/poll/form.ts";

/** A choice in words, line by line; `answer` where it is one of several items. */
export function chosenLines({ form, options }: SnapshotPoll, choice: Choice): { label: string; answer?: string }[] {
  const labelOf = (id: string) => options.find((option) => option.id === id)?.label ?? id;
  if (typeof choice === "string") return [{ label: labelOf(choice) }];
  if (isSeveral(choice)) return choice.map((id) => ({ label: labelOf(id) }));
  const items = form?.kind === "each" ? form.items : [];
  return items.map(({ id, label }) => ({ label, answer: labelOf(choice[id] ?? "") }));
}

/** The fields in which a plain form posts a choice; `choiceIn` reads them. */
export function formFieldsOf(choice: Choice): [name: string, value: string][] {
  if (typeof choice === "string") return [["choice", choice]];
  if (isSeveral(choice)) return choice.map((id) => ["choice", id]);
  return Object.entries(choice).map(([id, answer]) => [`item.${id}`, answer]);
}

/** Several options of one question. */
export const isSeveral = (choice: Choice): choice is readonly string[] => Array.isArray(choice);
