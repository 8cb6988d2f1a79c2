import { Button } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { editMeeting, editMeetingInput, type StaleMeeting } from "#app/commands/edit-meeting.ts";
import { ErrorSummary } from "#app/components/desk/error-summary.tsx";
import forms from "#app/components/desk/form.module.css";
import { MEETING_FIELDS, MeetingFields, type MeetingWords } from "#app/components/desk/meeting-fields.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { StaleBox, staleLines } from "#app/components/desk/stale-box.tsx";
import { clockOf, dayOf } from "#app/domain/calendar/day.ts";
import { meetingPage } from "#app/queries/meeting-page.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { meetingText as text } from "#app/text/meetings.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.editTitle) }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const { meeting, today } = await pageAnswer(() => meetingPage(asked.context.house, actor, asked.params.code ?? ""));
  return { meeting, today };
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const code = asked.params.code ?? "";
  const form = await formOf(asked.request);
  return formAnswer(form, async () => {
    const { meeting } = await meetingPage(house, actor, code);
    await editMeeting(house, actor, editMeetingInput.parse({ ...Object.fromEntries(form), meetingId: meeting.id }));
    throw redirect(`/desk/meetings/${code}?done=edited`);
  });
}

type Announced = { title: string; startsAt: Date; place: string; chair: string; recorder: string };

const wordsOf = ({ title, startsAt, place, chair, recorder }: Announced): MeetingWords => ({
  title,
  day: dayOf(startsAt),
  time: clockOf(startsAt),
  place,
  chair,
  recorder,
});

export default function EditMeeting() {
  const { meeting, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().formData !== undefined;
  const refused = answer && !answer.ok ? answer : null;
  const current = refused?.error === "stale" ? (refused.details as unknown as StaleMeeting).current : null;
  const now = current && wordsOf({ ...current, startsAt: new Date(current.startsAt) });
  return (
    <>
      <PageHeader title={text.editTitle} lead={meeting.title} />
      {now && refused && (
        <StaleBox title={text.staleTitle} lines={staleLines(MEETING_FIELDS, text.fields, now, refused.values)} />
      )}
      <Form method="post" noValidate className={forms.form} key={meeting.edition}>
        <ErrorSummary refused={refused} />
        <input type="hidden" name="edition" value={current?.edition ?? meeting.edition} />
        <MeetingFields
          meeting={wordsOf(meeting)}
          refused={refused}
          from={today}
          started={meeting.state !== "planned"}
        />
        <div className={forms.actions}>
          <Button type="submit" loading={busy}>
            {current ? deskText.stale.saveAnyway : text.save}
          </Button>
          <Button component={Link} to={`/desk/meetings/${meeting.code}`} variant="default">
            {text.cancel}
          </Button>
        </div>
      </Form>
    </>
  );
}
