import { DataTable } from "#app/components/desk/data-table.tsx";
import { Section } from "#app/components/desk/page-header.tsx";
import type { FoundPlaceholder, PlaceInFile, TemplateReport } from "#app/domain/document/own-template.ts";
import { loopsAt, SINGLES } from "#app/domain/document/placeholders.ts";
import { ownTemplateText as text } from "#app/text/own-templates.ts";
import styles from "./template.module.css";

/** What stands in a template: what will be filled in, what will not, and what to mind. */
export function TemplateReportView({ report }: { report: TemplateReport }) {
  const { known, unknown, unfilled, notes } = report;
  return (
    <Section title={text.found}>
      {notes.map((note) => (
        <p key={note} className={styles.mind}>
          <span aria-hidden="true">! </span>
          {text.notes[note]}
        </p>
      ))}
      {unknown.length > 0 && <Unknown unknown={unknown} />}
      {unfilled.length > 0 && <Unfilled unfilled={unfilled} />}
      {known.length > 0 && (
        <DataTable caption={text.found} head={text.foundColumns}>
          {known.map((found) => (
            <tr key={keyOf(found)}>
              <td className={styles.code}>{shown(found)}</td>
              <td>{aboutOf(found)}</td>
              <td className={styles.short}>{found.count}</td>
              <td className={styles.short}>{placesOf(found.places)}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </Section>
  );
}

const keyOf = ({ name, within, kind }: FoundPlaceholder) => JSON.stringify([within, name, kind]);
const shown = ({ name, kind }: Pick<FoundPlaceholder, "name" | "kind">) =>
  kind === "text" ? `{${name}}` : text.loopOf(name);
const placesOf = (places: readonly PlaceInFile[]) => places.map((place) => text.places[place]).join("、");

function aboutOf({ name, within, kind }: FoundPlaceholder): string {
  const around = loopsAt(within) ?? [];
  if (kind === "condition") return text.conditionOf(name);
  if (kind === "loop") return loopsAt([...within, name])?.at(-1)?.about ?? "";
  const fields = [...around.toReversed().flatMap((each) => each.fields), ...SINGLES];
  const about = fields.find((field) => field.name === name)?.about ?? "";
  return within.length > 0 ? `${text.within(within)}：${about}` : about;
}

function Unknown({ unknown }: { unknown: TemplateReport["unknown"] }) {
  return (
    <div className={styles.unknown}>
      <p>
        <strong>
          <span aria-hidden="true">✘ </span>
          {text.unknown}
        </strong>{" "}
        {text.unknownHint}
      </p>
      <ul>
        {unknown.map((found) => (
          <li key={keyOf(found)}>
            <code>{shown(found)}</code>（{placesOf(found.places)}
            {found.within.length > 0 && `，${text.within(found.within)}`}
            {found.kind === "loop" && `，${text.unknownLoop}`}）：
            {found.misplaced ? text.misplaced : found.nearest ? text.nearest(found.nearest) : text.noProposal}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Unfilled({ unfilled }: { unfilled: TemplateReport["unfilled"] }) {
  return (
    <div className={styles.unknown}>
      <p>
        <strong>
          <span aria-hidden="true">✘ </span>
          {text.unfilled}
        </strong>{" "}
        {text.unfilledHint}
      </p>
      <ul>
        {unfilled.map(({ text: words, place }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice, and the list never changes
          <li key={index}>
            <code>{words}</code>（{text.places[place]}）
          </li>
        ))}
      </ul>
    </div>
  );
}
