import { Button } from "@mantine/core";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { Ways } from "#app/components/desk/document/gaps.tsx";
import { Papers } from "#app/components/desk/document/papers.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { DomainError } from "#app/domain/errors.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { documentPageText as text } from "#app/text/document-page.ts";
import { issueText } from "#app/text/issues.ts";
import { wordingText } from "#app/text/wording.ts";
import { wordingAct } from "./paper-acts.ts";
import { readPapers } from "./read-papers.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data ? text.pageTitle(data.issue.title) : text.title) },
];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const { searchParams } = new URL(asked.request.url);
  return pageAnswer(async () => {
    const source = { kind: "issue" as const, id: asked.params.id ?? "" };
    const { of, ...page } = await readPapers(asked.context.house, actor, source, searchParams);
    if (of.kind !== "issue") throw new DomainError("not-found");
    return { ...page, issue: of.issue };
  });
}

/** Staff put a generated wording in other words, or go back to it. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const source = { kind: "issue" as const, id: asked.params.id ?? "" };
  return wordingAct(asked.context.house, actor, source, await formOf(asked.request));
}

/** The papers of one issue. */
export default function IssueDocuments() {
  const page = useLoaderData<typeof loader>();
  const { id, number, title } = page.issue;
  const answer = useActionData<typeof action>();
  return (
    <>
      {answer?.ok && <Notice>{wordingText.saved}</Notice>}
      <PageHeader title={text.title} lead={`${issueText.number(number)} · ${title}`}>
        <Button component={Link} to={`/desk/issues/${id}`} variant="default">
          {text.toIssue}
        </Button>
      </PageHeader>
      <Papers page={page} base={`/api/v1/issues/${id}/documents`} ways={waysOf(id)} />
    </>
  );
}

/** An issue has neither plan nor roll nor room of its own: what its meetings gave stands on its page. */
function waysOf(id: string): Ways {
  const here = `/desk/issues/${id}`;
  return {
    settings: "/desk/settings#contact",
    plan: here,
    roll: here,
    room: here,
    notice: "#from",
    issue: here,
    actions: "/desk/actions?show=all",
  };
}
