import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { documentPageText as text } from "#app/text/document-page.ts";
import { fileAddress, pageQuery, type View } from "./address.ts";
import { Gaps, type Paper, type Ways } from "./gaps.tsx";
import { type Group, inGroups } from "./groups.ts";
import styles from "./paper-list.module.css";

type Props = {
  papers: Paper[];
  view: View;
  base: string;
  ways: Ways;
  /** The paper beside the list; then the list is short. */
  shown: Paper | undefined;
};

/** All papers of a source by when they are needed: each with whether it can go out, the way to it, and its file in one click. */
export function PaperList({ papers, view, base, ways, shown }: Props) {
  const groups = inGroups(papers);
  return (
    <nav className={shown ? styles.short : styles.whole} aria-label={text.listName}>
      {groups.map(({ group, papers }) => (
        <section key={group} className={styles.group} aria-labelledby={`group-${group}`}>
          <Title group={group} alone={groups.length === 1} />
          <ul className={styles.papers}>
            {papers.map((paper) => (
              <li key={paper.genre} className={paper === shown ? `${styles.paper} ${styles.shown}` : styles.paper}>
                <Entry paper={paper} to={pageQuery({ ...view, paper: paper.genre })} shown={paper === shown}>
                  {!shown && paper.ready && <Download paper={paper} file={fileAddress(base, paper.genre, view)} />}
                </Entry>
                {!shown && <p className={styles.about}>{text.about[paper.genre]}</p>}
                {!shown && !paper.ready && <Gaps gaps={paper.gaps} ways={fromHere(paper, view, ways)} brief />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

/** A paper's own choices are made on its page. */
function fromHere({ genre }: Paper, view: View, ways: Ways): Ways {
  const notice = `${pageQuery({ ...view, paper: genre })}#from`;
  return { ...ways, notice: ways.notice && notice };
}

function Title({ group, alone }: { group: Group; alone: boolean }) {
  return (
    <h2 className={alone ? styles.unseen : styles.groupName} id={`group-${group}`}>
      {alone ? text.listName : text.groups[group]}
    </h2>
  );
}

type EntryProps = { paper: Paper; to: string; shown: boolean; children: ReactNode };

function Entry({ paper, to, shown, children }: EntryProps) {
  const { name, ready } = paper;
  return (
    <div className={styles.line}>
      <span className={ready ? styles.ready : styles.lacking} aria-hidden="true">
        {ready ? "✔" : "○"}
      </span>
      <Link className={styles.name} to={to} preventScrollReset aria-current={shown ? "true" : undefined}>
        {name}
      </Link>
      {paper.public && <span className={styles.outside}>{text.outside}</span>}
      <span className={styles.unseen}>{ready ? text.ready : text.notReady}</span>
      {children}
    </div>
  );
}

function Download({ paper, file }: { paper: Paper; file: string }) {
  return (
    <a className={styles.deed} href={file} aria-label={text.downloadOf(paper.name)}>
      {text.download}
    </a>
  );
}
