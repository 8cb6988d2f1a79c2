import { Link } from "@remix-run/react";
import { Notice } from "#app/components/desk/notice.tsx";
import type { DocumentStanding, DocumentState } from "#app/domain/document/life.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import styles from "./life.module.css";

type Reference = { id: string; number: string; title: string; state: DocumentState };
type Props = { correction: Reference | null; corrects: Reference | null; earlier: Reference[] };

/** The papers that this one is to be read with: what corrects it, what it corrects, what was issued before. */
export function LifeRelatives({ correction, corrects, earlier }: Props) {
  const way = ({ id }: Reference) => <Link to={`/desk/documents/${id}`}>{text.seeIt}</Link>;
  return (
    <>
      {correction && (
        <Notice kind="mind">
          <span className={styles.words}>
            {correction.state === "issued" ? text.correctedBy(correction.number) : text.correctionBegun}{" "}
            {way(correction)}
          </span>
        </Notice>
      )}
      {corrects && (
        <Notice kind="mind">
          <span className={styles.words}>
            {text.corrects(corrects.number)} {way(corrects)}
          </span>
        </Notice>
      )}
      {earlier.map((each) => (
        <Notice kind="mind" key={each.id}>
          <span className={styles.words}>
            {text.siblings(each.number)} {way(each)}
          </span>
        </Notice>
      ))}
    </>
  );
}

/** How far the paper is, and for whom it is. */
export function LifeTags({ standing, name }: { standing: DocumentStanding; name: string }) {
  const audience = !standing.public ? "internal" : standing.masked ? "public" : "unmasked";
  return (
    <span className={styles.tags}>
      <span>{name}</span>
      <StateTag state={standing.state} corrected={standing.correction === "issued"} />
      <span className={styles.tag}>{text.audience[audience]}</span>
    </span>
  );
}

/** 草稿, 已核对, 已签发, 已作废; 已更正 where a correction took its place. */
export const StateTag = ({ state, corrected }: { state: DocumentState; corrected: boolean }) => (
  <span className={styles.tag} data-state={corrected ? "corrected" : state}>
    {corrected ? text.corrected : text.states[state]}
  </span>
);
