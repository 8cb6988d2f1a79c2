import { Button } from "@mantine/core";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import styles from "#app/components/desk/issue.module.css";
import { IssueFilter } from "#app/components/desk/issue-filter.tsx";
import { IssueTable } from "#app/components/desk/issue-table.tsx";
import { EVERYTHING, isNarrowed, issueListPath } from "#app/components/desk/issue-view.ts";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { Pager } from "#app/components/desk/pager.tsx";
import { cleanText } from "#app/domain/plain-text.ts";
import { issueList } from "#app/queries/issue-list.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { deskText } from "#app/text/desk.ts";
import { issueListText as text } from "#app/text/issue-list.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.title) }];

const words = z
  .string()
  .default("")
  .transform((raw) => cleanText(raw.slice(0, 100)));
const asked = z.object({
  state: z.enum(["", "open", "late", "settled"]).catch(""),
  stage: words,
  method: words,
  category: words,
  q: words,
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args);
  const { searchParams } = new URL(args.request.url);
  const { q, page, ...conditions } = asked.parse(Object.fromEntries(searchParams));
  const view = { ...conditions, text: q };
  return { ...(await issueList(args.context.house, actor, view, { page })), view };
}

export default function Issues() {
  const { total, open } = useLoaderData<typeof loader>();
  const enter = (
    <Button component={Link} to="/desk/issues/new">
      {text.enter}
    </Button>
  );
  return (
    <>
      <PageHeader title={text.title} lead={total > 0 ? text.lead(open, total) : undefined}>
        {total > 0 && enter}
      </PageHeader>
      {total > 0 ? (
        <List />
      ) : (
        <EmptyState title={text.emptyTitle} hint={text.emptyHint}>
          {enter}
        </EmptyState>
      )}
    </>
  );
}

function List() {
  const { view, lines, found, page, pages, ...choices } = useLoaderData<typeof loader>();
  return (
    <>
      <IssueFilter view={view} choices={choices} found={found} />
      {isNarrowed(view) && <p className={styles.printed}>{text.conditions(conditionsOf(view, choices))}</p>}
      {found === 0 ? (
        <EmptyState title={text.noneFound} hint={text.noneFoundHint}>
          <Button component={Link} to={issueListPath(EVERYTHING)} variant="default">
            {text.clear}
          </Button>
        </EmptyState>
      ) : (
        <>
          <IssueTable issues={lines} withMethods={choices.severalMethods} />
          <Pager page={page} pages={pages} to={(each) => issueListPath(view, each)} />
          <p className={styles.hint}>{text.order}</p>
        </>
      )}
    </>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** The conditions in words, for the printed list. */
function conditionsOf(view: Loaded["view"], { methods, stages }: Pick<Loaded, "methods" | "stages">): string[] {
  const name = (choices: { id: string; name: string }[], id: string) => choices.find((each) => each.id === id)?.name;
  return [
    view.state && text.states[view.state],
    name(methods, view.method),
    name(stages, view.stage),
    view.category,
    view.text && text.words(view.text),
  ].flatMap((part) => part || []);
}
