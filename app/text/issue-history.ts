import { issueText } from "./issues.ts";
import { journalText } from "./journal.ts";

type Data = Readonly<Record<string, unknown>>;
/** Names by “method/stage”, of methods by their id, of ways by “method/stage/event”. */
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
  if (act === "take-step") return stepWords(data, way, names);
  const decision = names[textOf(data, "decision")] ?? "";
  if (act === "begin-decision") return `${journalText[act]}：${decision}`;
  if (act === "come-back") return `${journalText[act]}：${decision}，到${stageName(data, "to", names)}`;
  return `${journalText[act]}：${way}`;
}

/** The plain way on is told by its stages; any other is named, above all one that stays where it is. */
function stepWords(data: Data, way: string, names: StageNames): string {
  const [method, from, event] = [textOf(data, "method"), textOf(data, "from"), textOf(data, "event")];
  const label = event === "advance" ? "" : (names[`${method}/${from}/${event}`] ?? "");
  const stays = from === textOf(data, "to");
  return label ? `${label}：${stays ? stageName(data, "from", names) : way}` : way;
}

/** Entries of earlier editions name no method: then the stage alone is looked for. */
function stageName(data: Data, field: "from" | "to", names: StageNames): string {
  const [method, stage] = [textOf(data, "method"), textOf(data, field)];
  const known = names[`${method}/${stage}`] ?? Object.entries(names).find(([key]) => key.endsWith(`/${stage}`))?.[1];
  return known ?? stage;
}
