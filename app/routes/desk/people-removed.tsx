import { Button } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { editionInput, restorePerson } from "#app/commands/edit-person.ts";
import { DataTable } from "#app/components/desk/data-table.tsx";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { ErrorSummary } from "#app/components/desk/error-summary.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { RestorePerson } from "#app/components/desk/restore-person.tsx";
import { withRoll } from "#app/components/desk/roll-path.ts";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { personBrief, removedPage } from "#app/queries/people.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { rollAsked } from "#app/routes/shared/roll-asked.ts";
import { deskText } from "#app/text/desk.ts";
import { peopleText as text } from "#app/text/people.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.removedTitle) }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  return pageAnswer(() => removedPage(asked.context.house, actor, rollAsked(asked.request.url)));
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const form = await formOf(asked.request);
  return formAnswer(form, async () => {
    const input = editionInput.extend({ id: z.string() }).parse(Object.fromEntries(form));
    await restorePerson(asked.context.house, actor, input);
    const person = await personBrief(asked.context.house, actor, input.id);
    throw redirect(withRoll("/desk/people", person?.rollId ?? null, { done: "restored", id: input.id }));
  });
}

export default function RemovedPeople() {
  const { roll, people } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary refused={answer && !answer.ok ? answer : null} />
      <PageHeader
        title={roll.id === null ? text.removedTitle : `${text.removedTitle} · ${roll.name}`}
        lead={text.removedHint}
      >
        <Button component={Link} to={withRoll("/desk/people", roll.id)} variant="default">
          {text.backToRoll}
        </Button>
      </PageHeader>
      {people.length === 0 ? (
        <EmptyState title={text.removedEmpty} />
      ) : (
        <DataTable
          caption={text.removedTitle}
          head={[text.fields.name, text.fields.seat, text.fields.unit, text.removedAt, text.actionsColumn]}
        >
          {people.map((person) => (
            <tr key={person.id}>
              <td>{person.name}</td>
              <td>{person.seat}</td>
              <td>{person.unit}</td>
              <td>{person.removedAt && formatDateTime(person.removedAt)}</td>
              <td>
                <RestorePerson id={person.id} version={person.version} />
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </>
  );
}
