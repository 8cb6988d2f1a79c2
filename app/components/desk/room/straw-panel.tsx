import { Button, Checkbox, Textarea } from "@mantine/core";
import { useContext, useEffect, useState } from "react";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import { DEFAULT_STRAW_LABELS, STRAW_LIMITS } from "#app/domain/straw/options.ts";
import { strawText as text } from "#app/text/straw.ts";
import styles from "./poll.module.css";
import straws from "./straw.module.css";
import type { ItemView, RoomView, StrawView } from "./types.ts";
import { PageAnswer, RefusalLine, useAct } from "./use-act.tsx";

type Props = { view: RoomView; live: MeetingSnapshot };

/** The mood check beside the vote: ask, watch how many have answered, end it, put it away. It says on every state that it is no vote. */
export function StrawPanel({ view, live }: Props) {
  const { meeting, item, polls } = view;
  const [form, setForm] = useState(false);
  const running = view.straws.find((straw) => straw.state === "open");
  const closed = view.straws.filter((straw) => straw.state === "closed");
  const shown = closed.find((straw) => straw.shown);
  const earlier = closed.filter((straw) => straw !== shown);
  const voting = polls.some((poll) => poll.state === "open");
  const runningId = running?.id;
  useEffect(() => {
    if (runningId) setForm(false);
  }, [runningId]);
  if (meeting.state === "planned" || (meeting.state === "closed" && closed.length === 0)) return null;
  const asks = running !== undefined || shown !== undefined || form;
  const startable = meeting.state === "open" && !running && !voting;
  return (
    <section className={`${styles.panel} ${asks ? styles.now : ""}`} aria-label={text.title} data-straw>
      <h2 className={styles.title}>{text.title}</h2>
      {running && <Running straw={withAnswered(running, live)} />}
      {shown && !form && <Shown straw={shown} />}
      {startable && <StartForm item={item?.current ? item : null} open={form} onOpen={setForm} />}
      {voting && <p className={styles.note}>{text.waitForPoll}</p>}
      {!running && !form && earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{text.earlier(earlier.length)}</summary>
          {earlier.map((straw) => (
            <Sums key={straw.id} straw={straw} />
          ))}
        </details>
      )}
    </section>
  );
}

/** How many have answered comes by the live line, without reading the whole page again. */
function withAnswered(straw: StrawView, { straw: now }: MeetingSnapshot): StrawView {
  if (now?.id !== straw.id || now.state !== "open") return straw;
  return { ...straw, answered: Math.max(straw.answered, now.answered), present: now.present };
}

type FormProps = { item: ItemView | null; open: boolean; onOpen(open: boolean): void };

function StartForm({ item, open, onOpen }: FormProps) {
  const act = useAct("open-straw");
  const answeredAsPage = useContext(PageAnswer) !== undefined;
  const { fields = {}, values } = act.refused ?? {};
  return (
    <details
      className={styles.start}
      open={open || (answeredAsPage && act.refused !== null)}
      onToggle={(event) => event.currentTarget.open !== open && onOpen(event.currentTarget.open)}
    >
      <summary className={styles.startButton}>{open ? text.fold : text.start}</summary>
      <act.Form method="post" className={styles.form} key={item?.id ?? "none"}>
        <input type="hidden" name="intent" value="open-straw" />
        <p className={straws.mark}>{text.mark}</p>
        <Textarea
          name="strawQuestion"
          label={text.question}
          autosize
          minRows={2}
          maxRows={5}
          maxLength={STRAW_LIMITS.question}
          error={fields.question}
          defaultValue={values?.strawQuestion ?? (item?.kind === "issue" ? text.questionFrom(item.title) : "")}
        />
        <Textarea
          name="options"
          label={text.options}
          description={text.optionsHint}
          autosize
          minRows={3}
          maxRows={5}
          error={fields.options}
          defaultValue={values?.options ?? DEFAULT_STRAW_LABELS.join("\n")}
        />
        <Checkbox
          name="guests"
          value="yes"
          label={text.guests}
          description={text.guestsHint}
          defaultChecked={values ? values.guests === "yes" : true}
        />
        <p className={styles.note}>{text.privacy}</p>
        <div className={styles.send}>
          <RefusalLine refused={act.refused && !fields.question && !fields.options ? act.refused : null} />
          <Button type="submit" variant="default" loading={act.busy} fullWidth>
            {text.open}
          </Button>
        </div>
      </act.Form>
    </details>
  );
}

function Running({ straw }: { straw: StrawView }) {
  return (
    <div className={styles.running}>
      <p className={straws.mark}>{text.mark}</p>
      <p className={styles.question}>{straw.question}</p>
      <p className={styles.kind}>{straw.options.map((option) => option.label).join(" · ")}</p>
      <p className={styles.turnout}>
        <span>{text.answered}</span>
        <b>{straw.answered}</b>
        <span className={styles.of}>
          / {text.of} {straw.present}
        </span>
      </p>
      <progress
        className={styles.bar}
        value={straw.answered}
        max={Math.max(straw.present, 1)}
        aria-label={text.answered}
      />
      <p className={styles.note}>{text.running}</p>
      <div className={styles.acts}>
        <StrawAct intent="close-straw" straw={straw} label={text.close} />
        {straw.answered === 0 && <StrawAct intent="discard-straw" straw={straw} label={text.discard} />}
      </div>
      <p className={styles.note}>{text.givesWay}</p>
    </div>
  );
}

function StrawAct({ intent, straw, label }: { intent: string; straw: StrawView; label: string }) {
  const act = useAct(intent);
  return (
    <act.Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="strawId" value={straw.id} />
      <button type="submit" className={styles.plain} disabled={act.busy} data-act={intent}>
        {label}
      </button>
      <RefusalLine refused={act.refused} />
    </act.Form>
  );
}

/** Closed, and the room still looks at it. */
function Shown({ straw }: { straw: StrawView }) {
  return (
    <>
      <Sums straw={straw} />
      <p className={styles.note}>{text.shown}</p>
      <div className={straws.away}>
        <StrawAct intent="put-straw-away" straw={straw} label={text.putAway} />
      </div>
    </>
  );
}

/** What came of a closed one, in persons; no verdict, no side that wins. */
function Sums({ straw }: { straw: StrawView }) {
  const { question, options, counts, answered, present, endedFor } = straw;
  return (
    <div className={straws.sums}>
      <p className={straws.mark}>{text.mark}</p>
      <p className={styles.question}>{question}</p>
      {counts ? (
        <dl className={straws.figures}>
          {options.map(({ id, label }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>
                {counts[id] ?? 0} {text.unit}
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className={styles.note}>{text.few}</p>
      )}
      <p className={styles.note}>
        {text.turnout(answered, present)}
        {endedFor === "" ? null : `。${text.endedFor[endedFor]}`}
      </p>
    </div>
  );
}
