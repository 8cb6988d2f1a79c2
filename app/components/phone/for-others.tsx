import { type MouseEvent, useCallback, useState } from "react";
import type { LiveLink } from "#app/components/shared/live-link.ts";
import type { SnapshotPoll, SnapshotProxy } from "#app/domain/meeting/snapshot.ts";
import { takesPhones } from "#app/domain/poll/count.ts";
import { phoneText } from "#app/text/phone.ts";
import others from "./others.module.css";
import styles from "./phone.module.css";
import type { RefusedWord } from "./voting.ts";

const text = phoneText.others;

/** The phone's own ballot stands under this name among those that it casts. */
const OWN = "";

/**
 * Whose ballot this phone is at: its owner's, then one after another those of people who authorised them. Phones hear nothing of their own
 * ballots, so what was cast here is kept here.
 */
export function useWhose(poll: SnapshotPoll, link: () => LiveLink | null, asked: string | null) {
  const [chosen, setWhose] = useState(asked ?? OWN);
  const [cast, setCast] = useState<readonly string[]>([]);
  const proxies = (poll.proxies ?? []).map((proxy): SnapshotProxy => {
    return cast.includes(proxy.personId) ? { ...proxy, mine: "recorded" } : proxy;
  });
  const mine = cast.includes(OWN) ? "recorded" : poll.mine;
  // One's own ballot comes first, whatever an address asks for.
  const turn = poll.state === "open" && (mine === "recorded" || !takesPhones(poll));
  const principal = turn ? proxies.find(({ personId }) => personId === chosen) : undefined;
  const whose = principal?.personId ?? OWN;
  const carrier = useCallback((): Pick<LiveLink, "cast" | "pause"> | null => {
    const open = link();
    if (!open) return null;
    return {
      pause: open.pause,
      async cast(pollId, choice) {
        const status = await open.cast(pollId, choice, whose || undefined);
        if (status === "recorded" || status === "already-recorded") setCast((before) => [...before, whose]);
        return status;
      },
    };
  }, [link, whose]);
  const { onPaper: _own, ...bare } = poll;
  const shown: SnapshotPoll = principal
    ? { ...bare, mine: principal.mine, ...(principal.onPaper ? { onPaper: true } : {}) }
    : { ...poll, mine };
  return { principal, shown, proxies, carrier, setWhose };
}

type OthersProps = {
  poll: SnapshotPoll;
  proxies: readonly SnapshotProxy[];
  room: string;
  onVote(personId: string): void;
};

/** Beside a ballot that is done: whose is next, one at a time, in large words; and whose are done. */
export function Others({ poll, proxies, room, onVote }: OthersProps) {
  if (proxies.length === 0 || poll.state !== "open") return null;
  if (!takesPhones(poll)) return <p className={styles.notice}>{text.elsewhere(proxies.map(({ name }) => name))}</p>;
  const next = proxies.find(({ mine }) => mine === "none");
  const done = proxies.filter(({ mine }) => mine === "recorded").map(({ name }) => name);
  const vote = (personId: string) => (event: MouseEvent) => {
    event.preventDefault();
    onVote(personId);
  };
  return (
    <section className={others.others} data-next={next?.personId}>
      {next ? (
        <>
          <h2 className={styles.calm}>
            {text.next(next.name).map((part) => (
              <span key={part}>{part}</span>
            ))}
          </h2>
          <a className={styles.primary} href={addressFor(room, next.personId)} onClick={vote(next.personId)}>
            {text.vote(next.name)}
          </a>
        </>
      ) : null}
      {done.length > 0 ? <p className={styles.small}>{text.done(done)}</p> : null}
    </section>
  );
}

/** The room at another's ballot. */
export const addressFor = (room: string, personId: string): string => `${room}?for=${encodeURIComponent(personId)}`;

export const recordedWords = text.recorded;

/** Above every step of another's ballot: whose vote this is. */
export function WhoseVote({ name }: { name: string }) {
  return (
    <header className={others.whose} data-whose={name}>
      <p>{text.banner}</p>
      <p className={others.name}>{text.whose(name)}</p>
      <p className={styles.small}>{text.hint}</p>
    </header>
  );
}

/** What confirming another's ballot says. */
export const confirmWords = (name: string, mode: SnapshotPoll["mode"]) => ({
  before: text.before(name),
  note: mode === "secret" ? text.final : phoneText.confirm.changeable,
});

/** Why another's ballot was not taken, where it is another reason than one's own would have. */
export const refusedWords = (name: string, word: RefusedWord): string | undefined =>
  word === "not-entitled" ? text.gone(name) : undefined;
