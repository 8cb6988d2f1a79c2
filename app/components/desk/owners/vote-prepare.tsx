import { Button, Textarea, TextInput } from "@mantine/core";
import { Form, useNavigation } from "@remix-run/react";
import type { Refused } from "#app/components/desk/error-summary.tsx";
import { ownersVoteText } from "#app/text/owners-vote.ts";
import styles from "./vote.module.css";

const { prepare: text, named } = ownersVoteText;
const RULES = ["owners-general", "owners-special"] as const;

type Props = { issues: { id: string; title: string }[]; refused: Refused | null };

/** What is to be decided, item by item, and by which of the two rules. */
export function VotePrepare({ issues, refused }: Props) {
  const busy = useNavigation().formData?.get("intent") === "prepare";
  const mine = refused?.values.intent === "prepare" ? refused : null;
  const chosen = mine?.values.ruleId ?? "owners-general";
  const [first] = issues;
  return (
    <Form method="post" className={styles.form} noValidate>
      <TextInput
        id="question"
        name="question"
        label={text.question}
        description={text.questionHint}
        defaultValue={mine?.values.question ?? first?.title ?? ""}
        error={mine?.fields.question}
        maxLength={200}
        autoComplete="off"
      />
      <Textarea
        id="items"
        name="items"
        label={text.items}
        description={text.itemsHint}
        defaultValue={mine?.values.items ?? ""}
        error={mine?.fields.items}
        autosize
        minRows={3}
      />
      <fieldset className={styles.choices}>
        <legend>{text.rule}</legend>
        {RULES.map((rule) => (
          <label key={rule} className={styles.choice}>
            <input type="radio" name="ruleId" value={rule} defaultChecked={chosen === rule} />
            {text.rules[rule]}
          </label>
        ))}
        <p className={styles.hint}>{text.both}</p>
      </fieldset>
      <p className={styles.hint}>{named}</p>
      <div>
        <Button type="submit" name="intent" value="prepare" loading={busy}>
          {text.button}
        </Button>
      </div>
    </Form>
  );
}
