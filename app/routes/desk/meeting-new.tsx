import { Button } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { planMeeting, planMeetingInput } from "#app/commands/plan-meeting.ts";
import { AgendaChoices, chosenIssues } from "#app/components/desk/agenda-choices.tsx";
import { AgendaFind, AgendaFindForm } from "#app/components/desk/agenda-find.tsx";
import { ErrorSummary } from "#app/components/desk/error-summary.tsx";
import forms from "#app/components/desk/form.module.css";
import styles from "#app/components/desk/meeting.module.css";
import { MeetingFields } from "#app/components/desk/meeting-fields.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader, Section } from "#app/components/desk/page-header.tsx";
import { formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import { atTime, clockOf, dayOf } from "#app/domain/calendar/day.ts";
import { calendarDaySchema, clockSchema } from "#app/domain/calendar/day-schema.ts";
import { meetingProposal } from "#app/queries/meeting-plan.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { lookedFor } from "#app/routes/shared/looked-for.ts";
import { deskText } from "#app/text/desk.ts";
import { reportBackTitle, skippedWords, meetingText as text } from "#app/text/meetings.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.planTitle) }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const { searchParams } = new URL(asked.request.url);
  const wanted = { body: searchParams.get("body") ?? "", day: searchParams.get("day") ?? "" };
  const looked = lookedFor(asked.request.url);
  const proposal = await pageAnswer(() => meetingProposal(asked.context.house, actor, { ...wanted, ...looked }));
  return { ...proposal, ...looked, wanted };
}

const when = z.object({ day: calendarDaySchema, time: clockSchema });

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const form = await formOf(asked.request);
  return formAnswer(form, async () => {
    const typed = Object.fromEntries(form);
    const { day, time } = when
      .refine(({ day }) => day >= dayOf(house.clock()), { path: ["day"], error: text.refusals.past })
      .parse(typed);
    const input = { ...typed, startsAt: atTime(day, time), issues: chosenIssues(form) };
    const { code, existing } = await planMeeting(house, actor, planMeetingInput.parse(input));
    // What was ticked is ticked again where it can be added.
    const ticked = input.issues.length > 0 ? `&add=${input.issues.join(",")}` : "";
    throw redirect(`/desk/meetings/${code}?done=${existing ? `existing${ticked}` : "planned"}`);
  });
}

export default function PlanMeeting() {
  const proposal = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().formData !== undefined;
  const refused = answer && !answer.ok ? answer : null;
  const { body, day, time, place, chair, recorder } = proposal;
  return (
    <>
      <PageHeader title={text.planTitle} lead={text.proposed(`${formatShortDay(day)} ${time}`, body.name)}>
        <Button component={Link} to="/desk/bodies" variant="default">
          {text.bodies}
        </Button>
      </PageHeader>
      <Notices proposal={proposal} />
      <Form method="post" noValidate key={`${body.id} ${day}`}>
        <ErrorSummary refused={refused} />
        <input type="hidden" name="body" value={body.id} />
        <Section title={text.whenHeading} hint={text.rollHint(proposal.roll.name, proposal.due)}>
          <div className={forms.form}>
            <MeetingFields
              meeting={{ title: text.titleOf(body.name), day, time, place, chair, recorder }}
              refused={refused}
              from={proposal.today}
            />
          </div>
        </Section>
        <Section title={text.agendaHeading} hint={text.chooseHint}>
          <div className={styles.choices} id="issues">
            <div className={styles.fixed}>
              <span aria-hidden="true">✔</span>
              <strong>{reportBackTitle(body.schedule)}</strong>
              <span>{text.fixed}</span>
            </div>
            <Candidates
              proposal={proposal}
              chosen={(id) => (refused ? refused.values[`issue-${id}`] === "on" : proposal.ticked.includes(id))}
            />
          </div>
        </Section>
        <div className={forms.actions}>
          <Button type="submit" loading={busy}>
            {text.create}
          </Button>
          <Button component={Link} to="/desk/meetings" variant="default">
            {text.cancel}
          </Button>
        </div>
      </Form>
      <AgendaFindForm keep={proposal.wanted} ticked={proposal.ticked} />
    </>
  );
}

type Proposal = ReturnType<typeof useLoaderData<typeof loader>>;

/** Issues that run by the body's own method first; the others can be discussed too. */
function Candidates({ proposal, chosen }: { proposal: Proposal; chosen: (id: string) => boolean }) {
  const own = new Set(proposal.ofMethod);
  const first = proposal.candidates.filter((issue) => own.has(issue.id));
  const others = proposal.candidates.filter((issue) => !own.has(issue.id));
  if (proposal.waiting === 0) return <p className={styles.none}>{text.noCandidates}</p>;
  return (
    <>
      <AgendaFind find={proposal.find} shown={proposal.candidates.length} waiting={proposal.waiting} />
      {first.length === 0 && proposal.find === "" && <p className={styles.none}>{text.ownNone}</p>}
      <AgendaChoices issues={first} chosen={chosen} />
      {others.length > 0 && <p className={styles.others}>{text.otherMethods}</p>}
      <AgendaChoices issues={others} chosen={chosen} />
    </>
  );
}

/** Why this day and not another, and the meeting that is there already. */
function Notices({ proposal }: { proposal: Proposal }) {
  const { bodies, body, day, skipped, holiday, unarranged, existing, following } = proposal;
  return (
    <>
      {bodies.length > 1 && (
        <nav className={styles.bodies} aria-label={text.changeBody}>
          {bodies.map(({ id, name }) => (
            <Link key={id} to={`?body=${id}`} aria-current={id === body.id ? "true" : undefined}>
              {name}
            </Link>
          ))}
        </nav>
      )}
      {body.schedule.every === "none" && <Notice kind="mind">{text.onDemand(body.name)}</Notice>}
      {unarranged && <Notice kind="mind">{text.unarranged(day.slice(0, 4))}</Notice>}
      {skipped.length > 0 && <Notice kind="mind">{skippedWords(skipped, day)}</Notice>}
      {holiday && <Notice kind="mind">{text.holidayWarning(formatShortDay(day), holiday)}</Notice>}
      {existing && (
        <Notice kind="mind">
          {text.existing(`${formatShortDay(day)} ${clockOf(existing.startsAt)}`, existing.title)}
          <Link to={`/desk/meetings/${existing.code}`}>{text.openExisting}</Link>
          {following && (
            <Link to={`?body=${body.id}&day=${following}`}>{text.planFollowing(formatShortDay(following))}</Link>
          )}
        </Notice>
      )}
    </>
  );
}
