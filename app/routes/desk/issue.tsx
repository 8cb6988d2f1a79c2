import { Button } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { enterFacts, enterFactsInput } from "#app/commands/enter-facts.ts";
import { stepInput, takeStep } from "#app/commands/take-step.ts";
import { answered, factsIn } from "#app/components/desk/facts-in.ts";
import styles from "#app/components/desk/issue.module.css";
import { IssueAside } from "#app/components/desk/issue-aside.tsx";
import { IssueHistory } from "#app/components/desk/issue-history.tsx";
import { IssueStanding } from "#app/components/desk/issue-standing.tsx";
import { KEEP } from "#app/components/desk/issue-step.tsx";
import { IssueSteps } from "#app/components/desk/issue-steps.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { issuePage } from "#app/queries/issue-page.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { issueLead, issueText as text } from "#app/text/issues.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data?.title ?? text.title) },
];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  return pageAnswer(() => issuePage(asked.context.house, actor, asked.params.id ?? ""));
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const form = await formOf(asked.request);
  const issueId = asked.params.id ?? "";
  return formAnswer(form, async () => {
    const { event, reason, expected } = Object.fromEntries(form);
    const facts = factsIn(form);
    if (event === KEEP) {
      await enterFacts(asked.context.house, actor, enterFactsInput.parse({ issueId, facts, expected }));
      throw redirect(`/desk/issues/${issueId}?done=kept`);
    }
    const input = stepInput.parse({ issueId, event, reason, expected, facts: answered(facts) });
    await takeStep(asked.context.house, actor, input);
    throw redirect(`/desk/issues/${issueId}?done=step`);
  });
}

export default function IssuePage() {
  const issue = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const refused = answer && !answer.ok ? answer : null;
  const inSession = issue.meetings.find((meeting) => meeting.state === "open" && meeting.itemState !== "done");
  return (
    <>
      {search.get("done") === "step" && !refused && <Notice>{text.taken(issue.stageName)}</Notice>}
      {search.get("done") === "kept" && !refused && <Notice>{text.kept}</Notice>}
      {refused?.error === "stale" && <Notice kind="mind">{text.staleStep}</Notice>}
      {inSession && (
        <Notice kind="mind">
          {text.inSession(inSession.title)}
          <Link to={`/desk/meetings/${inSession.code}/room`}>{text.goToRoom}</Link>
        </Notice>
      )}
      <PageHeader title={issue.title} lead={issueLead(issue)}>
        <Button component={Link} to="documents" variant="default">
          {text.papers}
        </Button>
        {!issue.settled && (
          <Button component={Link} to="edit" variant="default">
            {text.edit}
          </Button>
        )}
      </PageHeader>
      <IssueStanding issueId={issue.id} tracks={issue.tracks} standing={issue.standing} today={issue.today} />
      <div className={styles.columns}>
        <div>
          <IssueSteps key={issue.version} steps={issue.steps} version={issue.version} refused={refused} />
          <IssueHistory meetings={issue.meetings} history={issue.history} />
        </div>
        <IssueAside issue={issue} entered={issue.entered} actionItems={issue.actionItems} />
      </div>
    </>
  );
}
