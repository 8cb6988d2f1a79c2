import { Button } from "@mantine/core";
import { Link } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { documentPageText as text } from "#app/text/document-page.ts";
import styles from "./document.module.css";
import { Gaps, type Paper, type Ways } from "./gaps.tsx";

type Props = {
  paper: Paper;
  ways: Ways;
  /** Where its file is, and the page without it. */
  file: string;
  close: string;
  /** Choices that go with this paper, and what else can be done with it. */
  children?: ReactNode;
};

/** The chosen paper: what it is, whether it can go out, its file, its choices. */
export function PaperCard({ paper, ways, file, close, children }: Props) {
  const { name, ready } = paper;
  const card = useRef<HTMLElement>(null);
  useArrival(card);
  return (
    <section className={styles.card} ref={card} aria-labelledby="paper">
      <p className={styles.back}>
        <Link to={close} preventScrollReset>
          {text.allPapers}
        </Link>
      </p>
      <div className={styles.cardHead}>
        <h2 className={styles.name} id="paper">
          {name}
        </h2>
        <span className={paper.public ? styles.outside : styles.inside}>
          {paper.public ? text.outside : text.inside}
        </span>
      </div>
      <p className={styles.about}>{text.about[paper.genre]}</p>
      {ready ? (
        <div className={styles.deeds}>
          <Button component="a" href={file}>
            {text.downloadWord}
          </Button>
          <p className={styles.ready}>
            <span aria-hidden="true">✔ </span>
            {text.ready}
          </p>
          <a className={styles.below} href="#preview">
            {text.toPreview}
          </a>
        </div>
      ) : (
        <Gaps gaps={paper.gaps} ways={ways} />
      )}
      {children}
    </section>
  );
}

/** On a phone the card takes the place of a long list, whose end may have been in view. */
function useArrival(card: React.RefObject<HTMLElement | null>) {
  useEffect(() => {
    const top = card.current?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > window.innerHeight * 0.5) card.current?.scrollIntoView({ block: "start" });
  }, [card]);
}
