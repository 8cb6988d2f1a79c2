import { Link } from "@remix-run/react";
import { Section } from "#app/components/desk/page-header.tsx";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { methodEditorText } from "#app/text/method-editor.ts";
import styles from "./page.module.css";

const text = methodEditorText.versions;

type Version = { version: number; publishedAt: Date; publishedBy: string };

/** What was published of a method, latest first. The latest can be read through. */
export function VersionList({ id, versions }: { id: string; versions: readonly Version[] }) {
  return (
    <Section title={text.title}>
      {versions.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <ul className={styles.versions}>
          {versions.map(({ version, publishedAt, publishedBy }, index) => (
            <li key={version}>
              {index === 0 ? <Link to={`/desk/methods/${id}`}>{text.line(version)}</Link> : text.line(version)}
              <span>{text.by(publishedBy, formatDateTime(publishedAt))}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
