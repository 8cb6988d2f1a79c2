import { deskText as text } from "#app/text/desk.ts";
import styles from "./page-parts.module.css";

type Props = { state: "idle" | "saving" | "saved" | "failed" /** “14:42:07” */; at?: string; message?: string };

/** Saving is silent and visible: “正在保存…”, “已保存 14:42:07”, or why not. */
export function SaveState({ state, at = "", message }: Props) {
  const words = { idle: "", saving: text.saving, saved: text.saved(at), failed: message ?? text.notSaved }[state];
  return (
    <span className={`${styles.saveState} ${styles[state] ?? ""}`} role="status">
      {state === "saved" && <span aria-hidden="true">✔ </span>}
      {state === "failed" && <span aria-hidden="true">✘ </span>}
      {words}
    </span>
  );
}
