import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";
import { FallbackRefresh } from "#app/components/phone/fallback-refresh.tsx";
import styles from "#app/components/phone/phone.module.css";
import { useLive } from "#app/components/shared/use-live.ts";
import type { Standing } from "#app/domain/attendance/at-table.ts";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import { takesPhones } from "#app/domain/poll/count.ts";
import { assistText } from "#app/text/assist.ts";
import { phoneText } from "#app/text/phone.ts";
import assist from "./assist.module.css";
import { AssistBallot } from "./ballot.tsx";
import { HandOn, NothingToCast, type Person, Vouch } from "./steps.tsx";
import { AssistTable, type Table } from "./table.tsx";

const text = assistText.person;

export type AssistProps = {
  code: string;
  helperName: string;
  paths: { assist: string; assistBallot: string };
  snapshot: MeetingSnapshot;
  table: Table & { person: (Person & { standing: Standing }) | null };
  find: string;
  /** The page comes right after a ballot was cast without JavaScript. */
  just: boolean;
};

/** Who is at the table, or the one whose turn it is. Hears of the room as a screen does: turnout, and never a tally. */
export function AssistRoom({ code, helperName, paths, table, find, just, ...page }: AssistProps) {
  const live = useLive({ screen: code }, page.snapshot);
  const refresh = useFresh(live.snapshot.version, page.snapshot.version);
  const { poll } = live.snapshot;
  const open = poll?.state === "open" && takesPhones(poll) ? poll : null;
  const { person } = table;
  const back = paths.assist;
  return (
    <>
      {live.connection === "lost" ? (
        <p className={styles.band} role="status" data-connection="lost">
          {phoneText.connection.lost}
        </p>
      ) : null}
      <p className={assist.badge}>{assistText.badge(helperName)}</p>
      {!person ? (
        <>
          <AssistTable table={table} find={find} poll={poll} open={open !== null} action={back} />
          {live.connection === "online" ? null : <FallbackRefresh />}
        </>
      ) : person.standing === "absent" ? (
        <Vouch person={person} action={back} back={back} />
      ) : person.standing === "paper" ? (
        <NothingToCast heading={text.onPaper(person.name)} hint={text.onPaperHint} back={back} />
      ) : person.standing === "voted" && just ? (
        <HandOn back={back} />
      ) : (
        <AssistBallot key={person.personId} {...{ person, paths, refresh, live }} />
      )}
    </>
  );
}

/** How soon after a change in the room the page asks again: ballots come in by the dozen. */
const FRESH_MS = 1500;

/** Asks for the page's data again when the room has moved on since, and after the browser took the page out of its memory. */
function useFresh(heard: number, loaded: number): () => void {
  const { revalidate } = useRevalidator();
  const ask = useRef(revalidate);
  ask.current = revalidate;
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    if (heard <= loaded || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      ask.current();
    }, FRESH_MS);
  }, [heard, loaded]);
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => event.persisted && window.location.reload();
    window.addEventListener("pageshow", onShow);
    return () => {
      window.removeEventListener("pageshow", onShow);
      clearTimeout(timer.current);
    };
  }, []);
  return useCallback(() => ask.current(), []);
}
