import { Button, TextInput } from "@mantine/core";
import { Form } from "@remix-run/react";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { setUpText } from "#app/text/set-up.ts";
import { settingsText as text } from "#app/text/settings.ts";
import { CopyField } from "./copy-field.tsx";
import { DataTable } from "./data-table.tsx";
import { ErrorSummary, type Refused } from "./error-summary.tsx";
import { Section } from "./page-header.tsx";
import styles from "./settings.module.css";

type Community = { id: string; name: string; createdAt: Date; secretaries: string };
type Account = { community: string; name: string; username: string; password: string };
type Props = {
  street: string;
  communities: Community[];
  /** Just made: its password is shown once. */
  made: Account | null;
  refused: Refused | null;
};

/** A street's communities, and the form that adds one with its secretary's account. */
export function StreetCommunities({ street, communities, made, refused }: Props) {
  return (
    <Section title={<span id="communities">{text.communitiesTitle}</span>} hint={text.communitiesHint(street)}>
      {made && <MadeAccount account={made} />}
      {communities.length === 0 ? (
        <p className={styles.quiet}>{text.noCommunities}</p>
      ) : (
        <DataTable caption={text.communitiesTitle} head={text.communityColumns}>
          {communities.map(({ id, name, createdAt, secretaries }) => (
            <tr key={id}>
              <td>{name}</td>
              <td>{secretaries}</td>
              <td>{formatDateTime(createdAt)}</td>
            </tr>
          ))}
        </DataTable>
      )}
      <ErrorSummary refused={refused} prefix="new-" />
      <Form method="post" className={`${styles.inline} ${styles.below}`} noValidate key={made?.username ?? ""}>
        {FIELDS.map(([name, label]) => (
          <TextInput
            key={name}
            id={`new-${name}`}
            name={name}
            label={label}
            defaultValue={refused?.values[name]}
            error={refused?.fields[name]}
            autoComplete="off"
          />
        ))}
        <Button type="submit" name="intent" value="add-community" variant="default">
          {text.addCommunity}
        </Button>
      </Form>
      <p className={styles.quiet}>{text.addCommunityHint}</p>
    </Section>
  );
}

const FIELDS = [
  ["community", setUpText.communityName],
  ["name", setUpText.staffName],
  ["username", setUpText.username],
] as const;

function MadeAccount({ account }: { account: Account }) {
  return (
    <div className={styles.made} role="status">
      <p className={styles.madeTitle}>✔ {text.communityAdded(account.community)}</p>
      <p className={styles.quiet}>{text.accountOnce(account.name)}</p>
      <div className={styles.form}>
        <CopyField value={account.username} label={text.username} />
        <CopyField value={account.password} label={text.password} />
      </div>
    </div>
  );
}
