import { Button, TextInput } from "@mantine/core";
import { Form } from "@remix-run/react";
import { QrCode } from "#app/components/shared/qr-code.tsx";
import type { QrPath } from "#app/components/shared/qr-path.ts";
import { helpersText as text } from "#app/text/helpers.ts";
import { CopyField } from "./copy-field.tsx";
import { ErrorSummary, type Refused } from "./error-summary.tsx";
import styles from "./helper.module.css";
import { Section } from "./page-header.tsx";

/** The link that was just made: shown once, to scan or to copy. */
export function MadeHelperLink({ helper, link, qr }: { helper: string; link: string; qr: QrPath }) {
  return (
    <div className={styles.made} role="status">
      <QrCode qr={qr} label={text.qr(helper)} className={styles.qr} />
      <div className={styles.words}>
        <p className={styles.madeTitle}>✔ {text.made(helper)}</p>
        <p>{text.scan}</p>
        <CopyField value={link} label={text.link} />
      </div>
    </div>
  );
}

/** Who goes round; or this very computer, without signing in again. */
export function NewHelperDevice({ refused }: { refused: Refused | null }) {
  return (
    <Section title={text.make} hint={text.makeHint}>
      <ErrorSummary refused={refused} />
      <Form method="post" className={styles.inline} noValidate>
        <TextInput
          id="helper"
          name="helper"
          label={text.helper}
          placeholder={text.helperHint}
          defaultValue={refused?.values.helper}
          error={refused?.fields.helper}
          maxLength={40}
          autoComplete="off"
        />
        <Button type="submit" name="intent" value="make">
          {text.submit}
        </Button>
      </Form>
      {/* A whole new page: the tablet's pages and the desk's share no frame. */}
      <form method="post" className={styles.here}>
        <Button type="submit" name="intent" value="here" variant="default">
          {text.here}
        </Button>
        <span className={styles.quiet}>{text.hereHint}</span>
      </form>
    </Section>
  );
}
