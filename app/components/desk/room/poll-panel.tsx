import { Link } from "@remix-run/react";
import { useEffect } from "react";
import { sceneOf } from "#app/domain/meeting/scene.ts";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import { ownersVoteText } from "#app/text/owners-vote.ts";
import { roomText as text } from "#app/text/room.ts";
import styles from "./poll.module.css";
import { OpenPollForm } from "./poll-form.tsx";
import { PollResult } from "./poll-result.tsx";
import { RunningPoll } from "./poll-running.tsx";
import { ScheduledPolls } from "./scheduled.tsx";
import type { ItemView, PollView, RoomView } from "./types.ts";

type Props = { view: RoomView; live: MeetingSnapshot; showForm: boolean; onForm(open: boolean): void };

/** The vote: open one, watch the turnout, end it, announce it in two steps. */
export function PollPanel({ view, live, showForm, onForm }: Props) {
  const { polls, item, meeting } = view;
  const running = polls.find((poll) => poll.state === "open");
  const latest = polls.find((poll) => poll.state !== "open");
  const earlier = polls.filter((poll) => poll !== running && poll !== latest);
  const scene = sceneOf(live);
  const beforeId = scene.name === "result" ? scene.poll.id : null;
  const runningId = running?.id;
  // The form goes as soon as its poll runs, often before it hears that it was done: it cannot close itself.
  useEffect(() => {
    if (runningId) onForm(false);
  }, [runningId, onForm]);
  const ofItem = votable(item)?.issue;
  const consensus = ofItem?.voting === "none" ? ofItem.methodName : null;
  const startable = meeting.state === "open" && !running;
  const unfinished = latest?.state === "voided" || (latest?.state === "closed" && latest.reveal < 2);
  const asks = running !== undefined || showForm || (unfinished && startable);
  return (
    <section className={`${styles.panel} ${asks ? styles.now : ""}`} aria-label={text.poll.title}>
      <h2 className={styles.title}>{text.poll.title}</h2>
      {running && <RunningPoll poll={withTurnout(running, live)} people={view.people} />}
      {!running && latest && !showForm && (
        <PollResult poll={latest} writable={meeting.state === "open"} before={latest.id === beforeId} latest />
      )}
      {!showForm && <ScheduledPolls view={view} />}
      {view.quorum.byArea && (
        <p className={styles.note}>
          {text.poll.byOwners}
          <Link to={`/desk/meetings/${meeting.code}/owners-vote`}>{ownersVoteText.link}</Link>
        </p>
      )}
      {startable && consensus && <p className={styles.note}>{text.poll.consensus(consensus)}</p>}
      {startable && !consensus && (
        <OpenPollForm view={view} item={votable(item)} open={showForm} onOpen={onForm} latest={latest} />
      )}
      {meeting.state === "planned" && <p className={styles.note}>{text.poll.notOpen}</p>}
      {!running && !showForm && earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{text.poll.earlier(earlier.length)}</summary>
          {earlier.map((poll) => (
            <PollResult key={poll.id} poll={poll} writable={meeting.state === "open"} before={false} />
          ))}
        </details>
      )}
    </section>
  );
}

/** The report back asks for no vote; a poll may still be opened there without an item. */
const votable = (item: ItemView | null) => (item?.kind === "issue" && item.current ? item : null);

/** The turnout comes by the live line, without reading the whole page again. */
function withTurnout(poll: PollView, live: MeetingSnapshot): PollView {
  if (live.poll?.id !== poll.id || live.poll.state !== "open") return poll;
  return { ...poll, cast: Math.max(poll.cast, live.poll.cast), entitled: live.poll.entitled };
}
