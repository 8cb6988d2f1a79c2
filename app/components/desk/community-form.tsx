import { Button, TextInput } from "@mantine/core";
import { Form } from "@remix-run/react";
import type { CommunityWords } from "#app/domain/community.ts";
import { deskText } from "#app/text/desk.ts";
import { settingsText as text } from "#app/text/settings.ts";
import { ErrorSummary, type Refused } from "./error-summary.tsx";
import { Section } from "./page-header.tsx";
import styles from "./settings.module.css";
import { StaleBox, staleLines } from "./stale-box.tsx";

type Stale = { current: CommunityWords; seen: string };
type Props = { words: CommunityWords; seen: string; refused: (Refused & { error: string; details?: unknown }) | null };

const FIELDS = ["name", "street", "contact", "contactPhone", "supervisionPhone"] as const;

/** The community's name and the contacts that notices carry. */
export function CommunityForm({ words, seen, refused }: Props) {
  const stale = refused?.error === "stale" ? (refused.details as Stale) : null;
  return (
    <Section title={text.communityTitle} hint={text.communityHint}>
      {stale && refused ? (
        <Differences current={stale.current} typed={refused.values} />
      ) : (
        <ErrorSummary refused={refused} />
      )}
      <Form method="post" className={styles.form} noValidate>
        <input type="hidden" name="seen" value={stale?.seen ?? seen} />
        <div className={styles.pair}>
          {FIELDS.map((name) => (
            <TextInput
              key={name}
              id={name}
              name={name}
              label={text[name]}
              defaultValue={refused?.values[name] ?? words[name]}
              error={refused?.fields[name]}
              autoComplete="off"
            />
          ))}
        </div>
        <div>
          <Button type="submit" name="intent" value="community">
            {stale ? deskText.stale.saveAnyway : text.save}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function Differences({ current, typed }: { current: CommunityWords; typed: Record<string, string> }) {
  return <StaleBox title={text.staleTitle} lines={staleLines(FIELDS, text, current, typed)} />;
}
