import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { enterIssue, enterIssueInput } from "#app/commands/enter-issue.ts";
import { IssueForm } from "#app/components/desk/issue-form.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { issueForm } from "#app/queries/issue-page.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { issueText as text } from "#app/text/issues.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.enter) }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  return issueForm(asked.context.house, actor);
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const form = await formOf(asked.request);
  return formAnswer(form, async () => {
    const { id } = await enterIssue(asked.context.house, actor, enterIssueInput.parse(Object.fromEntries(form)));
    throw redirect(`/desk/issues/${id}`);
  });
}

const NOTHING = { title: "", detail: "", place: "", category: "", source: "", raisedBy: "" };

export default function NewIssue() {
  const { categories, methods, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  return (
    <>
      <PageHeader title={text.enter} />
      <IssueForm
        issue={{ ...NOTHING, firstRaisedOn: today }}
        version={null}
        today={today}
        categories={categories}
        methods={methods}
        methodId={search.get("method") ?? ""}
        refused={answer && !answer.ok ? answer : null}
        saveLabel={text.saveNew}
        back="/desk/issues"
      />
    </>
  );
}
