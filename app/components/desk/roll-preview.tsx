import { Button } from "@mantine/core";
import { Form, useNavigation } from "@remix-run/react";
import type { ImportChange } from "#app/domain/person/import-plan.ts";
import type { RollLine, RollPerson, RollProblem } from "#app/domain/person/roll.ts";
import type { RollField } from "#app/domain/person/roll-columns.ts";
import { peopleText as text } from "#app/text/people.ts";
import { DataTable } from "./data-table.tsx";
import { EmptyState } from "./empty-state.tsx";
import { ImportProblems, More } from "./import-problems.tsx";
import { Section } from "./page-header.tsx";
import styles from "./roll.module.css";

type Preview = {
  fileName: string;
  planId: string;
  counts: Record<"added" | "changed" | "same" | "problems" | "refused", number>;
  /** The first of each; the counts speak of all. */
  problems: readonly RollProblem[];
  added: readonly RollLine[];
  changed: readonly ImportChange[];
};

/** What a file would do to the roll: bad rows by name, who is new, who changes; and the decision. */
export function RollPreview({ preview }: { preview: Preview }) {
  const { counts, problems, added, changed, fileName } = preview;
  const words = [
    counts.added > 0 && text.willAdd(counts.added),
    counts.changed > 0 && text.willChange(counts.changed),
    counts.same > 0 && text.same(counts.same),
    counts.refused > 0 && text.refused(counts.refused),
  ].filter((word) => word !== false);
  const nothing = counts.added + counts.changed === 0;
  return (
    <>
      <p className={styles.was}>{fileName}</p>
      <ul className={styles.figures}>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
      {nothing && <EmptyState title={counts.same > 0 ? text.nothingNew : text.nothingToDo} />}
      {problems.length > 0 && (
        <ImportProblems
          problems={problems}
          count={counts.problems}
          hint={text.problemsHint}
          levels={text.levels}
          fields={text.fields}
        />
      )}
      {changed.length > 0 && <Changes changed={changed} more={counts.changed - changed.length} />}
      {added.length > 0 && <Added added={added} more={counts.added - added.length} />}
      <ConfirmBar preview={preview} nothing={nothing} />
    </>
  );
}

function Changes({ changed, more }: { changed: readonly ImportChange[]; more: number }) {
  return (
    <Section title={text.changedTitle} hint={text.changedHint}>
      <DataTable
        caption={text.changedTitle}
        head={[text.rowColumn, text.fields.name, text.fields.unit, text.fieldColumn, text.nowColumn, text.fileColumn]}
      >
        {changed.flatMap(({ line, person, fields }) =>
          fields.map((field, index) => (
            <tr key={`${line.row} ${field}`}>
              <td>{index === 0 && text.row(line.row)}</td>
              <td>{index === 0 && line.name}</td>
              <td>{index === 0 && line.unit}</td>
              <td>{text.fields[field]}</td>
              <td className={styles.was}>{shownValue(person, field)}</td>
              <td>{shownValue(line, field)}</td>
            </tr>
          )),
        )}
      </DataTable>
      <More count={more} />
    </Section>
  );
}

function Added({ added, more }: { added: readonly RollLine[]; more: number }) {
  const { name, seat, unit, phone, votingRight } = text.fields;
  return (
    <Section title={text.addedTitle}>
      <DataTable caption={text.addedTitle} head={[text.rowColumn, name, seat, unit, phone, votingRight]}>
        {added.map((line) => (
          <tr key={line.row}>
            <td className={styles.was}>{text.row(line.row)}</td>
            <td>{line.name}</td>
            <td>{line.seat}</td>
            <td>{line.unit}</td>
            <td className={styles.phone}>{line.phone}</td>
            <td>{shownValue(line, "votingRight")}</td>
          </tr>
        ))}
      </DataTable>
      <More count={more} />
    </Section>
  );
}

function ConfirmBar({ preview: { planId, counts }, nothing }: { preview: Preview; nothing: boolean }) {
  const intent = useNavigation().formData?.get("intent");
  return (
    <Form method="post" className={styles.confirmBar}>
      <input type="hidden" name="planId" value={planId} />
      {counts.changed > 0 && (
        <fieldset>
          <legend>{text.existingQuestion}</legend>
          <label>
            <input type="radio" name="existing" value="update" defaultChecked />
            {text.existingUpdate}
          </label>
          <label>
            <input type="radio" name="existing" value="keep" />
            {text.existingKeep}
          </label>
        </fieldset>
      )}
      {!nothing && (
        <Button type="submit" name="intent" value="confirm" loading={intent === "confirm"}>
          {counts.added > 0 ? text.confirm(counts.added) : text.confirmUpdate}
        </Button>
      )}
      <Button type="submit" name="intent" value="discard" variant="default" loading={intent === "discard"}>
        {nothing ? text.otherFile : text.discard}
      </Button>
    </Form>
  );
}

function shownValue(person: RollPerson, field: RollField): string {
  if (field === "votingRight") return person.votingRight ? text.has : text.hasNot;
  return person[field];
}
