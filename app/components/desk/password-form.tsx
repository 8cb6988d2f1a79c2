import { Button, PasswordInput } from "@mantine/core";
import { Form } from "@remix-run/react";
import { settingsText as text } from "#app/text/settings.ts";
import { ErrorSummary, type Refused } from "./error-summary.tsx";
import { Section } from "./page-header.tsx";
import styles from "./settings.module.css";

type Props = { refused: (Refused & { error: string; details?: unknown }) | null };

/** The person's own password. */
export function PasswordForm({ refused }: Props) {
  const minutes = (refused?.details as { minutes?: unknown } | undefined)?.minutes;
  const message = typeof minutes === "number" ? text.tooMany(minutes) : refused?.message;
  const field = (name: "currentPassword" | "newPassword" | "newPasswordAgain", autoComplete: string) => (
    <PasswordInput
      id={name}
      name={name}
      label={text[name]}
      autoComplete={autoComplete}
      error={refused?.fields[name]}
      required
      withAsterisk={false}
    />
  );
  return (
    <Section title={text.passwordTitle} hint={text.passwordHint}>
      <ErrorSummary refused={refused && { ...refused, message: message ?? "" }} />
      <Form method="post" className={styles.form} noValidate>
        <div className={styles.half}>{field("currentPassword", "current-password")}</div>
        <div className={styles.pair}>
          {field("newPassword", "new-password")}
          {field("newPasswordAgain", "new-password")}
        </div>
        <div>
          <Button type="submit" name="intent" value="password" variant="default">
            {text.changePassword}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
