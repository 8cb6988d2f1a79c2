import { Button, Textarea } from "@mantine/core";
import { Form } from "@remix-run/react";
import { ErrorSummary, type Refused } from "#app/components/desk/error-summary.tsx";
import { Section } from "#app/components/desk/page-header.tsx";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import type { NoticePeriod, PostingRule } from "#app/domain/notice/period.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import styles from "./life.module.css";
import { DayInput, PhotoInput } from "./life-fields.tsx";
import { PostForm } from "./post-form.tsx";

export type Posting = {
  id: string;
  version: number;
  place: string;
  postedOn: string;
  until: string;
  postedBy: string;
  removedOn: string | null;
  removedBy: string;
  evidence: string;
  left: number;
  early: boolean;
  photos: { id: string; shows: "start" | "end" }[];
};

type Props = {
  documentId: string;
  postings: Posting[];
  rule: PostingRule;
  printed: NoticePeriod | null;
  usualUntil: string;
  places: string[];
  today: string;
  mayPost: boolean;
  refused: Refused | null;
};

/** Where an issued public paper hangs and hung, with days left and evidence. */
export function Postings(props: Props) {
  const { postings, rule, printed, mayPost, refused, places, today, usualUntil, documentId } = props;
  const free = places.filter((place) => !postings.some((each) => each.place === place && each.removedOn === null));
  return (
    <Section title={text.postingsTitle} hint={text.postingRule(rule.days, text.postingLaw[rule.source])}>
      {printed && (
        <p className={styles.hint}>{text.printedPeriod(formatDay(printed.from), formatDay(printed.until))}</p>
      )}
      {postings.length === 0 && <p>{text.noPostings}</p>}
      <ul className={styles.cards}>
        {postings.map((posting) => (
          <li key={posting.id} className={styles.card} id={`posting-${posting.id}`}>
            <PostingLine posting={posting} documentId={documentId} />
            {posting.removedOn === null && (
              <TakeDown
                posting={posting}
                today={today}
                refused={refused?.values.postingId === posting.id ? refused : null}
              />
            )}
          </li>
        ))}
      </ul>
      {mayPost && (
        <PostForm
          places={free}
          today={today}
          usualUntil={usualUntil}
          again={postings.length > 0}
          refused={refused?.values.intent === "post" ? refused : null}
        />
      )}
    </Section>
  );
}

function PostingLine({ posting, documentId }: { posting: Posting; documentId: string }) {
  const { place, postedOn, until, postedBy, removedOn, removedBy, evidence, left, early, photos } = posting;
  return (
    <>
      <p className={styles.cardTitle}>{place}</p>
      <p>{`${text.postedOn} ${formatDay(postedOn)}，${text.until}${formatDay(until)} · ${postedBy}`}</p>
      {removedOn === null ? (
        <p className={left < 0 ? styles.wait : styles.good}>
          <span aria-hidden="true">{left < 0 ? "! " : "✔ "}</span>
          {text.hangs(left)}
        </p>
      ) : (
        <>
          <p className={early ? styles.problem : styles.good}>
            <span aria-hidden="true">{early ? "✘ " : "✔ "}</span>
            {`${text.downOn(formatDay(removedOn))} · ${removedBy}，${early ? text.tooEarly : text.full}`}
          </p>
          <p>{evidence}</p>
        </>
      )}
      {photos.length > 0 && (
        <p className={styles.photos}>
          {photos.map(({ id, shows }) => (
            <a key={id} href={`/desk/documents/${documentId}/photos/${id}`} target="_blank" rel="noreferrer">
              <img src={`/desk/documents/${documentId}/photos/${id}`} alt={`${place}，${text.photoOf[shows]}`} />
            </a>
          ))}
        </p>
      )}
    </>
  );
}

function TakeDown({ posting, today, refused }: { posting: Posting; today: string; refused: Refused | null }) {
  const prefix = `${posting.id}-`;
  return (
    <details className={styles.fold} open={refused ? true : undefined}>
      <summary aria-label={`${text.takeDown}：${posting.place}`}>{text.takeDown}</summary>
      <ErrorSummary refused={refused} prefix={prefix} />
      <Form method="post" encType="multipart/form-data" className={styles.form} noValidate preventScrollReset>
        <input type="hidden" name="postingId" value={posting.id} />
        <input type="hidden" name="postingVersion" value={posting.version} />
        <DayInput name="removedOn" label={text.removedOn} usual={today} max={today} {...{ prefix, refused }} />
        <Textarea
          id={`${prefix}evidence`}
          name="evidence"
          label={text.evidence}
          description={text.evidenceHint}
          defaultValue={refused?.values.evidence}
          error={refused?.fields.evidence}
          maxLength={500}
          autosize
          minRows={2}
          required
        />
        <PhotoInput prefix={prefix} refused={refused} />
        <div>
          <Button type="submit" name="intent" value="take-down" variant="default">
            {text.takeDown}
          </Button>
        </div>
      </Form>
    </details>
  );
}
