import { Button } from "@mantine/core";
import { Form, useNavigation } from "@remix-run/react";
import { DataTable } from "#app/components/desk/data-table.tsx";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { ImportProblems, More } from "#app/components/desk/import-problems.tsx";
import { Section } from "#app/components/desk/page-header.tsx";
import rollStyles from "#app/components/desk/roll.module.css";
import { formatArea } from "#app/domain/owners/area.ts";
import { placeName } from "#app/domain/owners/place.ts";
import type { OwnersProblem } from "#app/domain/owners/reading.ts";
import type { BuildingTotals, Totals } from "#app/domain/owners/totals.ts";
import { ownersText } from "#app/text/owners.ts";
import { peopleText } from "#app/text/people.ts";
import styles from "./owners.module.css";
import { BuildingsTable, OwnersFigures } from "./totals.tsx";

const { import: text, fields, columns } = ownersText;

export type ImportedUnit = { row: number; building: string; number: string; area: number; owner: string };
export type UnitChange = { row: number; place: string; what: "area" | "name"; was: string; now: string };
export type OwnersPreviewView = {
  fileName: string;
  planId: string;
  counts: Record<"added" | "changed" | "same" | "missing" | "phones" | "refused" | "problems" | "namesakes", number>;
  file: { totals: Totals; buildings: readonly BuildingTotals[] };
  /** The roll as it would be; null where it is what the file holds. */
  after: { keep: Totals; remove: Totals } | null;
  /** The first of each; the counts speak of all. */
  problems: readonly OwnersProblem[];
  added: readonly ImportedUnit[];
  changed: readonly UnitChange[];
  missing: readonly { place: string; area: number }[];
};

/** What a register would do to the roll, its totals to be held against the land register, and the decision. */
export function ImportPreview({ preview }: { preview: OwnersPreviewView }) {
  const { counts, file, after, problems, added, changed, missing, fileName } = preview;
  return (
    <>
      <p className={styles.muted}>{fileName}</p>
      <Counts counts={counts} />
      {problems.length > 0 && (
        <ImportProblems
          problems={problems}
          count={counts.problems}
          hint={text.problemsHint}
          levels={text.levels}
          fields={fields}
        />
      )}
      {file.totals.units > 0 && (
        <Section title={text.fileTotals} hint={ownersText.compare}>
          <OwnersFigures totals={file.totals} />
          <div className={styles.fold}>
            <BuildingsTable buildings={file.buildings} totals={file.totals} />
          </div>
          <p className={styles.note}>{ownersText.buildingsHint}</p>
        </Section>
      )}
      {changed.length > 0 && <Changes changed={changed} more={counts.changed - changed.length} />}
      {missing.length > 0 && <Missing missing={missing} more={counts.missing - missing.length} />}
      {added.length > 0 && <Added added={added} more={counts.added - added.length} />}
      {after && (
        <Section title={text.rollTotals}>
          <OwnersFigures totals={after.keep} small />
        </Section>
      )}
      <ConfirmBar preview={preview} />
    </>
  );
}

function Counts({ counts }: Pick<OwnersPreviewView, "counts">) {
  const words = [
    counts.added > 0 && text.added(counts.added),
    counts.changed > 0 && text.changed(counts.changed),
    counts.same > 0 && text.same(counts.same),
    counts.missing > 0 && text.missing(counts.missing),
    counts.phones > 0 && text.phones(counts.phones),
    counts.namesakes > 0 && text.namesakes(counts.namesakes),
  ].filter((word) => word !== false);
  return (
    <ul className={rollStyles.figures}>
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  );
}

function Changes({ changed, more }: { changed: readonly UnitChange[]; more: number }) {
  const { changedHead: head } = text;
  return (
    <Section title={text.changedTitle}>
      <DataTable caption={text.changedTitle} head={[peopleText.rowColumn, head.place, head.what, head.was, head.now]}>
        {changed.map(({ row, place, what, was, now }) => (
          <tr key={`${row} ${what}`}>
            <td className={styles.name}>{peopleText.row(row)}</td>
            <td>{place}</td>
            <td>{fields[what]}</td>
            <td className={styles.muted}>{was}</td>
            <td>{now}</td>
          </tr>
        ))}
      </DataTable>
      <More count={more} />
    </Section>
  );
}

function Missing({ missing, more }: { missing: OwnersPreviewView["missing"]; more: number }) {
  return (
    <Section title={text.missingTitle}>
      <DataTable caption={text.missingTitle} head={[columns.units, right(columns.area)]}>
        {missing.map(({ place, area }) => (
          <tr key={place}>
            <td>{place}</td>
            <td className={styles.right}>{formatArea(area)}</td>
          </tr>
        ))}
      </DataTable>
      <More count={more} />
    </Section>
  );
}

function Added({ added, more }: { added: readonly ImportedUnit[]; more: number }) {
  return (
    <Section title={text.addedTitle}>
      <DataTable
        caption={text.addedTitle}
        head={[peopleText.rowColumn, columns.units, right(columns.area), columns.name]}
      >
        {added.map(({ row, owner, area, ...place }) => (
          <tr key={row}>
            <td className={styles.muted}>{peopleText.row(row)}</td>
            <td>{placeName(place)}</td>
            <td className={styles.right}>{formatArea(area)}</td>
            <td>{owner}</td>
          </tr>
        ))}
      </DataTable>
      <More count={more} />
    </Section>
  );
}

const right = (word: string) => <span className={styles.right}>{word}</span>;

function ConfirmBar({ preview: { planId, counts } }: { preview: OwnersPreviewView }) {
  const intent = useNavigation().formData?.get("intent");
  const nothing = counts.added + counts.changed + counts.missing + counts.phones === 0;
  const allowed = counts.refused === 0 && !nothing;
  return (
    <>
      {nothing && counts.refused === 0 && <EmptyState title={text.nothing} />}
      <Form method="post" className={rollStyles.confirmBar}>
        <input type="hidden" name="planId" value={planId} />
        {counts.refused > 0 && <p style={{ margin: 0 }}>✘ {text.refused(counts.refused)}</p>}
        {allowed && counts.missing > 0 && <MissingChoice />}
        {allowed && (
          <Button type="submit" name="intent" value="confirm" loading={intent === "confirm"}>
            {counts.added > 0 ? text.confirm(counts.added) : text.confirmUpdate}
          </Button>
        )}
        <Button type="submit" name="intent" value="discard" variant="default" loading={intent === "discard"}>
          {allowed ? text.discard : text.other}
        </Button>
      </Form>
    </>
  );
}

function MissingChoice() {
  return (
    <fieldset>
      <legend>{text.missingQuestion}</legend>
      <label>
        <input type="radio" name="missing" value="keep" defaultChecked />
        {text.missingKeep}
      </label>
      <label>
        <input type="radio" name="missing" value="remove" />
        {text.missingRemove}
      </label>
    </fieldset>
  );
}
