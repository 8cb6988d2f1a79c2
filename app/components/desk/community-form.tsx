import { Button, Textarea, TextInput } from "@mantine/core";
import { Form } from "@remix-run/react";
import type { CommunityWords } from "#app/domain/community.ts";
import { deskText } from "#app/text/desk.ts";
import { settingsText as text } from "#app/text/settings.ts";
import { ErrorSummary, type Refused } from "./error-summary.tsx";
import { Section } from "./page-header.tsx";
import styles from "./settings.module.css";
import { StaleBox, staleLines } from "./stale-box.tsx";

type Stale = { current: CommunityWords; seen: string };
type Props = {
  words: CommunityWords;
  seen: string;
  kind: "community" | "street";
  refused: (Refused & { error: string; details?: unknown }) | null;
};

const FIELDS = ["name", "street", "contact", "contactPhone", "supervisionPhone"] as const;
const OFFICIAL = ["organ", "mark", "code"] as const;
const HINTS = { organ: text.organHint, mark: text.markHint, code: text.codeHint };

type Labels = Record<keyof CommunityWords, string>;
/** A street's own name, and the district above it, stand where a community has its name and its street. */
const labels: Record<Props["kind"], Labels> = {
  community: text,
  street: { ...text, name: text.streetName, street: text.district },
};

/** The community's name and the contacts that notices carry. */
export function CommunityForm({ words, seen, kind, refused }: Props) {
  const stale = refused?.error === "stale" ? (refused.details as Stale) : null;
  return (
    <Section title={kind === "street" ? text.streetTitle : text.communityTitle} hint={text.communityHint}>
      {stale && refused ? (
        <Differences current={stale.current} typed={refused.values} labels={labels[kind]} />
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
              label={labels[kind][name]}
              defaultValue={refused?.values[name] ?? words[name]}
              error={refused?.fields[name]}
              autoComplete="off"
            />
          ))}
        </div>
        <Textarea
          id="postingPlaces"
          name="postingPlaces"
          label={text.postingPlaces}
          description={text.postingPlacesHint}
          defaultValue={refused?.values.postingPlaces ?? words.postingPlaces}
          error={refused?.fields.postingPlaces}
          autosize
          minRows={3}
          maxRows={12}
        />
        {kind === "street" && <Official words={words} refused={refused} />}
        <div>
          <Button type="submit" name="intent" value="community">
            {stale ? deskText.stale.saveAnyway : text.save}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

/** How a street signs official papers. */
function Official({ words, refused }: Pick<Props, "words" | "refused">) {
  return (
    <fieldset className={styles.official}>
      <legend>{text.officialTitle}</legend>
      <p className={styles.quiet}>{text.officialHint}</p>
      <div className={styles.pair}>
        {OFFICIAL.map((name) => (
          <TextInput
            key={name}
            id={name}
            name={name}
            label={text[name]}
            description={HINTS[name]}
            defaultValue={refused?.values[name] ?? words[name]}
            error={refused?.fields[name]}
            autoComplete="off"
          />
        ))}
      </div>
    </fieldset>
  );
}

type DifferencesProps = { current: CommunityWords; typed: Record<string, string>; labels: Labels };

function Differences({ current, typed, labels }: DifferencesProps) {
  // What the form did not send was not there to be changed.
  const shown = [...FIELDS, "postingPlaces" as const, ...OFFICIAL].filter((field) => field in typed);
  return <StaleBox title={text.staleTitle} lines={staleLines(shown, labels, current, typed)} />;
}
