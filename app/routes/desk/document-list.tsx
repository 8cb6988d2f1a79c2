import { Button } from "@mantine/core";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DataTable } from "#app/components/desk/data-table.tsx";
import styles from "#app/components/desk/document/document.module.css";
import { PeriodList } from "#app/components/desk/document/period-list.tsx";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { formatDay, formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import { dayOf } from "#app/domain/calendar/day.ts";
import { meetingsWithPapers } from "#app/queries/documents/page.ts";
import { periodsWithMeetings } from "#app/queries/documents/periods.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { deskText } from "#app/text/desk.ts";
import { lifeText } from "#app/text/document-life.ts";
import { documentPageText as text } from "#app/text/document-page.ts";
import { ownTemplateText } from "#app/text/own-templates.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.title) }];

export async function loader(asked: LoaderFunctionArgs) {
  const { house } = asked.context;
  const actor = await requireStaff(asked);
  return { ...(await meetingsWithPapers(house, actor)), periods: await periodsWithMeetings(house, actor) };
}

export default function DocumentList() {
  const { meetings, more, periods } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={text.title} lead={text.listLead}>
        <Button component={Link} to="/desk/documents/register" variant="default">
          {lifeText.register}
        </Button>
        <Button component={Link} to="/desk/documents/templates" variant="default">
          {ownTemplateText.title}
        </Button>
      </PageHeader>
      <PeriodList months={periods.months} quarters={periods.quarters} />
      {meetings.length === 0 ? (
        <EmptyState title={text.emptyTitle} hint={text.emptyHint}>
          <Button component={Link} to="/desk/meetings">
            {text.plan}
          </Button>
        </EmptyState>
      ) : (
        <DataTable caption={text.listCaption} head={text.listHead}>
          {meetings.map((meeting) => {
            const day = dayOf(meeting.startsAt);
            return (
              <tr key={meeting.code}>
                <td>
                  <span className={styles.whole}>{formatDay(day).slice(0, 5)}</span>
                  <span className={styles.whole}>{formatShortDay(day)}</span>
                </td>
                <td>{meeting.title}</td>
                <td>{text.states[meeting.state]}</td>
                <td>
                  <Link
                    to={`/desk/meetings/${meeting.code}/documents`}
                    aria-label={text.openOf(formatDay(day), meeting.title)}
                  >
                    {text.open}
                  </Link>
                </td>
              </tr>
            );
          })}
        </DataTable>
      )}
      {more && <p>{text.more}</p>}
    </>
  );
}
