import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { daysBetween } from "#app/domain/calendar/day.ts";
import { ISSUE_GENRES } from "#app/domain/document/issue-genres.ts";
import { genreOfPaper } from "#app/domain/document/paper-genre.ts";
import type { PaperId } from "#app/domain/method/vocabulary.ts";
import type { Source } from "#app/domain/source.ts";
import { issueText as text } from "#app/text/issues.ts";
import { paperNames } from "#app/text/papers.ts";
import { SourceTag } from "./checklist.tsx";
import styles from "./issue.module.css";
import { type StageMark, StageStepper } from "./stage-stepper.tsx";

export type Track = { id: string; name: string; version: number; at: string; stages: readonly StageMark[] };

type Props = {
  issueId: string;
  tracks: readonly Track[];
  standing: {
    who: string;
    documents: readonly PaperId[];
    documentsIn: readonly PaperId[];
    due: string | null;
    /** The day is the end of a period that must run out, not one to be done by. */
    atLeast: boolean;
    text: string;
    source: Source | null;
    final: boolean;
  };
  today: string;
};

/** Where an issue stands: the steps of its method (and of the decision it went into), who acts now, on what, until when. */
export function IssueStanding({ issueId, tracks, standing, today }: Props) {
  const inner = tracks.length > 1 ? tracks.at(-1) : undefined;
  return (
    <>
      {tracks.map((track, index) => (
        <div key={track.id}>
          {index > 0 && <p className={styles.trackName}>{text.duringDecision(track.name)}</p>}
          <StageStepper stages={track.stages} label={inner ? track.name : text.stageHeading} />
          <p className={styles.drawn}>
            <Link to={`/desk/methods/${track.id}?version=${track.version}&at=${track.at}`}>
              {text.drawing(track.name)}
            </Link>
          </p>
        </div>
      ))}
      {!standing.final && <Standing issueId={issueId} standing={standing} today={today} />}
    </>
  );
}

function Standing({ issueId, standing, today }: Omit<Props, "tracks">) {
  const { who, due, atLeast, source, documents, documentsIn } = standing;
  return (
    <dl className={styles.standing}>
      {who && <Line label={text.standingWho}>{who}</Line>}
      <Line label={atLeast ? text.standingUntil : text.standingDue}>
        {due ? <Due due={due} today={today} atLeast={atLeast} /> : standing.text || text.noDue}{" "}
        {source && (
          <span className={styles.standingSource}>
            <SourceTag source={source} />
          </span>
        )}
      </Line>
      {documentsIn.length > 0 && (
        <Line label={text.standingIn}>
          <PaperLinks issueId={issueId} papers={documentsIn} />
        </Line>
      )}
      {documents.length > 0 && (
        <Line label={text.standingOut}>
          <PaperLinks issueId={issueId} papers={documents} />
        </Line>
      )}
    </dl>
  );
}

/** Papers that are made of an issue lead to the page with them; the others, of its meetings or signed by others, are named. */
function PaperLinks({ issueId, papers }: { issueId: string; papers: readonly PaperId[] }) {
  return papers.map((paper, index) => {
    const genre = genreOfPaper(paper);
    const name = paperNames[paper];
    const linked = genre !== null && ISSUE_GENRES.has(genre);
    return (
      <Fragment key={paper}>
        {index > 0 && "、"}
        {linked ? <Link to={`/desk/issues/${issueId}/documents?paper=${genre}`}>{name}</Link> : name}
      </Fragment>
    );
  });
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Due({ due, today, atLeast }: { due: string; today: string; atLeast: boolean }) {
  const left = daysBetween(today, due);
  if (atLeast) {
    return (
      <>
        {formatDay(due)} 24:00 <strong>{left < 0 ? text.ranOut : text.runs(left)}</strong>
      </>
    );
  }
  return (
    <>
      {formatDay(due)}{" "}
      <strong className={left < 0 ? styles.late : undefined}>{left < 0 ? text.late(-left) : text.left(left)}</strong>
    </>
  );
}
