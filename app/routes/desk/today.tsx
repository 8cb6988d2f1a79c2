import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FirstSteps } from "#app/components/desk/first-steps.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import styles from "#app/components/desk/today.module.css";
import { TodayActions, TodayAgenda, TodayIssues } from "#app/components/desk/today-lists.tsx";
import { MeetingProposal, TodayMeeting } from "#app/components/desk/today-meeting.tsx";
import { formatDay, formatWeekday } from "#app/domain/calendar/chinese-date.ts";
import { todayPage } from "#app/queries/today.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { deskText } from "#app/text/desk.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(deskText.pages.today) }];

export async function loader(asked: LoaderFunctionArgs) {
  return todayPage(asked.context.house, await requireStaff(asked));
}

export default function Today() {
  const { now, today, meeting, proposal, actions, issues, begun } = useLoaderData<typeof loader>();
  const started = begun.people && begun.issues && begun.meeting;
  return (
    <>
      <PageHeader title={deskText.pages.today} lead={`${formatDay(today)} ${formatWeekday(today)}`} />
      {!started && <FirstSteps begun={begun} />}
      {meeting && <TodayMeeting meeting={meeting} now={now} />}
      {!meeting && started && <MeetingProposal proposal={proposal} waiting={issues.waitingCount} />}
      {begun.issues && (
        <div className={styles.lists}>
          {meeting && meeting.agenda.length > 0 && <TodayAgenda agenda={meeting.agenda} />}
          <TodayActions pressing={actions.pressing} open={actions.open} today={today} />
          <TodayIssues waiting={issues.waiting} open={issues.open} />
        </div>
      )}
    </>
  );
}
