import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { roomText as text } from "#app/text/room.ts";
import type { Draft } from "./drafts.ts";
import styles from "./record.module.css";
import type { Recorder } from "./recorder.ts";

/** What stands between a draft and the record: somebody else's text beside it, or why it is refused. */
export function DraftTrouble({ draft, recorder }: { draft: Draft; recorder: Recorder }) {
  const { theirs } = draft;
  const box = useRef<HTMLDivElement>(null);
  const conflict = draft.state === "conflict";
  useEffect(() => {
    if (conflict) box.current?.scrollIntoView({ block: "nearest" });
  }, [conflict]);
  if (draft.state === "refused") {
    return (
      <p className={styles.trouble} role="alert">
        <span aria-hidden="true">✘ </span>
        {draft.message || text.record.blank}
      </p>
    );
  }
  if (!conflict || !theirs) return null;
  const { removed } = theirs;
  return (
    <div ref={box} className={styles.conflict} role="alert">
      <p className={styles.conflictTitle}>
        {removed ? text.record.conflictRemoved(theirs.by) : text.record.conflict(theirs.by)}
      </p>
      <dl className={styles.both}>
        <dt>{text.record.theirs}</dt>
        <dd>
          {theirs.speaker || text.record.noSpeaker}：{theirs.body}
        </dd>
        <dt>{text.record.mine}</dt>
        <dd>
          {draft.speaker || text.record.noSpeaker}：{draft.body}
        </dd>
      </dl>
      <div className={styles.choices}>
        <Button size="compact-sm" onClick={() => recorder.keepMine(draft.key)}>
          {removed ? text.record.keepMineRemoved : text.record.keepMine}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => recorder.drop(draft.key)}>
          {removed ? text.record.keepTheirsRemoved : text.record.keepTheirs}
        </Button>
      </div>
    </div>
  );
}
