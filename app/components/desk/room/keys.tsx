import { useNavigate } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { roomText as text } from "#app/text/room.ts";
import styles from "./room.module.css";
import type { AgendaLine } from "./types.ts";

type Room = {
  agenda: AgendaLine[];
  viewedId: string | null;
  code: string;
  onVote(): void;
  onHelp(): void;
};

/** J/K the next and previous item, R record, V vote, ? help. Keys pressed while typing are the person's own. */
export function useRoomKeys({ agenda, viewedId, code, onVote, onHelp }: Room): void {
  const navigate = useNavigate();
  useEffect(() => {
    const go = (step: number) => {
      const at = agenda.findIndex((line) => line.id === viewedId);
      const next = agenda[at + step];
      if (next) navigate(`/desk/meetings/${code}/room?item=${next.id}`, { preventScrollReset: true, replace: true });
    };
    const acts: Record<string, () => void> = {
      j: () => go(1),
      k: () => go(-1),
      r: () => focusOn("[data-record]"),
      v: onVote,
      "?": onHelp,
      // The same key while a Chinese input method is on.
      "\uff1f": onHelp,
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") leaveRecord(event);
      if (isTyping(event)) return;
      const act = acts[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [agenda, viewedId, code, navigate, onVote, onHelp]);
}

/** After J or K the button that calls the item stands ready for Enter. */
export function useChooseInReach(viewedId: string | null): void {
  const before = useRef(viewedId);
  useEffect(() => {
    if (before.current === viewedId) return;
    before.current = viewedId;
    const { activeElement } = document;
    if (!isFocusFree(activeElement) && !activeElement?.matches("[data-choose]")) return;
    focusOn("[data-choose]");
  }, [viewedId]);
}

/** Nothing of use has the focus: nothing at all, the page as a whole, or a button that is blocked. */
export function isFocusFree(active: Element | null): boolean {
  return active === null || active.matches("body, main, :disabled");
}

/** False where there is nothing of the kind. */
export function focusOn(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  found?.focus();
  found?.scrollIntoView({ block: "nearest" });
  return found !== null;
}

/** Escape leaves the record's fields, what is typed stays: then the other keys are heard. An open list of names closes first. */
function leaveRecord({ target, isComposing }: KeyboardEvent): void {
  if (isComposing || !(target instanceof HTMLElement)) return;
  if (target.matches("[data-record], textarea[name=body]") && target.getAttribute("aria-expanded") !== "true")
    target.blur();
}

function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return true;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, dialog") !== null
  );
}

/** The table of keys. A dialog of the browser's own: Escape closes it, focus comes back by itself. */
export function KeysHelp({ open, onClose }: { open: boolean; onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className={styles.keys} onClose={onClose} aria-label={text.keys.title}>
      <h2>{text.keys.title}</h2>
      <table>
        <tbody>
          {text.keys.lines.map(([key, meaning]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>{text.keys.hint}</p>
      <button type="button" className={styles.helpButton} onClick={onClose}>
        {text.keys.close}
      </button>
    </dialog>
  );
}
