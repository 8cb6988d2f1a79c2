import { Button } from "@mantine/core";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { withRoll } from "#app/components/desk/roll-path.ts";
import { documentPageText as text } from "#app/text/document-page.ts";
import styles from "./document.module.css";

export type EnteredIn = keyof typeof text.places;
export type Paper = {
  genre: keyof typeof text.about;
  name: string;
  public: boolean;
  ready: boolean;
  gaps: { part: string; enteredIn: EnteredIn }[];
};

type Props = {
  paper: Paper;
  meeting: { code: string; state: keyof typeof text.states; rollId: string | null };
  /** Where its preview and its file are. */
  preview: string;
  file: string;
  shown: boolean;
  /** Choices that go with this paper. */
  children?: ReactNode;
};

/** One paper: what it is, whether it can go out, the two clicks, its choices. */
export function PaperCard({ paper, meeting, preview, file, shown, children }: Props) {
  const { genre, name, ready } = paper;
  return (
    <section className={shown ? `${styles.card} ${styles.shown}` : styles.card} aria-labelledby={`paper-${genre}`}>
      <div className={styles.cardHead}>
        <h2 className={styles.name} id={`paper-${genre}`}>
          {name}
        </h2>
        <span className={paper.public ? styles.outside : styles.inside}>
          {paper.public ? text.outside : text.inside}
        </span>
      </div>
      <p className={styles.about}>{text.about[genre]}</p>
      {ready ? (
        <p className={styles.ready}>
          <span aria-hidden="true">✔ </span>
          {text.ready}
        </p>
      ) : (
        <Gaps gaps={paper.gaps} meeting={meeting} />
      )}
      {ready && (
        <div className={styles.deeds}>
          <Button
            component={Link}
            to={preview}
            preventScrollReset
            variant={shown ? "light" : "default"}
            aria-label={shown ? text.shownOf(name) : text.previewOf(name)}
            aria-current={shown ? "true" : undefined}
          >
            {shown ? text.shown : text.preview}
          </Button>
          <Button component="a" href={file} variant="default" aria-label={text.downloadOf(name)}>
            {text.download}
          </Button>
        </div>
      )}
      {children}
    </section>
  );
}

/** What the paper still lacks, each group with the way to where it is entered. */
function Gaps({ gaps, meeting }: Pick<Paper, "gaps"> & Pick<Props, "meeting">) {
  const groups = new Map<EnteredIn, string[]>();
  for (const { part, enteredIn } of gaps) groups.set(enteredIn, [...(groups.get(enteredIn) ?? []), part]);
  const later = meeting.state === "planned" && [...groups.keys()].every((enteredIn) => enteredIn === "room");
  return (
    <div className={later ? styles.gapsLater : styles.gaps}>
      <p>
        {!later && <span aria-hidden="true">✘ </span>}
        {text.notReady}:
      </p>
      <ul>
        {[...groups].map(([enteredIn, parts]) => (
          <li key={enteredIn}>
            {enteredIn === "room" && meeting.state === "planned" ? (
              <span className={styles.later}>{text.afterMeeting(parts.join("、"))}</span>
            ) : (
              <>
                {`${parts.join("、")} `}
                <Way enteredIn={enteredIn} meeting={meeting} />
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Way({ enteredIn, meeting }: { enteredIn: EnteredIn } & Pick<Props, "meeting">) {
  const here = `/desk/meetings/${meeting.code}`;
  const over = meeting.state === "closed";
  const ways: Record<EnteredIn, string> = {
    settings: "/desk/settings#contact",
    plan: over ? "#complete" : `${here}/edit`,
    roll: withRoll("/desk/people", meeting.rollId),
    room: `${here}/room`,
    notice: "#from",
    issue: "/desk/issues",
    actions: "/desk/actions",
  };
  return <Link to={ways[enteredIn]}>{enteredIn === "plan" && over ? text.fillInBelow : text.places[enteredIn]}</Link>;
}
