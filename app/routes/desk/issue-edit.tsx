import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editIssue, editIssueInput, type StaleIssue } from "#app/commands/edit-issue.ts";
import { ISSUE_FIELDS, IssueForm } from "#app/components/desk/issue-form.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { StaleBox, staleLines } from "#app/components/desk/stale-box.tsx";
import { DomainError } from "#app/domain/errors.ts";
import { issueForm } from "#app/queries/issue-page.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { issueText as text } from "#app/text/issues.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.editTitle) }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  return pageAnswer(async () => {
    const { issue, categories, today } = await issueForm(asked.context.house, actor, asked.params.id ?? "");
    if (!issue) throw new DomainError("not-found");
    return { issue, categories, today };
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const form = await formOf(asked.request);
  const issueId = asked.params.id ?? "";
  return formAnswer(form, async () => {
    const input = editIssueInput.parse({ ...Object.fromEntries(form), issueId });
    await editIssue(asked.context.house, actor, input);
    throw redirect(`/desk/issues/${issueId}`);
  });
}

export default function EditIssue() {
  const { issue, categories, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const current = refused?.error === "stale" ? (refused.details as unknown as StaleIssue).current : null;
  return (
    <>
      <PageHeader title={text.editTitle} lead={`${text.number(issue.number)} ${issue.title}`} />
      {current && refused && (
        <StaleBox title={text.staleTitle} lines={staleLines(ISSUE_FIELDS, text.fields, current, refused.values)} />
      )}
      <IssueForm
        key={issue.version}
        issue={issue}
        version={current?.version ?? issue.version}
        today={today}
        categories={categories}
        refused={refused}
        saveLabel={current ? deskText.stale.saveAnyway : text.save}
        back={`/desk/issues/${issue.id}`}
      />
    </>
  );
}
