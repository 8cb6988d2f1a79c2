import { useEffect, useState } from "react";
import type { LiveLink } from "#app/components/shared/live-link.ts";
import type { SnapshotStraw } from "#app/domain/meeting/snapshot.ts";
import type { AnswerRefusal } from "#app/domain/straw/refusals.ts";
import { keepSending } from "./keep-sending.ts";

export type Tapping = {
  /** What stands as this person's answer, or is on its way. */
  choice: string | null;
  sending: boolean;
  refused: AnswerRefusal | null;
  tap(choice: string): void;
};

/** Answers a mood check over the live link, and again when the person taps something else. Give the component the straw's id as key. */
export function useStraw({ id, mine = null }: SnapshotStraw, link: () => LiveLink | null): Tapping {
  const [wanted, setWanted] = useState<{ choice: string } | null>(null);
  const [answered, setAnswered] = useState<string | null>(null);
  const [refused, setRefused] = useState<AnswerRefusal | null>(null);
  useEffect(() => {
    if (!wanted) return;
    return keepSending(
      link,
      (open) => open.straw(id, wanted.choice),
      ({ status }) => {
        setWanted(null);
        if (status === "answered") setAnswered(wanted.choice);
        else if (status !== "busy") setRefused(status);
      },
    );
  }, [wanted, id, link]);
  const tap = (choice: string) => {
    setRefused(null);
    setWanted({ choice });
  };
  return { choice: wanted?.choice ?? answered ?? mine, sending: wanted !== null, refused, tap };
}
