import { Button } from "@mantine/core";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { JournalTable } from "#app/components/desk/journal-table.tsx";
import { JournalVerdict } from "#app/components/desk/journal-verdict.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { journalVerdict, journalView } from "#app/queries/journal-page.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { deskText } from "#app/text/desk.ts";
import { journalPageText as text } from "#app/text/journal-page.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.title) }];

const before = z.coerce.number().int().min(1).optional().catch(undefined);

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const { searchParams } = new URL(asked.request.url);
  return journalView(asked.context.house, actor, before.parse(searchParams.get("before") ?? undefined));
}

/** Verifying changes nothing, but it takes time: asked for by a button, not by every visit. */
export async function action(asked: ActionFunctionArgs) {
  await requireStaff(asked);
  return journalVerdict(asked.context.house);
}

export default function Journal() {
  const { entries, count, head, older, newest } = useLoaderData<typeof loader>();
  const verdict = useActionData<typeof action>();
  const busy = useNavigation().formMethod === "POST";
  return (
    <>
      <PageHeader title={text.title} lead={text.count(count)}>
        <Form method="post" preventScrollReset>
          <Button type="submit" variant="default" loading={busy}>
            {text.verify}
          </Button>
        </Form>
      </PageHeader>
      <JournalVerdict verdict={verdict ?? null} head={head.hash} />
      {entries.length === 0 ? <EmptyState title={text.emptyTitle} /> : <JournalTable entries={entries} />}
      <p style={{ display: "flex", gap: "1.25rem" }}>
        {!newest && <Link to="/desk/journal">{text.newer}</Link>}
        {older && <Link to={`/desk/journal?before=${older}`}>{text.older}</Link>}
      </p>
    </>
  );
}
