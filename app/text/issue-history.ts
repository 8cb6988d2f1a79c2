import { issueText } from "./issues.ts";
import { journalText } from "./journal.ts";

type Data = Readonly<Record<string, unknown>>;
/** Names by “method/stage”, and of methods by their id. */
export type StageNames = Readonly<Record<string, string>>;
const textOf = (data: Data, name: string): string => (typeof data[name] === "string" ? data[name] : "");

/** Acts that move an issue from one stage to another. */
const MOVES: readonly string[] = ["take-step", "undo-step", "begin-decision", "come-back"];

/** One journal entry about an issue in words, and the reason that was given. `names` of the methods it went by. */
export function historyWords(act: string, data: Data, names: StageNames): { words: string; reason: string } {
  const reason = textOf(data, "reason");
  if (MOVES.includes(act)) return { words: moveWords(act, data, names), reason };
  if (act === "restore-issue") return { words: `${journalText[act]}：${stageName(data, "to", names)}`, reason };
  if (act === "edit-issue" && typeof data.now === "object" && data.now !== null) {
    const labels: Readonly<Record<string, string>> = issueText.fields;
    const changed = Object.keys(data.now).map((field) => labels[field] ?? field);
    return { words: `${journalText[act]}：${changed.join("、")}`, reason };
  }
  return { words: journalText[act] ?? act, reason };
}

function moveWords(act: string, data: Data, names: StageNames): string {
  const way = `${stageName(data, "from", names)} → ${stageName(data, "to", names)}`;
  if (act === "take-step") return way;
  const decision = names[textOf(data, "decision")] ?? "";
  if (act === "begin-decision") return `${journalText[act]}：${decision}`;
  if (act === "come-back") return `${journalText[act]}：${decision}，到${stageName(data, "to", names)}`;
  return `${journalText[act]}：${way}`;
}

/** Entries of earlier editions name no method: then the stage alone is looked for. */
function stageName(data: Data, field: "from" | "to", names: StageNames): string {
  const [method, stage] = [textOf(data, "method"), textOf(data, field)];
  const known = names[`${method}/${stage}`] ?? Object.entries(names).find(([key]) => key.endsWith(`/${stage}`))?.[1];
  return known ?? stage;
}
