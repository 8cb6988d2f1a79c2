import { useBlocker } from "@remix-run/react";
import { wordingText as text } from "#app/text/wording.ts";
import { AskBox } from "./ask-box.tsx";
import type { PapersData } from "./papers-data.ts";
import { useDrafts } from "./use-drafts.ts";
import styles from "./wording.module.css";
import { WordingEditor } from "./wording-editor.tsx";
import { Versions } from "./wording-history.tsx";

type Props = { page: PapersData; genre: string };

/** 措辞: the paper's generated texts, each open to other words; what was written for parts that are gone stands below. */
export function WordingPanel({ page, genre }: Props) {
  const { wordings, unused, source, hidden, view } = page;
  const { drafts, set } = useDrafts(`${source.kind}-${source.id}-${genre}`);
  if (wordings.length === 0 && unused.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="wordings">
      <h3 className={styles.title} id="wordings">
        {text.title}
      </h3>
      <p className={styles.hint}>{text.lead}</p>
      {wordings.map((wording) => (
        <WordingEditor
          key={wording.key}
          wording={wording}
          genre={genre}
          masked={hidden !== null && view.masked}
          draft={drafts[wording.key]}
          keep={(draft) => set(wording.key, draft)}
        />
      ))}
      {unused.length > 0 && (
        <details className={styles.unused}>
          <summary>{text.unusedTitle(unused.length)}</summary>
          <p className={styles.hint}>{text.unusedHint}</p>
          {unused.map(({ key, versions }) => (
            <Versions key={key} versions={versions} />
          ))}
        </details>
      )}
      <Leaving unsaved={Object.keys(drafts).length > 0} />
    </section>
  );
}

/** Asks before a link leads away from the page; another paper or choice of this page loses nothing. */
function Leaving({ unsaved }: { unsaved: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  return (
    <AskBox
      open={blocker.state === "blocked"}
      title={text.leaveTitle}
      detail={text.leaveDetail}
      stay={text.leaveStay}
      go={text.leaveGo}
      onStay={() => blocker.reset?.()}
      onGo={() => blocker.proceed?.()}
    />
  );
}
