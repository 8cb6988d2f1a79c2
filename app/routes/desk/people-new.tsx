import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addPerson, personInput } from "#app/commands/edit-person.ts";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { PersonForm } from "#app/components/desk/person-form.tsx";
import { takesPeople, withRoll } from "#app/components/desk/roll-path.ts";
import { newPersonPage } from "#app/queries/people.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { rollAsked } from "#app/routes/shared/roll-asked.ts";
import { deskText } from "#app/text/desk.ts";
import { peopleText as text } from "#app/text/people.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.newTitle) }];

const NOBODY = { name: "", seat: "", unit: "", phone: "", votingRight: true };

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const page = await pageAnswer(() => newPersonPage(asked.context.house, actor, rollAsked(asked.request.url)));
  if (!takesPeople(page.roll)) throw redirect(withRoll("/desk/people", page.roll.id));
  return page;
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const form = await formOf(asked.request);
  const roll = rollAsked(asked.request.url);
  return formAnswer(form, async () => {
    const { id } = await addPerson(asked.context.house, actor, personInput.parse(Object.fromEntries(form)), roll);
    throw redirect(withRoll("/desk/people", roll, { done: "added", id }));
  });
}

export default function NewPerson() {
  const { roll, seats } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={text.newTitle} lead={roll.id !== null && roll.name} />
      <PersonForm
        person={NOBODY}
        version={0}
        rollId={roll.id}
        seats={seats}
        refused={answer && !answer.ok ? answer : null}
      />
    </>
  );
}
