import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import styles from "#app/components/desk/trial-run.module.css";
import { LEANINGS, type PhonesState } from "#app/domain/meeting/simulated-phones.ts";
import type { SnapshotPoll } from "#app/domain/meeting/snapshot.ts";
import { takesPhones } from "#app/domain/poll/count.ts";
import { trialRunText } from "#app/text/trial-run.ts";
import type { AttendeeView } from "./types.ts";
import { RefusalLine, useAct } from "./use-act.tsx";

const text = trialRunText.phones;
/** 我方默认: a full hall, where the roll has so many. */
const PROPOSED = 20;

type Props = { phones: PhonesState; people: AttendeeView[]; poll: SnapshotPoll | null };

/** 模拟手机 of a rehearsal: lets some of the roll check in, and vote in the poll that is open. */
export function TrialPhones({ phones, people, poll }: Props) {
  const missing = people.filter((person) => person.votingRight && !person.present).length - phones.arriving;
  const open = poll?.state === "open" && takesPhones(poll) ? poll : null;
  const voting = open && phones.poll?.id === open.id ? phones.poll : null;
  const busy = phones.arriving > 0 || (voting?.coming ?? 0) > 0;
  useWatching(busy);
  return (
    <section className={styles.panel} aria-label={text.title}>
      <h2 className={styles.title}>{text.title}</h2>
      {phones.arrived === 0 && <p className={styles.hint}>{text.hint}</p>}
      <Arrivals missing={Math.max(0, missing)} arriving={phones.arriving} />
      <p className={styles.state} role="status">
        {text.arrived(phones.arrived, phones.arriving)}
      </p>
      <div className={styles.vote}>
        <h3>{text.vote}</h3>
        {open ? (
          <Votes yesNo={isYesNo(open)} arrived={phones.arrived} coming={voting?.coming ?? 0} begun={voting !== null} />
        ) : (
          <p className={styles.hint}>{text.noPoll}</p>
        )}
        {voting && (
          <p className={styles.state} role="status">
            {text.voting(voting.sent, voting.coming, voting.never)}
          </p>
        )}
      </div>
      {busy && <Stop />}
    </section>
  );
}

/** How often the panel asks how far its phones are. */
const WATCH_MS = 1000;

/** Reads the page again while phones are on their way: a phone that sends a second time changes nothing that the room would be told of. */
function useWatching(busy: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(revalidate, WATCH_MS);
    return () => clearInterval(timer);
  }, [busy, revalidate]);
}

/** Only a question that is answered by 同意 or 反对 can be leaned for or against. */
const isYesNo = ({ options }: SnapshotPoll): boolean => options[0]?.id === "for";

function Arrivals({ missing, arriving }: { missing: number; arriving: number }) {
  const act = useAct("trial-arrive");
  if (missing === 0) return arriving === 0 ? <p className={styles.hint}>{text.allThere}</p> : null;
  const proposed = Math.min(PROPOSED, missing);
  return (
    <act.Form method="post" className={styles.row}>
      <input type="hidden" name="intent" value="trial-arrive" />
      <label className={styles.count}>
        {text.count}
        <input key={proposed} type="number" name="count" min={1} max={missing} defaultValue={proposed} />
      </label>
      <button type="submit">{text.arrive}</button>
      <button type="submit" name="all" value={missing}>
        {text.arriveAll}
      </button>
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}

type VotesProps = { yesNo: boolean; arrived: number; coming: number; begun: boolean };

function Votes({ yesNo, arrived, coming, begun }: VotesProps) {
  const act = useAct("trial-vote");
  const names = yesNo ? text.leanings : text.leaningsOfOptions;
  return (
    <act.Form method="post">
      <input type="hidden" name="intent" value="trial-vote" />
      {!begun && <p className={styles.hint}>{arrived === 0 ? text.noPhones : text.voteHint}</p>}
      <div className={styles.leanings}>
        {LEANINGS.map((leaning) => (
          <button key={leaning} type="submit" name="leaning" value={leaning} disabled={arrived === 0 || coming > 0}>
            {names[leaning]}
          </button>
        ))}
      </div>
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}

function Stop() {
  const act = useAct("trial-stop");
  return (
    <act.Form method="post" className={styles.stop}>
      <input type="hidden" name="intent" value="trial-stop" />
      <button type="submit">{text.stop}</button>
    </act.Form>
  );
}
