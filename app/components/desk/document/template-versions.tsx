import { Button } from "@mantine/core";
import { Form } from "@remix-run/react";
import { DataTable } from "#app/components/desk/data-table.tsx";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { ownTemplateText as text } from "#app/text/own-templates.ts";
import styles from "./template.module.css";

type Version = {
  place: number;
  fileName: string;
  bytes: number;
  uploadedBy: string;
  uploadedAt: Date;
  current: boolean;
  reusable: boolean;
};
/** `fixed`: the template is out of use, and nothing of it can be changed. */
type Props = { id: string; name: string; edition: number; versions: Version[]; fixed: boolean };

/** All versions of a template, latest first; an earlier one can be used again. */
export function TemplateVersions({ id, name, edition, versions, fixed }: Props) {
  return (
    <DataTable caption={text.versions} head={text.versionColumns}>
      {versions.map(({ place, fileName, bytes, uploadedBy, uploadedAt, current, reusable }) => (
        <tr key={place}>
          <td className={styles.short}>
            {text.version(place)}
            {current && <span className={styles.current}>{text.current}</span>}
          </td>
          <td className={styles.name}>{fileName}</td>
          <td className={styles.short}>{text.kilobytes(bytes)}</td>
          <td className={styles.short}>{uploadedBy}</td>
          <td className={styles.short}>{formatDateTime(uploadedAt)}</td>
          <td>
            <div className={styles.actions}>
              <a href={`/desk/documents/templates/${id}/files/${place}.docx`} aria-label={text.downloadOf(name, place)}>
                {text.download}
              </a>
              {reusable && !fixed && (
                <Form method="post">
                  <input type="hidden" name="version" value={edition} />
                  <input type="hidden" name="place" value={place} />
                  <Button
                    type="submit"
                    name="intent"
                    value="reuse"
                    variant="default"
                    size="xs"
                    aria-label={text.reuseOf(place)}
                  >
                    {text.reuse}
                  </Button>
                </Form>
              )}
            </div>
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
