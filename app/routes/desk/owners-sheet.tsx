import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import styles from "#app/components/desk/owners/sheet.module.css";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { formatArea } from "#app/domain/owners/area.ts";
import { buildingName } from "#app/domain/owners/place.ts";
import { reminderSheet } from "#app/queries/reminder-sheet.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { pageAnswer } from "#app/routes/shared/answer.ts";
import { ownersVoteText } from "#app/text/owners-vote.ts";

const { sheet: text, running } = ownersVoteText;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${text.title} · ${data.meeting.title}` : text.title },
];
/** Names and doors of those who have not voted: it stays in no cache. */
export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const { searchParams } = new URL(asked.request.url);
  const phones = searchParams.get("phones") === "1";
  const building = searchParams.get("building")?.slice(0, 100) || null;
  const code = asked.params.code ?? "";
  return { phones, ...(await pageAnswer(() => reminderSheet(asked.context.house, actor, code, { building, phones }))) };
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** /desk/meetings/CODE/owners-vote/sheet: building by building who has not voted, to print and go from door to door with. */
export default function OwnersSheet() {
  const page = useLoaderData<typeof loader>();
  const back = `/desk/meetings/${page.meeting.code}/owners-vote`;
  return (
    <>
      <div className={styles.bar}>
        <button type="button" onClick={() => window.print()}>
          {text.print}
        </button>
        <Link to={page.phones ? `${back}/sheet` : `${back}/sheet?phones=1`}>
          {page.phones ? text.withoutPhones : text.withPhones}
        </Link>
        <Link to={back}>{ownersVoteText.backToVote}</Link>
        <p>{page.phones ? text.phoneHint : text.manner}</p>
      </div>
      <main>
        {page.sheets.length === 0 && <p className={styles.sheet}>{text.none}</p>}
        {page.sheets.map((sheet) => (
          <BuildingSheet key={sheet.building} page={page} sheet={sheet} />
        ))}
      </main>
    </>
  );
}

function BuildingSheet({ page, sheet }: { page: Page; sheet: Page["sheets"][number] }) {
  const { head } = text;
  return (
    <section className={styles.sheet}>
      <h1>{text.title}</h1>
      <p>{text.lead(buildingName(sheet.building), sheet.rows.length)}</p>
      <p>
        {page.meeting.title}
        {page.question && `　${text.question}：${page.question}`}
        {page.endsAt && `　${running.ends(formatDateTime(page.endsAt))}`}
        {`　${text.printed(formatDateTime(page.printedAt))}`}
      </p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{head.number}</th>
              <th>{head.name}</th>
              <th>{head.area}</th>
              {page.phones && <th>{head.phone}</th>}
              <th className={styles.write}>{head.visited}</th>
              <th className={styles.write}>{head.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map((row) => (
              <tr key={row.key}>
                <td>{row.numbers.join("、")}</td>
                <td>{row.name}</td>
                <td className={styles.area}>{formatArea(row.area)}</td>
                {page.phones && <td>{row.phone}</td>}
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
