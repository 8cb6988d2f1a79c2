import type { ReactNode } from "react";
import { documentPageText as text } from "#app/text/document-page.ts";
import { choicesOf, fileAddress, pageQuery } from "./address.ts";
import { Choices } from "./choices.tsx";
import styles from "./document.module.css";
import { DraftButton } from "./draft-button.tsx";
import { FontNote } from "./font-note.tsx";
import type { Ways } from "./gaps.tsx";
import { HiddenPanel } from "./hidden-panel.tsx";
import { PaperCard } from "./paper-card.tsx";
import { PaperList } from "./paper-list.tsx";
import type { PapersData } from "./papers-data.ts";
import { Preview } from "./preview.tsx";
import { WordingPanel } from "./wording-panel.tsx";

type Props = {
  page: PapersData;
  /** Where the files are: "/api/v1/meetings/CODE/documents". */
  base: string;
  ways: Ways;
  /** What else belongs to the chosen paper, below its choices. */
  children?: ReactNode;
};

/** The papers of a meeting, an issue or a period: all of them by when they are needed; the chosen one with its choices and its preview. */
export function Papers({ page, base, ways, children }: Props) {
  const { papers, view, notice, fonts } = page;
  const shown = papers.find((paper) => paper.genre === view.paper);
  const close = pageQuery({ ...view, paper: "" });
  // The day stands in the preview's address only where it was chosen, so that it does not change at midnight.
  const file = fileAddress(base, shown?.genre ?? "", { ...view, from: view.from && notice.from });
  const mark = shown?.public ? (view.masked ? text.versions.public : text.versions.internal) : "";
  return (
    <>
      <div className={shown ? styles.split : undefined}>
        <PaperList papers={papers} view={view} base={base} ways={ways} shown={shown} />
        {shown && (
          <PaperCard key={shown.genre} paper={shown} ways={ways} file={file} close={close}>
            <Choices paper={shown} page={page} />
            {shown.ready && <DraftButton source={page.source} genre={shown.genre} choices={choicesOf(view)} />}
            <HiddenPanel hidden={page.hidden} masked={view.masked} />
            <WordingPanel key={shown.genre} page={page} genre={shown.genre} />
            {children}
          </PaperCard>
        )}
        {shown?.ready && (
          <Preview
            key={`preview-${shown.genre}`}
            name={shown.name}
            file={file}
            edition={editionOf(page)}
            arrives={false}
            mark={mark}
            close={close}
          />
        )}
      </div>
      <FontNote fonts={fonts} />
    </>
  );
}

/** Changes with each saved wording: the paper says something else at the same address. */
const editionOf = ({ wordings }: PapersData): string =>
  wordings.map(({ key, versions }) => `${key}:${versions.at(-1)?.place ?? 0}`).join(" ");
