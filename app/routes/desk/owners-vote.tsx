import { Button } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { ErrorSummary, type Refused } from "#app/components/desk/error-summary.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import styles from "#app/components/desk/owners/owners.module.css";
import { OwnersFigures } from "#app/components/desk/owners/totals.tsx";
import { VoteBuildings } from "#app/components/desk/owners/vote-buildings.tsx";
import { DraftCard, PostedCard } from "#app/components/desk/owners/vote-notice.tsx";
import { PaperForm, PendingPapers } from "#app/components/desk/owners/vote-paper.tsx";
import { VotePrepare } from "#app/components/desk/owners/vote-prepare.tsx";
import { VoteResult } from "#app/components/desk/owners/vote-result.tsx";
import { VoteRunning } from "#app/components/desk/owners/vote-running.tsx";
import { VoteWaiting, voteAddress } from "#app/components/desk/owners/vote-waiting.tsx";
import { PageHeader, Section } from "#app/components/desk/page-header.tsx";
import { ownersVotePage } from "#app/queries/owners-vote.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { ownersVoteText as text } from "#app/text/owners-vote.ts";
import { actOnVote } from "./owners-vote-acts.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data ? `${text.title} · ${data.meeting.title}` : text.title) },
];

const view = z.object({
  q: z.string().max(100).catch(""),
  building: z.string().max(100).nullable().catch(null),
  owner: z.string().max(100).nullable().catch(null),
  page: z.coerce.number().int().min(1).catch(1),
});

function askedIn(url: string) {
  const { searchParams } = new URL(url);
  const names = ["q", "building", "owner", "page"];
  const { q, ...rest } = view.parse(Object.fromEntries(names.map((name) => [name, searchParams.get(name)])));
  return { ...rest, search: q };
}

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const wanted = askedIn(asked.request.url);
  const code = asked.params.code ?? "";
  const page = await pageAnswer(() => ownersVotePage(asked.context.house, actor, code, wanted));
  return { ...page, asked: { code, search: wanted.search, building: wanted.building } };
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const form = await formOf(asked.request);
  const code = asked.params.code ?? "";
  return formAnswer(form, async () => {
    const { meeting } = await ownersVotePage(house, actor, code, { search: "", building: null, owner: null, page: 1 });
    const done = await actOnVote(house, actor, meeting.id, form);
    throw redirect(`/desk/meetings/${encodeURIComponent(code)}/owners-vote?done=${done}`);
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** /desk/meetings/:code/owners-vote: a vote of the owners over days, from its items to its result. */
export default function OwnersVote() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const { meeting, totals } = page;
  return (
    <>
      <Done />
      <PageHeader title={text.title} lead={meeting.title}>
        <Button component={Link} to={`/desk/meetings/${meeting.code}`} variant="default">
          {text.backToMeeting}
        </Button>
      </PageHeader>
      <ErrorSummary refused={refused} />
      {totals.area === 0 ? (
        <EmptyState title={text.noRollTitle} hint={text.noRollHint}>
          <Button component={Link} to="/desk/people/rolls" variant="default">
            {text.toRolls}
          </Button>
        </EmptyState>
      ) : (
        <>
          {page.running && <RunningPart page={page} running={page.running} refused={refused} />}
          <BeforePart page={page} refused={refused} />
          {page.closed.length > 0 && (
            <Section title={text.result.title}>
              {page.closed.map((vote) => (
                <VoteResult key={vote.id} vote={vote} code={meeting.code} />
              ))}
            </Section>
          )}
        </>
      )}
    </>
  );
}

/** What goes before a vote: its items, its notice, its opening. */
function BeforePart({ page, refused }: { page: Page; refused: Refused | null }) {
  const { meeting, totals, drafts, posted, notice } = page;
  if (meeting.over) return null;
  const first = drafts.length + posted.length + page.closed.length === 0 && !page.running;
  return (
    <>
      {posted.length > 0 && !page.running && (
        <Section title={text.opening.title}>
          {posted.map((vote) => (
            <PostedCard
              key={vote.id}
              posted={vote}
              meeting={meeting}
              totals={{ owners: totals.owners, area: totals.area }}
            />
          ))}
        </Section>
      )}
      {drafts.length > 0 && !page.running && (
        <Section title={text.notice.title} hint={`${text.notice.lead}${text.notice.source}。${text.draftHint}`}>
          {drafts.map((draft) => (
            <DraftCard key={draft.id} draft={draft} today={notice} refused={refused} />
          ))}
        </Section>
      )}
      {!page.running &&
        (first ? (
          <Section title={text.prepare.title}>
            <OwnersFigures totals={{ ...totals, units: page.units }} small />
            <VotePrepare issues={page.issues} refused={refused} />
          </Section>
        ) : (
          <details>
            <summary>{text.prepare.again}</summary>
            <VotePrepare issues={page.issues} refused={refused} />
          </details>
        ))}
    </>
  );
}

type RunningProps = { page: Page; running: NonNullable<Page["running"]>; refused: Refused | null };

/** While people vote: who takes part, and nothing of how. */
function RunningPart({ page, running, refused }: RunningProps) {
  const { asked, meeting } = page;
  return (
    <>
      <Section title={text.running.title}>
        <VoteRunning vote={running} code={meeting.code} title={meeting.title} refused={refused} />
      </Section>
      {running.entering && (
        <PaperForm
          pollId={running.id}
          form={running.form}
          question={running.question}
          options={running.options}
          owner={running.entering}
          back={voteAddress(asked)}
          refused={refused}
        />
      )}
      {running.pending.length > 0 && (
        <PendingPapers pollId={running.id} pending={running.pending} to={(owner) => voteAddress(asked, 1, owner)} />
      )}
      <Section title={text.running.buildings} hint={text.running.buildingHint}>
        <VoteBuildings
          buildings={running.buildings}
          all={running.all}
          to={(building) => `${voteAddress({ ...asked, search: "", building })}#waiting`}
        />
      </Section>
      <div id="waiting" className={styles.anchor}>
        <Section title={text.running.waiting}>
          <VoteWaiting asked={asked} waiting={running.waiting} />
        </Section>
      </div>
    </>
  );
}

/** What was just done, as the address says it. */
function Done() {
  const [params] = useSearchParams();
  const done = params.get("done") ?? "";
  const words: Record<string, string> = { ...text.done, ...text.paper.statuses };
  const sentence = words[done];
  if (sentence === undefined) return null;
  return <Notice kind={done === "differs" || done === "voted" ? "mind" : "done"}>{sentence}</Notice>;
}
