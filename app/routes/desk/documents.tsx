import { Button } from "@mantine/core";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { completeMeeting } from "#app/commands/complete-meeting.ts";
import { fileAddress, pageQuery, type View } from "#app/components/desk/document/address.ts";
import { MinutesChoices, NoticeChoices } from "#app/components/desk/document/choices.tsx";
import { CompleteForm } from "#app/components/desk/document/complete-form.tsx";
import styles from "#app/components/desk/document/document.module.css";
import { FontNote } from "#app/components/desk/document/font-note.tsx";
import { type Paper, PaperCard } from "#app/components/desk/document/paper-card.tsx";
import { Preview } from "#app/components/desk/document/preview.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { documentChoices } from "#app/domain/document/choices.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { documentsPage } from "#app/queries/documents/page.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { documentPageText as text } from "#app/text/document-page.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data ? text.pageTitle(data.meeting.title) : text.title) },
];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const { searchParams } = new URL(asked.request.url);
  return pageAnswer(() => read(asked.context.house, actor, asked.params.code ?? "", searchParams));
}

/** The page with the choices of its address; choices that cannot be are named, and the usual ones stand instead. */
async function read(house: House, actor: Actor, code: string, params: URLSearchParams) {
  const typed = Object.fromEntries(params);
  const parsed = documentChoices.safeParse(typed);
  const view: View = { paper: params.get("paper") ?? "", from: typed.from ?? "", masked: true, number: "" };
  try {
    if (!parsed.success) throw new DomainError("invalid-value", [parsed.error.issues[0]]);
    const { masked, number } = parsed.data;
    const page = await documentsPage(house, actor, code, parsed.data);
    return { ...page, view: { ...view, masked, number }, problem: null };
  } catch (error) {
    if (!(error instanceof DomainError) || error.word !== "invalid-value") throw error;
    const [first] = error.details as [{ message: string }];
    return { ...(await documentsPage(house, actor, code, {})), view: { ...view, from: "" }, problem: first.message };
  }
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const form = await formOf(asked.request);
  const { place, chair, recorder } = Object.fromEntries(form) as Record<string, string>;
  return formAnswer(form, () =>
    completeMeeting(asked.context.house, actor, asked.params.code ?? "", { place, chair, recorder }),
  );
}

export default function Documents() {
  const { meeting, papers, blanks, view, fonts, notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const shown = papers.find((paper) => paper.genre === view.paper && paper.ready);
  const mark = shown?.public ? (view.masked ? text.versions.public : text.versions.internal) : "";
  return (
    <div className={shown ? styles.previewing : undefined}>
      {answer?.ok && <Notice>{text.completed}</Notice>}
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
      <div className={shown ? styles.split : undefined}>
        <div className={styles.papers}>
          {papers.map((paper) => (
            <PaperCard
              key={paper.genre}
              paper={paper}
              meeting={meeting}
              preview={pageQuery({ ...view, paper: paper.genre })}
              file={fileAddress(meeting.code, paper.genre, view)}
              shown={paper === shown}
            >
              {paper.ready && (!shown || paper === shown) && <Choices paper={paper} />}
            </PaperCard>
          ))}
        </div>
        {shown && (
          <Preview
            key={shown.genre}
            name={shown.name}
            file={fileAddress(meeting.code, shown.genre, { ...view, from: view.from && notice.from })}
            mark={mark}
            close={pageQuery({ ...view, paper: "" })}
          />
        )}
      </div>
      <FontNote fonts={fonts} />
    </div>
  );
}

function Choices({ paper }: { paper: Paper }) {
  const { view, notice, problem } = useLoaderData<typeof loader>();
  if (paper.genre === "minutes") return <MinutesChoices view={view} from={notice.from} />;
  if (paper.genre === "result-notice") return <NoticeChoices view={view} notice={notice} problem={problem} />;
  return null;
}

function leadOf({
  title,
  startsAt,
  state,
}: {
  title: string;
  startsAt: Date;
  state: keyof typeof text.states;
}): string {
  const hint = text.stateHints[state];
  return `${title} · ${formatDateTime(startsAt)} · ${text.states[state]}${hint && `。${hint}`}`;
}
