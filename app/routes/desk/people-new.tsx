import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addPerson, personInput } from "#app/commands/edit-person.ts";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { PersonForm } from "#app/components/desk/person-form.tsx";
import { knownSeats } from "#app/queries/people.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { peopleText as text } from "#app/text/people.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.newTitle) }];

const NOBODY = { name: "", seat: "", unit: "", phone: "", votingRight: true };

export async function loader(asked: LoaderFunctionArgs) {
  return { seats: await knownSeats(asked.context.house, await requireStaff(asked)) };
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const form = await formOf(asked.request);
  return formAnswer(form, async () => {
    const { id } = await addPerson(asked.context.house, actor, personInput.parse(Object.fromEntries(form)));
    throw redirect(`/desk/people?done=added&id=${id}`);
  });
}

export default function NewPerson() {
  const { seats } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={text.newTitle} />
      <PersonForm person={NOBODY} version={0} seats={seats} refused={answer && !answer.ok ? answer : null} />
    </>
  );
}
