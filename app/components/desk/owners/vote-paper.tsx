import { Button, TextInput } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { DataTable } from "#app/components/desk/data-table.tsx";
import type { Refused } from "#app/components/desk/error-summary.tsx";
import { Section } from "#app/components/desk/page-header.tsx";
import type { BallotForm, PollOption } from "#app/domain/poll/form.ts";
import { unitsWords } from "#app/text/owners.ts";
import { ownersVoteText } from "#app/text/owners-vote.ts";
import styles from "./vote.module.css";
import type { WaitingOwner } from "./vote-waiting.tsx";

const { paper: text } = ownersVoteText;

type Entering = WaitingOwner & { voted: boolean; first: string | null };
type Props = {
  pollId: string;
  form: BallotForm;
  question: string;
  options: PollOption[];
  owner: Entering;
  back: string;
  refused: Refused | null;
};

/** One owner's signed paper, read off and typed; the second person sees nothing of what the first typed. */
export function PaperForm({ pollId, form, question, options, owner, back, refused }: Props) {
  const items = form.kind === "each" ? form.items : [{ id: "", label: question }];
  const mine = refused?.values.personId === owner.personId ? refused : null;
  return (
    <div id="paper" className={styles.anchor}>
      <Section title={text.title(owner.name)} hint={text.hint}>
        {owner.voted ? (
          <p>{text.voted(owner.name)}</p>
        ) : (
          <Form method="post" className={styles.form} noValidate key={`${owner.personId} ${owner.first}`}>
            <input type="hidden" name="pollId" value={pollId} />
            <input type="hidden" name="personId" value={owner.personId} />
            <p className={styles.hint}>
              {unitsWords(owner)}　{owner.first === null ? text.first : text.second(owner.first)}
            </p>
            {items.map((item) => (
              <Answers key={item.id} item={item} options={options} />
            ))}
            {mine?.fields.choice && <p className={styles.error}>✘ {mine.fields.choice}</p>}
            <TextInput
              id="enteredBy"
              name="enteredBy"
              label={text.enteredBy}
              description={text.enteredByHint}
              defaultValue={mine?.values.enteredBy ?? ""}
              error={mine?.fields.enteredBy}
              maxLength={20}
            />
            <div className={styles.ways}>
              <Button type="submit" name="intent" value="paper">
                {text.button}
              </Button>
              <Button component={Link} to={back} variant="default">
                {text.cancel}
              </Button>
            </div>
          </Form>
        )}
      </Section>
    </div>
  );
}

function Answers({ item, options }: { item: { id: string; label: string }; options: PollOption[] }) {
  return (
    <fieldset className={styles.choices}>
      <legend>{item.label}</legend>
      <div className={styles.answers}>
        {options.map((option) => (
          <label key={option.id} className={styles.choice}>
            <input type="radio" name={item.id === "" ? "choice" : `choice.${item.id}`} value={option.id} />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type Pending = WaitingOwner & { enteredBy: string; voted: boolean };

/** 待核对: papers entered once. */
export function PendingPapers({
  pollId,
  pending,
  to,
}: {
  pollId: string;
  pending: Pending[];
  to: (owner: string) => string;
}) {
  const { pendingHead: head } = text;
  return (
    <Section title={text.pending} hint={text.pendingHint}>
      <DataTable caption={text.pending} head={[head.name, head.units, head.by, head.act]}>
        {pending.map((entry) => (
          <tr key={entry.personId}>
            <td>{entry.name}</td>
            <td>{unitsWords(entry)}</td>
            <td>{entry.enteredBy}</td>
            <td>
              <Form method="post" className={styles.answers}>
                <input type="hidden" name="pollId" value={pollId} />
                <input type="hidden" name="personId" value={entry.personId} />
                {entry.voted ? (
                  <span>{text.votedByPhone}</span>
                ) : (
                  <Link to={`${to(entry.personId)}#paper`} aria-label={`${text.check}：${entry.name}`}>
                    {text.check}
                  </Link>
                )}
                <Button type="submit" name="intent" value="strike" variant="default" size="compact-sm">
                  {text.strike}
                </Button>
              </Form>
            </td>
          </tr>
        ))}
      </DataTable>
    </Section>
  );
}
