import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/desk/data-table.tsx";
import { RemoveOrRestore } from "#app/components/desk/remove-or-restore.tsx";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { ownTemplateText as text } from "#app/text/own-templates.ts";
import styles from "./template.module.css";

export type TemplateRow = {
  id: string;
  name: string;
  edition: number;
  removed: boolean;
  place: number;
  bytes: number;
  uploadedBy: string;
  uploadedAt: Date;
};

/** A community's own templates, and what can be done with each. */
export function TemplateTable({ caption, templates }: { caption: string; templates: TemplateRow[] }) {
  const { name, version, size, by, actions } = text.columns;
  return (
    <DataTable caption={caption} head={[name, version, size, by, actions]}>
      {templates.map((template) => (
        <tr key={template.id}>
          <td className={styles.name}>
            <Link to={`/desk/documents/templates/${template.id}`}>{template.name}</Link>
          </td>
          <td className={styles.short}>{text.version(template.place)}</td>
          <td className={styles.short}>{text.kilobytes(template.bytes)}</td>
          <td className={styles.short}>
            {template.uploadedBy} {formatDateTime(template.uploadedAt)}
          </td>
          <td>
            <Actions template={template} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

function Actions({ template: { id, name, edition, removed, place } }: { template: TemplateRow }) {
  const here = `/desk/documents/templates/${id}`;
  return (
    <div className={styles.actions}>
      {!removed && (
        <Link to={here} aria-label={text.openOf(name)}>
          {text.open}
        </Link>
      )}
      <a href={`${here}/files/${place}.docx`} aria-label={text.downloadOf(name, place)}>
        {text.download}
      </a>
      <RemoveOrRestore of={{ id, name, edition }} removed={removed} text={text} />
    </div>
  );
}
