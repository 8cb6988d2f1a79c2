import { Button } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { copyPeople } from "#app/commands/copy-people.ts";
import { CopyPeople } from "#app/components/desk/copy-people.tsx";
import { CopySource } from "#app/components/desk/copy-source.tsx";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { ErrorSummary } from "#app/components/desk/error-summary.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { takesPeople, withRoll } from "#app/components/desk/roll-path.ts";
import { copyPage } from "#app/queries/copy-people.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { rollAsked } from "#app/routes/shared/roll-asked.ts";
import { deskText } from "#app/text/desk.ts";
import { peopleText } from "#app/text/people.ts";
import { rollText as text } from "#app/text/rolls.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.copyTitle) }];

/** What the address asks for: `from` is the other roll, empty for the community's own. */
function askedOf(url: string) {
  const { searchParams } = new URL(url);
  const from = searchParams.get("from")?.slice(0, 100);
  return {
    to: rollAsked(url),
    from: from === undefined ? undefined : from || null,
    search: (searchParams.get("q") ?? "").slice(0, 100),
    seat: searchParams.get("seat")?.slice(0, 100) ?? null,
  };
}

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const view = askedOf(asked.request.url);
  const { missing, ...page } = await pageAnswer(() => copyPage(asked.context.house, actor, view));
  if (!takesPeople(page.target)) throw redirect(withRoll("/desk/people", page.target.id));
  return { ...page, missing: missing.length, search: view.search, seat: view.seat };
}

/** Those ticked, or everybody whom the page's search finds. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const form = await formOf(asked.request);
  return formAnswer(form, async () => {
    const view = askedOf(asked.request.url);
    const { source, missing } = await copyPage(house, actor, view);
    const people = form.get("intent") === "all" ? missing : form.getAll("person").map(String);
    const { added, same } = await copyPeople(house, actor, { from: source?.id ?? null, to: view.to, people });
    throw redirect(withRoll("/desk/people", view.to, { done: "copied", added: String(added), same: String(same) }));
  });
}

export default function CopyPeoplePage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={text.copyTitle} lead={`${text.copyLead(page.target.name)}。${text.copyHint}`}>
        <Button component={Link} to={withRoll("/desk/people", page.target.id)} variant="default">
          {peopleText.backToRoll}
        </Button>
      </PageHeader>
      <ErrorSummary refused={answer && !answer.ok ? answer : null} />
      {page.source === null ? (
        <EmptyState title={text.noOther} />
      ) : (
        <>
          <CopySource page={page} source={page.source} />
          {page.total === 0 ? (
            <EmptyState title={text.sourceEmpty} />
          ) : page.matching === 0 ? (
            <EmptyState title={peopleText.nobodyFound} hint={peopleText.nobodyFoundHint} />
          ) : (
            <CopyPeople page={page} />
          )}
        </>
      )}
    </>
  );
}
