import { Button, TextInput } from "@mantine/core";
import { Form } from "@remix-run/react";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { settingsText as text } from "#app/text/settings.ts";
import { ConfirmButton } from "./confirm-button.tsx";
import { CopyField } from "./copy-field.tsx";
import { DataTable } from "./data-table.tsx";
import { ErrorSummary, type Refused } from "./error-summary.tsx";
import { Section } from "./page-header.tsx";
import styles from "./settings.module.css";

type Token = { id: string; label: string; createdAt: Date; revokedAt: Date | null };
type Props = {
  tokens: Token[] /** Just made: shown once. */;
  made: { label: string; token: string } | null;
  refused: Refused | null;
};

/** Tokens for programs. */
export function TokenList({ tokens, made, refused }: Props) {
  return (
    <Section title={<span id="tokens">{text.tokensTitle}</span>} hint={text.tokensHint}>
      {made && (
        <div className={styles.made} role="status">
          <p className={styles.madeTitle}>✔ {text.tokenMade(made.label)}</p>
          <CopyField value={made.token} label={text.tokenOnce} />
        </div>
      )}
      {tokens.length === 0 ? <p className={styles.quiet}>{text.noTokens}</p> : <Tokens tokens={tokens} />}
      <ErrorSummary refused={refused} />
      <Form method="post" className={`${styles.inline} ${styles.below}`} noValidate key={made?.token ?? ""}>
        <TextInput
          id="label"
          name="label"
          label={text.tokenLabel}
          placeholder={text.tokenLabelHint}
          defaultValue={refused?.values.label}
          error={refused?.fields.label}
          autoComplete="off"
        />
        <Button type="submit" name="intent" value="make-token" variant="default">
          {text.makeToken}
        </Button>
      </Form>
    </Section>
  );
}

function Tokens({ tokens }: { tokens: Token[] }) {
  return (
    <DataTable caption={text.tokensTitle} head={[text.tokenLabel, text.madeAt, text.state, text.actions]}>
      {tokens.map(({ id, label, createdAt, revokedAt }) => (
        <tr key={id} className={revokedAt ? styles.quiet : undefined}>
          <td>{label}</td>
          <td>{formatDateTime(createdAt)}</td>
          <td>{revokedAt ? text.revokedAt(formatDateTime(revokedAt)) : `✔ ${text.inForce}`}</td>
          <td>
            {!revokedAt && (
              <Form method="post" className={styles.revoke}>
                <input type="hidden" name="id" value={id} />
                <ConfirmButton
                  label={text.revoke}
                  question={text.revokeQuestion(label)}
                  detail={text.revokeDetail}
                  confirm={text.revoke}
                  name="intent"
                  value="revoke-token"
                />
              </Form>
            )}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
