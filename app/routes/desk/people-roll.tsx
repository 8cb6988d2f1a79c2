import { Button, TextInput } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import {
  removeRoll,
  removeRollInput,
  renameRoll,
  rollEditionInput,
  rollNameInput,
  type StaleRoll,
} from "#app/commands/edit-roll.ts";
import { ConfirmButton } from "#app/components/desk/confirm-button.tsx";
import { ErrorSummary, type Refused } from "#app/components/desk/error-summary.tsx";
import forms from "#app/components/desk/form.module.css";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import parts from "#app/components/desk/page-parts.module.css";
import { withRoll } from "#app/components/desk/roll-path.ts";
import { StaleBox, staleLines } from "#app/components/desk/stale-box.tsx";
import { rollEditPage } from "#app/queries/rolls.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { rollText as text } from "#app/text/rolls.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data?.roll.name ?? text.listTitle) },
];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  return pageAnswer(() => rollEditPage(asked.context.house, actor, asked.params.id ?? ""));
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const form = await formOf(asked.request);
  const id = asked.params.id ?? "";
  return formAnswer(form, async () => {
    const typed = Object.fromEntries(form);
    const done = form.get("intent") === "remove" ? "removed" : "saved";
    if (done === "removed") await removeRoll(house, actor, { id, ...removeRollInput.parse(typed) });
    else await renameRoll(house, actor, { id, ...rollEditionInput.parse(typed), ...rollNameInput.parse(typed) });
    throw redirect(`/desk/people/rolls?done=${done}&id=${encodeURIComponent(id)}`);
  });
}

export default function EditRoll() {
  const { roll, people, bodies } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const current = refused?.error === "stale" ? (refused.details as unknown as StaleRoll).current : null;
  const version = current?.version ?? roll.version;
  return (
    <>
      {roll.removed && <Notice kind="mind">{text.isRemoved}</Notice>}
      <PageHeader title={roll.name} lead={`${text.kinds[roll.kind]} · ${text.size(people)}`}>
        <Button component={Link} to={withRoll("/desk/people", roll.id)} variant="default">
          {text.toOpen}
        </Button>
        <Button component={Link} to="/desk/people/rolls" variant="default">
          {text.manage}
        </Button>
      </PageHeader>
      {current && refused && (
        <StaleBox title={text.staleTitle} lines={staleLines(["name"], text.fields, current, typedOf(refused))} />
      )}
      {!roll.removed && (
        <>
          <NameForm key={roll.version} name={roll.name} version={version} refused={refused} stale={current !== null} />
          <StopUsing name={roll.name} version={version} people={people} bodies={bodies} />
        </>
      )}
    </>
  );
}

const typedOf = ({ values }: Refused) => ({ name: values.name ?? "" });

type NameProps = { name: string; version: number; refused: Refused | null; stale: boolean };

function NameForm({ name, version, refused, stale }: NameProps) {
  const busy = useNavigation().formData?.get("intent") === "save";
  return (
    <Form method="post" className={forms.form} noValidate>
      {!stale && <ErrorSummary refused={refused} />}
      <input type="hidden" name="version" value={version} />
      <TextInput
        id="name"
        name="name"
        label={text.fields.name}
        description={text.nameHint}
        defaultValue={refused?.values.name ?? name}
        error={refused?.values.intent === "save" ? refused.fields.name : undefined}
        autoComplete="off"
      />
      <div className={forms.actions}>
        <Button type="submit" name="intent" value="save" loading={busy}>
          {stale ? deskText.stale.saveAnyway : text.save}
        </Button>
        <Button component={Link} to="/desk/people/rolls" variant="default">
          {text.cancel}
        </Button>
      </div>
    </Form>
  );
}

type StopProps = { name: string; version: number; people: number; bodies: string[] };

/** Out of use: where a body still calls it, it says so instead. */
function StopUsing({ name, version, people, bodies }: StopProps) {
  if (bodies.length > 0) {
    return (
      <div className={parts.danger}>
        <p className={parts.lead}>
          {text.isCalled(text.calledBy(bodies))} <Link to="/desk/bodies">{text.toBodies}</Link>
        </p>
      </div>
    );
  }
  return (
    <Form method="post" className={parts.danger}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="people" value={people} />
      <ConfirmButton
        align="start"
        label={text.remove}
        question={text.removeQuestion(name)}
        detail={text.removeDetail(people)}
        confirm={text.remove}
        name="intent"
        value="remove"
      />
    </Form>
  );
}
