import { type RefObject, useEffect, useRef, useState } from "react";
import { documentPageText as text } from "#app/text/document-page.ts";
import { drawSheets } from "./draw.ts";

export type Drawing =
  | { state: "fetching" | "setting" }
  | { state: "ready"; pages: number }
  | { state: "failed"; message: string; signedOut: boolean };

/**
 * Fetches a Word file and draws it into `sheet`. Another `round` fetches it again. While another is fetched, what was drawn stays until the new
 * one takes its place.
 */
export function useDrawing(address: string, sheet: RefObject<HTMLElement | null>, round: string): Drawing {
  const [drawing, setDrawing] = useState<Drawing>({ state: "fetching" });
  const latest = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round fetches the same address again
  useEffect(() => {
    const stop = new AbortController();
    const mine = ++latest.current;
    const show = (next: Drawing) => {
      if (!stop.signal.aborted && latest.current === mine) setDrawing(next);
    };
    show({ state: "fetching" });
    draw(address, stop.signal, () => show({ state: "setting" }))
      .then(({ desk, pages }) => {
        if (!stop.signal.aborted) sheet.current?.replaceChildren(...desk.childNodes);
        show({ state: "ready", pages });
      })
      .catch((error: unknown) => show(failureOf(error)));
    return () => stop.abort();
  }, [address, round]);

  return drawing;
}

async function draw(address: string, signal: AbortSignal, setting: () => void) {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw await refusalIn(answer);
  const file = await answer.blob();
  setting();
  const { room, desk } = hiddenDesk();
  try {
    return { desk, pages: await drawSheets(file, desk) };
  } finally {
    room.remove();
  }
}

/** Where a file is drawn and measured: laid out at its own size, out of sight, in a room of no size that makes no page wider. */
function hiddenDesk(): { room: HTMLElement; desk: HTMLElement } {
  const [room, desk] = [document.createElement("div"), document.createElement("div")];
  room.style.cssText = "position:absolute;top:0;left:0;width:0;height:0;overflow:hidden;visibility:hidden";
  room.setAttribute("aria-hidden", "true");
  desk.style.width = "210mm";
  room.append(desk);
  document.body.append(room);
  return { room, desk };
}

class Refusal extends Error {
  constructor(
    message: string,
    readonly signedOut: boolean,
  ) {
    super(message);
  }
}

async function refusalIn(answer: Response): Promise<Refusal> {
  if (answer.status === 401) return new Refusal(text.failures.signedOut, true);
  const body: unknown = await answer.json().catch(() => null);
  const { message, details } = (body ?? {}) as { message?: unknown; details?: { missing?: unknown } };
  const missing = Array.isArray(details?.missing) ? details.missing.join("、") : "";
  return new Refusal(missing ? `${text.notReady}：${missing}` : String(message ?? text.failures.offline), false);
}

/** A fetch that finds nobody throws TypeError; what the library throws means that it cannot read the file. */
function failureOf(error: unknown): Drawing {
  const refusal = error instanceof Refusal ? error : null;
  const offline = error instanceof TypeError && /fetch|network|load/i.test(error.message);
  const message = refusal?.message ?? (offline ? text.failures.offline : text.failures.unreadable);
  return { state: "failed", message, signedOut: refusal?.signedOut ?? false };
}
