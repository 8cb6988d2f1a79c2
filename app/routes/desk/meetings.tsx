import { Button } from "@mantine/core";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { MeetingTable } from "#app/components/desk/meeting-table.tsx";
import { PageHeader, Section } from "#app/components/desk/page-header.tsx";
import { meetingList } from "#app/queries/meeting-list.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { bodyText } from "#app/text/bodies.ts";
import { deskText } from "#app/text/desk.ts";
import { meetingText as text } from "#app/text/meetings.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.title) }];

export async function loader(asked: LoaderFunctionArgs) {
  return meetingList(asked.context.house, await requireStaff(asked));
}

export default function Meetings() {
  const { coming, past, held, today } = useLoaderData<typeof loader>();
  const plan = (
    <Button component={Link} to="/desk/meetings/new">
      {text.plan}
    </Button>
  );
  const none = coming.length === 0;
  return (
    <>
      <PageHeader title={text.title} lead={none && past.length === 0 ? undefined : text.lead(coming.length, held)}>
        <Button component={Link} to="/desk/bodies" variant="default">
          {bodyText.title}
        </Button>
        {!none && plan}
      </PageHeader>
      {none ? (
        <EmptyState title={text.noneComing} hint={text.noneComingHint}>
          {plan}
        </EmptyState>
      ) : (
        <MeetingTable caption={text.coming} meetings={coming} today={today} />
      )}
      {past.length > 0 && (
        <Section title={past.length > held ? text.heldOrCancelled : text.held}>
          <MeetingTable caption={text.held} meetings={past} today={today} />
        </Section>
      )}
    </>
  );
}
