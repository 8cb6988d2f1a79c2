export type KeyAct = "next" | "back" | "black" | "qr" | "full-screen" | "help";

/** Keys of a keyboard and of the usual presenter remotes, which send page keys and a full stop. */
const acts: Record<string, KeyAct> = {
  ArrowRight: "next",
  PageDown: "next",
  ArrowLeft: "back",
  PageUp: "back",
  b: "black",
  ".": "black",
  q: "qr",
  f: "full-screen",
  "?": "help",
  "？": "help",
};

/** What a key press asks for; null for held keys and shortcuts of the browser. */
export function keyAct(event: Pick<KeyboardEvent, "key" | "repeat" | "ctrlKey" | "metaKey" | "altKey">): KeyAct | null {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return null;
  return acts[event.key] ?? acts[event.key.toLowerCase()] ?? null;
}
