import { Button } from "@mantine/core";
import { roomText as text } from "#app/text/room.ts";
import styles from "./poll.module.css";
import reveal from "./reveal.module.css";
import type { PollView } from "./types.ts";
import { RefusalLine, useAct } from "./use-act.tsx";

const ON_PHONES = ["follow", "0", "1", "2"] as const;

type Props = {
  poll: PollView;
  /** The room still looks at it; else it has turned to something else. */
  before: boolean;
  /** It is the poll that the keyboard is after, not one of an earlier vote. */
  latest: boolean;
};

/** What the screen and the phones are told of a closed poll, each by itself. */
export function Reveal(props: Props) {
  return (
    <div className={reveal.reveal}>
      <OnScreen {...props} />
      <OnPhones poll={props.poll} />
    </div>
  );
}

/** First press the figures, second press the verdict; it can be taken back before anybody has read it. */
function OnScreen({ poll, before, latest }: Props) {
  const act = useAct("reveal-poll", (values) => values.pollId === poll.id);
  const next = poll.reveal === 0 ? 1 : poll.reveal === 1 ? 2 : null;
  const said = before ? text.poll.revealState : text.poll.revealedLate;
  return (
    <act.Form method="post">
      <input type="hidden" name="intent" value="reveal-poll" />
      <input type="hidden" name="pollId" value={poll.id} />
      <p className={styles.note}>{said[poll.reveal]}</p>
      <div className={`${styles.acts} ${reveal.acts}`}>
        {next !== null && (
          <Button type="submit" name="reveal" value={next} loading={act.busy} data-reveal={latest ? next : undefined}>
            {text.poll.reveal[next - 1]}
          </Button>
        )}
        {poll.reveal > 0 && (
          <button type="submit" name="reveal" value={0} className={styles.plain} disabled={act.busy}>
            {text.poll.hide}
          </button>
        )}
      </div>
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}

/** The phones follow the screen unless one of the others is chosen. */
function OnPhones({ poll }: { poll: PollView }) {
  const act = useAct("reveal-on-phones", (values) => values.pollId === poll.id);
  const now = act.sending?.get("phoneReveal") ?? (poll.phoneReveal === null ? "follow" : String(poll.phoneReveal));
  return (
    <act.Form method="post" className={reveal.phones} aria-label={text.poll.onPhones.label} data-on-phones>
      <input type="hidden" name="intent" value="reveal-on-phones" />
      <input type="hidden" name="pollId" value={poll.id} />
      <span className={styles.note}>{text.poll.onPhones.label}</span>
      {ON_PHONES.map((each) => (
        <button
          key={each}
          type="submit"
          name="phoneReveal"
          value={each}
          className={now === each ? reveal.chosen : reveal.choice}
          aria-pressed={now === each}
        >
          {text.poll.onPhones[each]}
        </button>
      ))}
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}
