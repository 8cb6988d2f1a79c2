import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { editionInput, editPerson, personInput, removePerson, type StalePerson } from "#app/commands/edit-person.ts";
import { ConfirmButton } from "#app/components/desk/confirm-button.tsx";
import type { Refused } from "#app/components/desk/error-summary.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import parts from "#app/components/desk/page-parts.module.css";
import { PersonForm } from "#app/components/desk/person-form.tsx";
import { RestorePerson } from "#app/components/desk/restore-person.tsx";
import { withRoll } from "#app/components/desk/roll-path.ts";
import { StaleBox, staleLines } from "#app/components/desk/stale-box.tsx";
import type { Actor, House } from "#app/house.ts";
import { personBrief, personPage } from "#app/queries/people.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { peopleText as text } from "#app/text/people.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data?.person.name ?? text.title) },
];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  return pageAnswer(() => personPage(asked.context.house, actor, asked.params.id ?? ""));
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const form = await formOf(asked.request);
  const id = asked.params.id ?? "";
  return formAnswer(form, async () => {
    const typed = Object.fromEntries(form);
    const { version } = editionInput.parse(typed);
    if (form.get("intent") === "remove") {
      await removePerson(house, actor, { id, version });
      throw redirect(await listAfter(house, actor, "removed", id));
    }
    await editPerson(house, actor, { id, version, ...personInput.parse(typed) });
    throw redirect(await listAfter(house, actor, "saved", id));
  });
}

/** The list of the roll that the person is on, where the deed is told. */
async function listAfter(house: House, actor: Actor, done: "removed" | "saved", id: string): Promise<string> {
  const person = await personBrief(house, actor, id);
  return withRoll("/desk/people", person?.rollId ?? null, { done, id });
}

export default function EditPerson() {
  const { person, removed, roll, seats } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const current = refused?.error === "stale" ? (refused.details as unknown as StalePerson).current : null;
  return (
    <>
      {removed && (
        <Notice kind="mind">
          {text.isRemoved}
          <RestorePerson id={person.id} version={person.version} />
        </Notice>
      )}
      <PageHeader title={person.name} lead={roll.id === null ? text.editTitle : `${text.editTitle} · ${roll.name}`} />
      {current && refused && <StaleLines current={current} typed={refused.values} />}
      {!removed && (
        <>
          <PersonForm
            key={person.version}
            person={person}
            version={current?.version ?? person.version}
            rollId={roll.id}
            seats={seats}
            refused={refused}
            saveLabel={current ? deskText.stale.saveAnyway : text.save}
            summary={current === null}
          />
          <RemoveForm name={person.name} version={person.version} />
        </>
      )}
    </>
  );
}

function RemoveForm({ name, version }: { name: string; version: number }) {
  return (
    <Form method="post" className={parts.danger}>
      <input type="hidden" name="version" value={version} />
      <ConfirmButton
        align="start"
        label={text.remove}
        question={text.removeQuestion(name)}
        detail={text.removeDetail}
        confirm={text.remove}
        name="intent"
        value="remove"
      />
    </Form>
  );
}

function StaleLines({ current, typed }: { current: StalePerson["current"]; typed: Refused["values"] }) {
  const words = staleLines(["name", "seat", "unit", "phone"], text.fields, current, typed);
  const mine = typed.votingRight === "yes";
  const right = (has: boolean) => (has ? text.has : text.hasNot);
  const voting = {
    label: text.fields.votingRight,
    theirs: right(current.votingRight),
    mine: right(mine),
    differs: current.votingRight !== mine,
  };
  return <StaleBox title={text.staleTitle} lines={[...words, voting]} />;
}
