import { clockWithSecondsOf } from "#app/domain/calendar/day.ts";
import { roomText as text } from "#app/text/room.ts";
import type { Draft } from "./drafts.ts";
import styles from "./record.module.css";

/** “已保存 14:42:07”, “正在保存…”, “未保存,正在重试”: over all lines that this page has on their way. */
export function RecordState({ drafts, lastSaved }: { drafts: readonly Draft[]; lastSaved: string | null }) {
  const { kind, words } = standing(drafts, lastSaved);
  return (
    <span className={`${styles.state} ${styles[kind] ?? ""}`} role="status">
      {kind === "saved" && <span aria-hidden="true">✔ </span>}
      {kind === "failed" && <span aria-hidden="true">✘ </span>}
      {words}
    </span>
  );
}

function standing(drafts: readonly Draft[], lastSaved: string | null): { kind: string; words: string } {
  const failing = drafts.find((draft) => draft.state === "retrying");
  if (failing) return { kind: "failed", words: failing.message || text.record.retrying };
  if (drafts.some((draft) => draft.state === "conflict" || draft.state === "refused")) {
    return { kind: "failed", words: text.record.refused };
  }
  if (drafts.some((draft) => draft.state === "waiting" || draft.state === "sending")) {
    return { kind: "saving", words: text.record.saving };
  }
  return lastSaved
    ? { kind: "saved", words: text.record.saved(clockWithSecondsOf(new Date(lastSaved))) }
    : { kind: "none", words: "" };
}
