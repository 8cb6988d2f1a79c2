import { Button } from "@mantine/core";
import { useRevalidator } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import type { WordingOnPage } from "#app/domain/document/wording.ts";
import { asOneParagraph, fillIn } from "#app/domain/document/wording.ts";
import { wordingText as text } from "#app/text/wording.ts";
import type { WordingDraft } from "./use-drafts.ts";
import styles from "./wording.module.css";
import type { Theirs, WordingForm } from "./wording-form.ts";
import { Minds } from "./wording-minds.tsx";

type Props = {
  wording: WordingOnPage;
  form: WordingForm;
  masked: boolean;
  draft: WordingDraft | undefined;
  keep: (draft: WordingDraft | null) => void;
};

/** The field of a wording with its figures in braces, what it will read like in print, and what to mind. */
export function WordingField({ wording, form, masked, draft, keep }: Props) {
  const { key, label, generated, versions } = wording;
  const { Form, genre, refused, theirs, busy, saved } = form;
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const latest = versions.at(-1);
  const standing = latest?.text ?? generated;
  const words = draft?.text ?? refused?.values.text ?? standing;
  const seen = theirs?.place ?? draft?.seen ?? latest?.place ?? 0;
  const write = (words: string) =>
    keep(words === standing ? null : { text: words, seen: draft?.seen ?? latest?.place ?? 0 });
  const problem = refused && !theirs ? (refused.fields.text ?? refused.message) : null;
  return (
    <Form method="post" className={styles.form} preventScrollReset>
      <input type="hidden" name="genre" value={genre} />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="seen" value={seen} />
      {theirs && <TheirVersion theirs={theirs} generated={generated} drop={() => keep(null)} />}
      <textarea
        ref={field}
        className={styles.field}
        name="text"
        rows={5}
        value={words}
        onChange={(event) => write(event.target.value)}
        onKeyDown={saveByKey}
        aria-label={text.field(label)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}-problem ${id}-keys`}
      />
      <div id={`${id}-problem`} role="alert">
        {problem && (
          <p className={styles.problem}>
            <span aria-hidden="true">✘ </span>
            {problem}
          </p>
        )}
      </div>
      <Figures figures={wording.figures} field={field} write={write} />
      {draft && (
        <p className={styles.printed}>
          <span className={styles.hint}>{text.printed}</span>
          {fillIn(asOneParagraph(words), wording.printedFigures)}
          {masked && <span className={styles.hint}>{text.masksLater}</span>}
        </p>
      )}
      <Minds wording={wording} words={words} unsaved={draft !== undefined} />
      <div className={styles.deeds}>
        <Button type="submit" name="intent" value="edit-wording" loading={busy}>
          {theirs ? text.saveAnyway : text.save}
        </Button>
        {latest && latest.text !== null && <Restore />}
        <span className={styles.saved} role="status">
          {saved && !draft && !busy ? `✔ ${text.saved}` : ""}
        </span>
      </div>
      <p className={styles.hint} id={`${id}-keys`}>
        {text.keys}
      </p>
    </Form>
  );
}

/** Ctrl + Enter, or ⌘ + Enter. The save button submits, so that the form says what it wants. */
function saveByKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const { form } = event.currentTarget;
  form?.requestSubmit(form.querySelector<HTMLButtonElement>("button[name=intent]"));
}

/** A second button of the same form: it takes no words with it that have to be right. */
function Restore() {
  return (
    <button type="submit" className={styles.quiet} name="intent" value="restore-wording">
      {text.restore}
    </button>
  );
}

type FiguresProps = {
  figures: WordingOnPage["figures"];
  field: React.RefObject<HTMLTextAreaElement | null>;
  write: (words: string) => void;
};

/** The figures that may be put in, with what they are now. Without scripts they are named, to be typed. */
function Figures({ figures, field, write }: FiguresProps) {
  const scripts = useScripts();
  const entries = Object.entries(figures);
  if (entries.length === 0) return null;
  const insert = (name: string) => {
    const area = field.current;
    if (!area) return;
    area.focus();
    area.setRangeText(`{${name}}`, area.selectionStart, area.selectionEnd, "end");
    write(area.value);
  };
  return (
    <fieldset className={styles.figures} aria-label={text.insertOf}>
      <span className={styles.hint}>{scripts ? text.insert : text.figuresAre}</span>
      {entries.map(([name, value]) =>
        scripts ? (
          <button key={name} type="button" className={styles.figure} onClick={() => insert(name)}>
            {name} <strong>{short(value)}</strong>
          </button>
        ) : (
          <span key={name} className={styles.figure}>
            {`{${name}}`} <strong>{short(value)}</strong>
          </span>
        ),
      )}
    </fieldset>
  );
}

const LONGEST_SHOWN = 12;
const short = (value: string): string =>
  Array.from(value).length > LONGEST_SHOWN ? `${Array.from(value).slice(0, LONGEST_SHOWN).join("")}…` : value;

function useScripts(): boolean {
  const [scripts, setScripts] = useState(false);
  useEffect(() => setScripts(true), []);
  return scripts;
}

/** What somebody else saved meanwhile, beside what stands in the field. */
function TheirVersion({ theirs, generated, drop }: { theirs: Theirs; generated: string; drop: () => void }) {
  const { revalidate } = useRevalidator();
  const take = () => {
    drop();
    revalidate();
  };
  return (
    <div className={styles.theirs} role="alert">
      <p className={styles.mind}>{text.staleTitle}</p>
      <p className={styles.hint}>{text.stale(theirs.editedBy, formatDateTime(theirs.editedAt))}</p>
      <p className={styles.words}>{theirs.text ?? generated}</p>
      <button type="button" className={styles.quiet} onClick={take}>
        {text.takeTheirs}
      </button>
    </div>
  );
}
