import { Button } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { addToAgenda, moveOnAgenda, orderAgenda, removeFromAgenda } from "#app/commands/arrange-agenda.ts";
import { cancelMeeting } from "#app/commands/cancel-meeting.ts";
import { proxyInput, registerProxy, withdrawalInput, withdrawProxy } from "#app/commands/proxies.ts";
import { startTrialRun } from "#app/commands/trial-run.ts";
import { AgendaAdd } from "#app/components/desk/agenda-add.tsx";
import { chosenIssues } from "#app/components/desk/agenda-choices.tsx";
import { AgendaEditor } from "#app/components/desk/agenda-editor.tsx";
import { CancelMeeting } from "#app/components/desk/cancel-meeting.tsx";
import { MeetingFacts } from "#app/components/desk/meeting-facts.tsx";
import { isAboutProxies, MeetingProxies } from "#app/components/desk/meeting-proxies.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { OwnersVoteDoor } from "#app/components/desk/owners/vote-door.tsx";
import { PageHeader, Section } from "#app/components/desk/page-header.tsx";
import { TrialRunning } from "#app/components/desk/trial-run-start.tsx";
import { formatDateTime, formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import { clockWithSecondsOf, dayOf } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import { isOver, type MeetingState } from "#app/domain/meeting/states.ts";
import type { Actor, House } from "#app/house.ts";
import { meetingPage } from "#app/queries/meeting-page.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { lookedFor } from "#app/routes/shared/looked-for.ts";
import { ballotSheetText } from "#app/text/ballot-sheet.ts";
import { deskText } from "#app/text/desk.ts";
import { meetingText as text } from "#app/text/meetings.ts";
import { cancelledWords } from "#app/text/terms.ts";
import { trialRunText } from "#app/text/trial-run.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data?.meeting.title ?? text.title) },
];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const looked = lookedFor(asked.request.url);
  const page = await pageAnswer(() => meetingPage(asked.context.house, actor, asked.params.code ?? "", looked));
  const { trialRun, trialRuns } = asked.context.house;
  const running = trialRuns?.runningOf(page.meeting.id);
  const rehearsal = {
    here: trialRun !== undefined,
    running: running && { code: running.code, endsAt: running.endsAt },
  };
  return { ...page, find: looked.find, rehearsal };
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const form = await formOf(asked.request);
  return formAnswer(form, async () => {
    const { meeting } = await meetingPage(house, actor, asked.params.code ?? "");
    if (form.get("intent") === "trial-run") {
      const { code } = await startTrialRun(house, actor, meeting.id);
      throw redirect(`/desk/meetings/${code}/room`);
    }
    await arrange(house, actor, meeting.id, form);
    // Who came from the room to add an issue goes back there.
    if (form.get("intent") === "add" && isFromRoom(asked.request.url))
      throw redirect(`/desk/meetings/${meeting.code}/room`);
    return { savedAt: clockWithSecondsOf(house.clock()) };
  });
}

function arrange(house: House, actor: Actor, meetingId: string, form: FormData): Promise<void> {
  const { itemId, edition, by, order, reason } = Object.fromEntries(form) as Record<string, string>;
  switch (form.get("intent")) {
    case "add":
      return addToAgenda(house, actor, { meetingId, issues: chosenIssues(form) });
    case "remove":
      return removeFromAgenda(house, actor, { meetingId, itemId: itemId ?? "" });
    case "move":
      return moveOnAgenda(house, actor, { meetingId, itemId: itemId ?? "", edition: edition ?? "", by });
    case "cancel":
      return cancelMeeting(house, actor, { meetingId, reason: reason ?? "" });
    case "register-proxy":
      return registerProxy(house, actor, proxyInput.parse({ ...Object.fromEntries(form), meetingId }));
    case "withdraw-proxy":
      return withdrawProxy(house, actor, withdrawalInput.parse({ ...Object.fromEntries(form), meetingId }));
    case "order":
      return orderAgenda(house, actor, { meetingId, edition: edition ?? "", order: (order ?? "").split(",") });
    default:
      throw new DomainError("malformed");
  }
}

const isFromRoom = (url: string): boolean => new URL(url).searchParams.get("from") === "room";

const DONE = { planned: text.planned, existing: text.wasPlanned, edited: text.edited, "trial-run": trialRunText.ended };

export default function MeetingPage() {
  const page = useLoaderData<typeof loader>();
  const { meeting, agenda, edition, report, roll, candidates, waiting, find, holiday, rehearsal, proxies } = page;
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const done = DONE[search.get("done") as keyof typeof DONE];
  const ticked = answer ? [] : (search.get("add") ?? "").split(",").filter((id) => id !== "");
  const refused = answer && !answer.ok ? answer : null;
  const here = `/desk/meetings/${meeting.code}`;
  const over = isOver(meeting.state);
  const refusedCancel = refused?.values.intent === "cancel" ? refused : null;
  const fromRoom = search.get("from") === "room";
  return (
    <>
      {done && !answer && <Notice>{done}</Notice>}
      {refused && !refusedCancel && !isAboutProxies(refused.values.intent) && (
        <Notice kind="mind">{refused.error === "stale" ? text.agenda.stale : sentenceOf(refused)}</Notice>
      )}
      {rehearsal.running && <TrialRunning run={rehearsal.running} />}
      {meeting.state === "cancelled" && <Notice kind="mind">{cancelledWords(meeting.cancelReason)}</Notice>}
      {holiday && meeting.state === "planned" && (
        <Notice kind="mind">{text.holidayWarning(formatShortDay(dayOf(meeting.startsAt)), holiday)}</Notice>
      )}
      <PageHeader title={meeting.title} lead={leadOf(meeting)}>
        <Doors meeting={meeting} rehearsal={rehearsal} />
      </PageHeader>
      <MeetingFacts meeting={meeting} roll={roll} />
      {roll.kind === "owners" && meeting.state !== "cancelled" && <OwnersVoteDoor code={meeting.code} />}
      <Section title={text.agendaHeading}>
        <AgendaEditor
          items={agenda}
          edition={edition}
          action={here}
          report={text.agenda.report(report.done, report.open, report.overdue)}
          hint={hintOf(meeting.state)}
        />
        {!over && (
          <AgendaAdd
            issues={candidates}
            find={find}
            waiting={waiting}
            action={fromRoom ? `${here}?from=room` : here}
            ticked={ticked}
            open={agenda.length === 1 || ticked.length > 0 || find !== "" || fromRoom}
            back={fromRoom ? `${here}/room` : null}
          />
        )}
      </Section>
      {proxies && <MeetingProxies proxies={proxies} voters={page.voters} answer={answer} />}
      {meeting.state === "planned" && <CancelMeeting refused={refusedCancel} />}
    </>
  );
}

function leadOf({
  startsAt,
  place,
  state,
}: {
  startsAt: Date;
  place: string;
  state: keyof typeof text.states;
}): string {
  return [formatDateTime(startsAt), place, text.states[state]].filter((part) => part !== "").join(" · ");
}

function hintOf(state: MeetingState): string {
  if (state === "cancelled") return text.agenda.cancelledHint;
  return state === "closed" ? text.agenda.closedHint : text.agenda.hint;
}

const sentenceOf = ({ fields, message }: { fields: Record<string, string>; message: string }): string =>
  Object.values(fields)[0] ?? message;

/** The ways into a meeting: the room, the projector, the slips, the papers. When it is over, the papers come first; called off, the next one. */
function Doors({
  meeting,
  rehearsal,
}: {
  meeting: { code: string; bodyId: string; state: MeetingState };
  rehearsal: { here: boolean; running?: object | null | undefined };
}) {
  const { code, bodyId, state } = meeting;
  const here = `/desk/meetings/${code}`;
  const papers = { component: Link, to: `${here}/documents`, children: text.documents } as const;
  if (state === "closed") return rehearsal.here ? null : <Button {...papers} />;
  if (state === "cancelled") {
    return (
      <Button component={Link} to={`/desk/meetings/new?body=${bodyId}`}>
        {text.planNext}
      </Button>
    );
  }
  return (
    <>
      <Button component={Link} to="edit" variant="default">
        {text.edit}
      </Button>
      <Button component={Link} to={`${here}/slips`} variant="default">
        {text.slips}
      </Button>
      {!rehearsal.here && (
        <Button component={Link} to={`${here}/ballots`} variant="default">
          {ballotSheetText.link}
        </Button>
      )}
      <Button component={Link} to={`${here}/helpers`} variant="default">
        {text.helpers}
      </Button>
      {!rehearsal.here && <Button {...papers} variant="default" />}
      {state === "planned" && !rehearsal.here && !rehearsal.running && (
        <Form method="post">
          <Button type="submit" name="intent" value="trial-run" variant="default">
            {trialRunText.start}
          </Button>
        </Form>
      )}
      <Button component="a" href={`/screen/${code}`} target="_blank" rel="noreferrer" variant="default">
        {text.openScreen}
      </Button>
      <Button component={Link} to={`${here}/room`}>
        {text.enterRoom}
      </Button>
    </>
  );
}
