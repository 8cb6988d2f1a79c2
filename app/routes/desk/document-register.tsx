import { Button } from "@mantine/core";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RegisterFilter } from "#app/components/desk/document/register-filter.tsx";
import { RegisterTable } from "#app/components/desk/document/register-table.tsx";
import { EVERYTHING, registerPath } from "#app/components/desk/document/register-view.ts";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { Pager } from "#app/components/desk/pager.tsx";
import { DOCUMENT_STATES } from "#app/domain/document/life.ts";
import { cleanText } from "#app/domain/plain-text.ts";
import { documentRegister } from "#app/queries/documents/register.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { deskText } from "#app/text/desk.ts";
import { lifeText as text } from "#app/text/document-life.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.register) }];

const asked = z.object({
  state: z.enum(["", ...DOCUMENT_STATES]).catch(""),
  genre: z.string().max(50).catch(""),
  audience: z.enum(["", "public", "internal"]).catch(""),
  q: z
    .string()
    .default("")
    .transform((raw) => cleanText(raw.slice(0, 100))),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args);
  const { searchParams } = new URL(args.request.url);
  const { q, page, ...conditions } = asked.parse(Object.fromEntries(searchParams));
  const view = { ...conditions, text: q };
  return { ...(await documentRegister(args.context.house, actor, view, { page })), view };
}

export default function DocumentRegister() {
  const { total, found, lines, view, page, pages, ...choices } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={text.register} lead={text.registerLead}>
        <Button component={Link} to="/desk/documents" variant="default">
          {text.toDocuments}
        </Button>
      </PageHeader>
      {total === 0 ? (
        <EmptyState title={text.registerEmpty} hint={text.registerEmptyHint} />
      ) : (
        <>
          <RegisterFilter view={view} choices={choices} found={found} />
          {found === 0 ? (
            <EmptyState title={text.noneFound}>
              <Button component={Link} to={registerPath(EVERYTHING)} variant="default">
                {text.clear}
              </Button>
            </EmptyState>
          ) : (
            <RegisterTable lines={lines} />
          )}
          <Pager page={page} pages={pages} to={(each) => registerPath(view, each)} />
        </>
      )}
    </>
  );
}
