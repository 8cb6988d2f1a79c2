import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import type { WordingOnPage } from "#app/domain/document/wording.ts";
import { wordingText as text } from "#app/text/wording.ts";
import { AskBox } from "./ask-box.tsx";
import type { WordingDraft } from "./use-drafts.ts";
import styles from "./wording.module.css";
import { WordingField } from "./wording-field.tsx";
import { useWordingForm } from "./wording-form.ts";
import { Versions } from "./wording-history.tsx";

type Props = {
  wording: WordingOnPage;
  genre: string;
  /** Whether the paper is printed for strangers' eyes. */
  masked: boolean;
  draft: WordingDraft | undefined;
  keep: (draft: WordingDraft | null) => void;
};

/** One wording: what is printed now; opened, the field to change it and all its versions. */
export function WordingEditor({ wording, genre, masked, draft, keep }: Props) {
  const { label, versions, printed } = wording;
  const form = useWordingForm(genre, wording.key, { draft, keep });
  const details = useRef<HTMLDetailsElement>(null);
  const [asking, setAsking] = useState(false);
  // As the page comes from the server; from then on it is opened and closed by hand, and by the effect below.
  const [openFirst] = useState(form.refused !== null);
  const wanted = draft !== undefined || form.refused !== null;
  useEffect(() => {
    if (wanted && details.current) details.current.open = true;
  }, [wanted]);
  const close = () => {
    if (!details.current) return;
    details.current.open = false;
    details.current.querySelector("summary")?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // While a Chinese word is put together, Esc and Enter belong to the input method.
    if (event.nativeEvent.isComposing || asking) return;
    if (event.key === "Escape" && details.current?.open) {
      event.stopPropagation();
      // Else the browser would close with the same key the question that is asked here.
      event.preventDefault();
      if (draft) setAsking(true);
      else close();
    }
  };
  return (
    <article className={styles.wording} aria-label={label} onKeyDown={onKeyDown}>
      <Head wording={wording} unsaved={draft !== undefined} />
      {!draft && <p className={styles.printed}>{printed}</p>}
      <details ref={details} open={openFirst}>
        <summary aria-label={text.editOf(label)}>{text.edit}</summary>
        <WordingField wording={wording} form={form} masked={masked} draft={draft} keep={keep} />
        {versions.length > 0 && (
          <details className={styles.history}>
            <summary>{text.history(versions.length)}</summary>
            <Versions versions={versions} form={form} />
          </details>
        )}
      </details>
      <AskBox
        open={asking}
        title={text.dropTitle}
        detail={text.dropDetail}
        stay={text.dropStay}
        go={text.dropGo}
        onStay={() => setAsking(false)}
        onGo={() => {
          setAsking(false);
          keep(null);
          close();
        }}
      />
    </article>
  );
}

function Head({ wording: { label, versions }, unsaved }: { wording: WordingOnPage; unsaved: boolean }) {
  const latest = versions.at(-1);
  return (
    <div className={styles.head}>
      <h4 className={styles.label}>{label}</h4>
      {unsaved && <span className={styles.unsaved}>{text.unsaved}</span>}
      {!unsaved && latest && latest.text !== null && (
        <span className={styles.by}>{text.editedBy(latest.editedBy, formatDateTime(latest.editedAt))}</span>
      )}
    </div>
  );
}
