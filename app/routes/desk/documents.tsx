import { Button } from "@mantine/core";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { completeMeeting } from "#app/commands/complete-meeting.ts";
import { ArchiveButton } from "#app/components/desk/document/archive-button.tsx";
import { CompleteForm } from "#app/components/desk/document/complete-form.tsx";
import styles from "#app/components/desk/document/document.module.css";
import type { Ways } from "#app/components/desk/document/gaps.tsx";
import { OwnTemplateList } from "#app/components/desk/document/own-template-list.tsx";
import { Papers } from "#app/components/desk/document/papers.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { withRoll } from "#app/components/desk/roll-path.ts";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { DomainError } from "#app/domain/errors.ts";
import { ownTemplateList } from "#app/queries/own-templates.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { documentPageText as text } from "#app/text/document-page.ts";
import { periodText } from "#app/text/periods.ts";
import { wordingText } from "#app/text/wording.ts";
import { isAboutWording, wordingAct } from "./paper-acts.ts";
import { readPapers } from "./read-papers.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data ? text.pageTitle(data.meeting.title) : text.title) },
];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const { searchParams } = new URL(asked.request.url);
  return pageAnswer(async () => {
    const source = { kind: "meeting" as const, id: asked.params.code ?? "" };
    const { of, ...page } = await readPapers(asked.context.house, actor, source, searchParams);
    if (of.kind !== "meeting") throw new DomainError("not-found");
    const templates = (await ownTemplateList(asked.context.house, actor)).filter(({ removed }) => !removed);
    return { ...page, meeting: of.meeting, blanks: of.blanks, templates };
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const form = await formOf(asked.request);
  if (isAboutWording(form)) {
    return wordingAct(asked.context.house, actor, { kind: "meeting", id: asked.params.code ?? "" }, form);
  }
  const { place, chair, recorder } = Object.fromEntries(form) as Record<string, string>;
  return formAnswer(form, () =>
    completeMeeting(asked.context.house, actor, asked.params.code ?? "", { place, chair, recorder }),
  );
}

export default function Documents() {
  const page = useLoaderData<typeof loader>();
  const { meeting, blanks } = page;
  const answer = useActionData<typeof action>();
  // Of a wording its own editor tells, save where there are no scripts.
  const refused = answer && !answer.ok && !("genre" in answer.values) ? answer : null;
  return (
    <>
      {answer?.ok && <Notice>{answer.value ? wordingText.saved : text.completed}</Notice>}
      <PageHeader title={text.title} lead={leadOf(meeting)}>
        <Button component={Link} to={`/desk/meetings/${meeting.code}`} variant="default">
          {text.toMeeting}
        </Button>
        {meeting.state !== "cancelled" && (
          <Button component={Link} to={`/desk/meetings/${meeting.code}/room`} variant="default">
            {text.toRoom}
          </Button>
        )}
      </PageHeader>
      {blanks.length > 0 && <CompleteForm blanks={blanks} refused={refused} />}
      {page.view.paper === "" && (
        <div className={styles.wholeFile}>
          <ArchiveButton address={`/api/v1/meetings/${meeting.code}/archive.zip`} label={periodText.meeting.download} />
        </div>
      )}
      <Papers page={page} base={`/api/v1/meetings/${meeting.code}/documents`} ways={waysOf(meeting)} />
      {meeting.state !== "cancelled" && <OwnTemplateList code={meeting.code} templates={page.templates} />}
    </>
  );
}

type Meeting = { code: string; title: string; startsAt: Date; state: keyof typeof text.states; rollId: string | null };

/** What only the meeting gives comes with the meeting; once it is over, its plan is completed on this page. */
function waysOf({ code, state, rollId }: Meeting): Ways {
  const here = `/desk/meetings/${code}`;
  return {
    settings: "/desk/settings#contact",
    plan: state === "closed" ? { to: "#complete", words: text.fillInBelow } : `${here}/edit`,
    roll: withRoll("/desk/people", rollId),
    room: state === "planned" ? null : `${here}/room`,
    notice: "#from",
    issue: "/desk/issues",
    actions: "/desk/actions",
  };
}

function leadOf({ title, startsAt, state }: Meeting): string {
  const hint = text.stateHints[state];
  return `${title} · ${formatDateTime(startsAt)} · ${text.states[state]}${hint && `。${hint}`}`;
}
