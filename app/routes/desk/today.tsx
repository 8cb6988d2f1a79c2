import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TodayNotices } from "#app/components/desk/document/today-notices.tsx";
import { FirstSteps } from "#app/components/desk/first-steps.tsx";
import { TodayVotes } from "#app/components/desk/owners/today-votes.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import styles from "#app/components/desk/today.module.css";
import { TodayActions, TodayAgenda, TodayIssues } from "#app/components/desk/today-lists.tsx";
import { MeetingProposal, TodayMeeting } from "#app/components/desk/today-meeting.tsx";
import { formatDay, formatWeekday } from "#app/domain/calendar/chinese-date.ts";
import { runningOwnersVotes } from "#app/queries/owners-vote.ts";
import { todayPage } from "#app/queries/today.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { deskText } from "#app/text/desk.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(deskText.pages.today) }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  return { ...(await todayPage(house, actor)), votes: await runningOwnersVotes(house, actor) };
}

export default function Today() {
  const { now, today, meeting, proposal, actions, issues, begun, votes, notices } = useLoaderData<typeof loader>();
  const started = begun.people && begun.issues && begun.meeting;
  return (
    <>
      <PageHeader title={deskText.pages.today} lead={`${formatDay(today)} ${formatWeekday(today)}`} />
      {!started && <FirstSteps begun={begun} />}
      {meeting && <TodayMeeting meeting={meeting} now={now} />}
      <TodayVotes votes={votes} />
      {!meeting && started && <MeetingProposal proposal={proposal} waiting={issues.waitingCount} />}
      {begun.issues && (
        <div className={styles.lists}>
          {meeting && meeting.agenda.length > 0 && <TodayAgenda agenda={meeting.agenda} />}
          <TodayActions pressing={actions.pressing} open={actions.open} today={today} />
          <TodayNotices {...notices} />
          <TodayIssues waiting={issues.waiting} open={issues.open} />
        </div>
      )}
    </>
  );
}
