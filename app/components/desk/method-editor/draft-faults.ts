import { methodSchema } from "#app/domain/method/definition.ts";
import { markupFaults } from "#app/domain/method/draft.ts";
import { type Fault, methodFaults } from "#app/domain/method/faults.ts";
import { methodEditorText } from "#app/text/method-editor.ts";
import type { Draft, Path } from "./draft.ts";
import { wordsOfIds } from "./names.ts";

const text = methodEditorText.faults;

/** Something to mend before a draft can be published: where it is in the data and in words, and what is wrong. */
export type DraftFault = { readonly path: Path; readonly where: string; readonly message: string };

/** Everything that `checkMethod` finds in the draft, in the order of the page and in a secretary's words; empty where it may be published. */
export function draftFaults(draft: Draft): readonly DraftFault[] {
  const parsed = methodSchema.safeParse(draft);
  const shape = parsed.success ? [] : parsed.error.issues.map((issue) => shapeFault(draft, issue));
  // What is not filled in yet is said once; that a method of such a shape cannot be walked there needs no second line.
  const walk = methodFaults(draft)
    .filter(({ path }) => !shape.some((fault) => covers(fault.path, path)))
    .map((fault) => walkFault(draft, fault));
  return [...shape, ...walk, ...otherFaults(draft)].sort((a, b) => inOrder(a.path, b.path));
}

/** What only a draft can have: markup in its words, and that it still says of itself that it is empty. */
function otherFaults(draft: Draft): DraftFault[] {
  const markup = markupFaults(draft).map(({ path, message }) => ({ path, where: whereOf(draft, path), message }));
  if (draft.status !== "blank") return markup;
  return [{ path: ["status"], where: text.head, message: text.blank }, ...markup];
}

const begins = (path: Path, start: Path) => start.every((part, index) => path[index] === part);

function covers(shape: Path, walk: Path): boolean {
  const inTest = walk.at(-1) === "test" || walk.at(-1) === "when";
  return begins(walk, shape) || (inTest && begins(shape, walk));
}

const PARTS = ["seats", "stages"];
const rank = (path: Path) => PARTS.indexOf(String(path[0]));

function inOrder(a: Path, b: Path): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  for (let index = 1; index < Math.min(a.length, b.length); index += 1) {
    const [left, right] = [a[index], b[index]];
    if (typeof left === "number" && typeof right === "number" && left !== right) return left - right;
  }
  return 0;
}

type Way = { label?: string; name?: string; to?: string };

/** The item at a path, or undefined. */
function itemAt(draft: Draft, path: Path): unknown {
  return path.reduce<unknown>((item, part) => {
    if (typeof item !== "object" || item === null) return undefined;
    return (item as Record<string | number, unknown>)[part];
  }, draft);
}

/** “环节‘汇集问题’·‘上会’·‘写明在哪里’”: the stage or seat, then the way and the line that a path leads through. */
function whereOf(draft: Draft, path: Path): string {
  const [part, place] = path;
  if (part === "seats" && typeof place === "number") {
    const name = draft.seats[place]?.name;
    return name ? text.inSeat(name) : text.unnamedSeat(place + 1);
  }
  const stage = part === "stages" && typeof place === "number" ? draft.stages[place] : undefined;
  if (!stage) return part === "sources" ? text.source : part === "stages" ? "" : text.head;
  const unnamed = stage.final ? text.unnamedEnd : text.unnamed(Number(place) + 1);
  return [stage.name ? text.inStage(stage.name) : unnamed, ...innerWords(draft, path)].join(" · ");
}

function innerWords(draft: Draft, path: Path): string[] {
  const words: string[] = [];
  for (let depth = 4; depth <= path.length; depth += 1) {
    const [list, index] = [path[depth - 2], path[depth - 1]];
    if (typeof index !== "number") continue;
    const item = itemAt(draft, path.slice(0, depth));
    if (list === "gate") words.push(text.line((item as { text?: string } | undefined)?.text ?? ""));
    else if (list === "exits" || list === "exceptions" || list === "branches" || list === "decisions") {
      const way = item as Way | undefined;
      words.push(text.way(way?.label ?? way?.name ?? ""));
    }
  }
  return words;
}

const lastName = (path: Path): string => String([...path].reverse().find((part) => typeof part === "string") ?? "");

type Issue = NonNullable<ReturnType<typeof methodSchema.safeParse>["error"]>["issues"][number];

function shapeFault(draft: Draft, issue: Issue): DraftFault {
  const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  const name = lastName(path);
  if (name === "to") return { path, where: whereOf(draft, path), message: wayMessage(draft, path) };
  const message = issue.code === "too_big" ? text.tooLong : (text.fields[name] ?? text.wrong);
  return { path, where: whereOf(draft, path), message };
}

function wayMessage(draft: Draft, path: Path): string {
  const way = itemAt(draft, path.slice(0, -1)) as Way | undefined;
  const words = way?.label ?? "";
  return way?.to ? text.gone(words) : text.noWhere(words);
}

function walkFault(draft: Draft, { path, message }: Fault): DraftFault {
  const where = whereOf(draft, path);
  if (path.at(-1) === "to") return { path, where, message: wayMessage(draft, path) };
  return { path, where, message: plain(draft, message) };
}

/** The engine's sentence without names that only the data knows. */
function plain(draft: Draft, message: string): string {
  const words = wordsOfIds(draft);
  return message.replace(/（[A-Za-z:, -]+）/g, "").replace(/[A-Za-z][A-Za-z0-9-]*/g, (name) => words.get(name) ?? name);
}
