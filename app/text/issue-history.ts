import { issueText } from "./issues.ts";
import { journalText } from "./journal.ts";

type Data = Readonly<Record<string, unknown>>;
const textOf = (data: Data, name: string): string => (typeof data[name] === "string" ? data[name] : "");

/** One journal entry about an issue in words, and the reason that was given. `stages`: names by id. */
export function historyWords(
  act: string,
  data: Data,
  stages: Readonly<Record<string, string>>,
): { words: string; reason: string } {
  const name = (id: string) => stages[id] ?? id;
  const reason = textOf(data, "reason");
  if (act === "take-step" || act === "undo-step") {
    const way = `${name(textOf(data, "from"))} → ${name(textOf(data, "to"))}`;
    return { words: act === "take-step" ? way : `${journalText[act]}：${way}`, reason };
  }
  if (act === "edit-issue" && typeof data.now === "object" && data.now !== null) {
    const labels: Readonly<Record<string, string>> = issueText.fields;
    const changed = Object.keys(data.now).map((field) => labels[field] ?? field);
    return { words: `${journalText[act]}：${changed.join("、")}`, reason };
  }
  return { words: journalText[act] ?? act, reason };
}
