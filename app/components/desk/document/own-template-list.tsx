import { Button } from "@mantine/core";
import { Link } from "@remix-run/react";
import { Section } from "#app/components/desk/page-header.tsx";
import { ownTemplateText as text } from "#app/text/own-templates.ts";
import styles from "./template.module.css";

type Props = { code: string; templates: { id: string; name: string; place: number }[] };

/** On a meeting's papers: the community's own templates, to be filled with this meeting. */
export function OwnTemplateList({ code, templates }: Props) {
  return (
    <Section title={text.own} hint={templates.length === 0 ? text.ownNone : text.ownHint}>
      {templates.length > 0 && (
        <ul className={styles.own}>
          {templates.map(({ id, name, place }) => (
            <li key={id}>
              <span className={styles.ownName}>{name}</span>
              <span className={styles.about}>{text.version(place)}</span>
              <a href={`/api/v1/meetings/${code}/own-documents/${id}.docx`} aria-label={text.ownFillOf(name)}>
                {text.ownFill}
              </a>
              <Link to={`/desk/documents/templates/${id}?with=${code}`} aria-label={text.ownPreviewOf(name)}>
                {text.ownPreview}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Button component={Link} to="/desk/documents/templates" variant="default">
        {text.ownManage}
      </Button>
    </Section>
  );
}
