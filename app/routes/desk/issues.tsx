import { Button } from "@mantine/core";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import styles from "#app/components/desk/issue.module.css";
import { IssueFilter } from "#app/components/desk/issue-filter.tsx";
import { IssueTable } from "#app/components/desk/issue-table.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { issueList } from "#app/queries/issue-list.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { deskText } from "#app/text/desk.ts";
import { issueText as text } from "#app/text/issues.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.title) }];

const words = z.string().max(100).catch("");
const asked = z.object({ stage: words, category: words, q: words });

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args);
  const { searchParams } = new URL(args.request.url);
  const { stage, category, q } = asked.parse(Object.fromEntries(searchParams));
  const view = { stage, category, text: q.trim() };
  return { ...(await issueList(args.context.house, actor, view)), view };
}

export default function Issues() {
  const { lines, found, total, open, stages, categories, view } = useLoaderData<typeof loader>();
  const filtered = view.stage !== "" || view.category !== "" || view.text !== "";
  return (
    <>
      <PageHeader title={text.title} lead={total > 0 ? text.lead(open, total) : undefined}>
        {total > 0 && (
          <Button component={Link} to="/desk/issues/new">
            {text.enter}
          </Button>
        )}
      </PageHeader>
      {total === 0 ? (
        <EmptyState title={text.emptyTitle} hint={text.emptyHint}>
          <Button component={Link} to="/desk/issues/new">
            {text.enter}
          </Button>
        </EmptyState>
      ) : (
        <>
          <IssueFilter
            view={view}
            stages={stages}
            categories={categories}
            counts={{ all: total, open }}
            found={filtered ? found : null}
          />
          {found === 0 ? (
            <EmptyState title={text.noneFound}>
              <Button component={Link} to="/desk/issues" variant="default">
                {text.clear}
              </Button>
            </EmptyState>
          ) : (
            <IssueTable issues={lines} />
          )}
          <p className={styles.hint}>{lines.length < found ? text.filter.cut(lines.length) : text.order}</p>
        </>
      )}
    </>
  );
}
