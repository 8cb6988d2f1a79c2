import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import type { WordingVersion } from "#app/domain/document/wording.ts";
import { wordingText as text } from "#app/text/wording.ts";
import styles from "./wording.module.css";
import type { WordingForm } from "./wording-form.ts";

type Props = {
  versions: readonly WordingVersion[];
  /** Where a version may be taken up again; without it the versions are only shown. */
  form?: WordingForm;
};

/** All versions of a wording, newest first: who, when, the text, and the way back to it, which is a new version. */
export function Versions({ versions, form }: Props) {
  const latest = versions.at(-1);
  return (
    <ol className={styles.versions} reversed>
      {[...versions].reverse().map((version) => (
        <li key={version.place}>
          <p className={styles.hint}>
            {text.version(version.place, version.editedBy, formatDateTime(version.editedAt))}
            {version === latest && form && <strong> {text.inForce}</strong>}
          </p>
          <p className={styles.words}>{version.text ?? text.automatic}</p>
          {version !== latest && form && <Use version={version} form={form} seen={latest?.place ?? 0} />}
        </li>
      ))}
    </ol>
  );
}

function Use({ version, form, seen }: { version: WordingVersion; form: WordingForm; seen: number }) {
  const { Form, genre, wordingKey } = form;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="genre" value={genre} />
      <input type="hidden" name="key" value={wordingKey} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="text" value={version.text ?? ""} />
      {version.text === null && <input type="hidden" name="restore" value="1" />}
      <button
        type="submit"
        name="intent"
        value="edit-wording"
        className={styles.quiet}
        aria-label={text.useOf(version.place)}
      >
        {text.use}
      </button>
    </Form>
  );
}
