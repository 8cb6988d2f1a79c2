import { useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Live, useLive } from "#app/components/shared/use-live.ts";
import { useTrialEnd } from "#app/components/shared/use-trial-end.ts";
import type { PhonesState } from "#app/domain/meeting/simulated-phones.ts";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import { roomText as text } from "#app/text/room.ts";
import { AgendaPanel } from "./agenda-panel.tsx";
import { AttendancePanel } from "./attendance-panel.tsx";
import { ServerClockContext } from "./clock.tsx";
import { focusOn, KeysHelp, useChooseInReach, useRoomKeys } from "./keys.tsx";
import { PollPanel } from "./poll-panel.tsx";
import styles from "./room.module.css";
import { RoomBar } from "./room-bar.tsx";
import { RoomMiddle } from "./room-middle.tsx";
import { ScreenPanel } from "./screen-panel.tsx";
import { StrawPanel } from "./straw-panel.tsx";
import { TrialPhones } from "./trial-phones.tsx";
import type { RoomView } from "./types.ts";
import { type ActAnswer, PageAnswer } from "./use-act.tsx";
import { useRecord } from "./use-record.ts";

type Props = {
  view: RoomView;
  snapshot: MeetingSnapshot;
  /** Of a rehearsal. */
  phones: PhonesState | null;
  answer: ActAnswer | undefined;
};

/** 在会场里: left where the meeting is, middle what it talks about, right the room. */
export function RoomPage({ view, snapshot, phones, answer }: Props) {
  const { meeting, agenda, item } = view;
  const live = useLive({ meeting: meeting.code, as: "desk" }, snapshot);
  useTrialEnd(meeting.code, live.connection);
  const readAgain = useFreshness(live, snapshot.version);
  const record = useRecord(meeting.code, readAgain);
  const [voteForm, setVoteForm] = useState(false);
  const [help, setHelp] = useState(false);
  const showHelp = useCallback(() => setHelp(true), []);
  const hideHelp = useCallback(() => setHelp(false), []);
  const vote = useCallback(() => {
    // What the vote asks for next: to be ended, to be announced, or to be opened.
    if (!focusOn("[data-end-poll] summary") && !focusOn("[data-reveal]")) setVoteForm(true);
  }, []);
  const viewedId = item?.id ?? null;
  useRoomKeys({ agenda, viewedId, code: meeting.code, onVote: vote, onHelp: showHelp });
  useChooseInReach(viewedId);
  const clock = useMemo(
    () => ({ serverNow: live.serverNow, snapshotNow: snapshot.now, readAt: view.now }),
    [live.serverNow, snapshot.now, view.now],
  );
  return (
    <PageAnswer.Provider value={answer}>
      <ServerClockContext.Provider value={clock}>
        <div className={styles.room}>
          <RoomBar view={view} connection={live.connection} onHelp={showHelp} />
          <AgendaPanel
            agenda={agenda}
            viewedId={viewedId}
            currentId={meeting.currentItemId}
            code={meeting.code}
            state={meeting.state}
          />
          <div className={styles.middle}>
            <RoomMiddle view={view} record={record} />
          </div>
          <aside className={styles.right}>
            <AttendancePanel
              people={view.people}
              quorum={view.quorum}
              proxies={view.proxies}
              rollId={view.rollId}
              writable={meeting.state !== "closed"}
            />
            <PollPanel view={view} live={live.snapshot} showForm={voteForm} onForm={setVoteForm} />
            <StrawPanel view={view} live={live.snapshot} />
            <ScreenPanel
              mode={meeting.screenMode}
              path={view.screenPath}
              slipsPath={`/desk/meetings/${meeting.code}/slips`}
              helpersPath={`/desk/meetings/${meeting.code}/helpers`}
              online={phonesOnline(live.snapshot)}
              ended={meeting.state === "closed"}
            />
            {phones && <TrialPhones phones={phones} people={view.people} poll={live.snapshot.poll} />}
          </aside>
          <KeysHelp open={help} onClose={hideHelp} />
          <PresentPeople view={view} />
        </div>
      </ServerClockContext.Provider>
    </PageAnswer.Provider>
  );
}

/** Names to choose a responsible person from. */
function PresentPeople({ view }: { view: RoomView }) {
  return (
    <datalist id="people-present" aria-label={text.outcome.responsible}>
      {[...new Set(view.people.map((person) => person.name))].slice(0, 300).map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

const phonesOnline = (snapshot: MeetingSnapshot & { online?: number }): number | null => snapshot.online ?? null;

/** At most one reading a second, however often the room changes. */
const READ_EVERY_MS = 1000;
/** A reading that takes longer is asked for anew: a house that went away in the middle of it may never end it. */
const READ_ANEW_MS = 8000;

/** Reads the page again when the live line tells of something newer than was read. Answers how to read again by hand. */
function useFreshness(live: Live, readVersion: number): () => void {
  const { revalidate, state: reading } = useRevalidator();
  const { state: going } = useNavigation();
  const lastRead = useRef(0);
  const newer = live.snapshot.version > readVersion;
  useEffect(() => {
    // On the way to another item or address the page is read anyway: reading it once more would break that off.
    if (!newer || going !== "idle") return;
    const wait =
      reading === "idle" ? Math.max(50, READ_EVERY_MS - (performance.now() - lastRead.current)) : READ_ANEW_MS;
    const timer = setTimeout(() => {
      lastRead.current = performance.now();
      revalidate();
    }, wait);
    return () => clearTimeout(timer);
  }, [newer, reading, going, revalidate]);
  const offline = useRef(false);
  offline.current = live.connection !== "online";
  return useCallback(() => {
    // With the live line up, the change just made comes back by it.
    if (offline.current) revalidate();
  }, [revalidate]);
}
