import { Button, TextInput } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { createOwnMethod, createOwnMethodInput } from "#app/commands/create-own-method.ts";
import { ErrorSummary } from "#app/components/desk/error-summary.tsx";
import styles from "#app/components/desk/own-method.module.css";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { newMethodPage } from "#app/queries/own-methods.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { ownMethodText as text } from "#app/text/own-methods.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.newTitle) }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const from = new URL(asked.request.url).searchParams.get("from") ?? "";
  return pageAnswer(() => newMethodPage(asked.context.house, actor, from));
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const form = await formOf(asked.request);
  return formAnswer(form, async () => {
    const { id } = await createOwnMethod(
      asked.context.house,
      actor,
      createOwnMethodInput.parse(Object.fromEntries(form)),
    );
    throw redirect(`/desk/methods/own/${id}`);
  });
}

/** Begins a method: its name, and what it is copied from. */
export default function NewOwnMethod() {
  const { base, choices, isStreet } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  return (
    <>
      <ErrorSummary refused={refused} />
      <PageHeader title={text.newTitle} lead={text.newLead} />
      <Form method="post" className={styles.form} noValidate>
        <TextInput
          id="name"
          name="name"
          label={text.name}
          defaultValue={refused?.values.name ?? (base ? text.copyName(base.name) : "")}
          error={refused?.fields.name}
          maxLength={60}
          autoComplete="off"
        />
        <div>
          <label htmlFor="from">{text.from}</label>
          <select id="from" name="from" defaultValue={refused?.values.from ?? base?.id ?? ""}>
            <option value="">{text.blank}</option>
            <optgroup label={text.copyOf}>
              {choices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          </select>
        </div>
        {isStreet && <ScopeChoice chosen={refused?.values.scope === "street"} />}
        <div className={styles.buttons}>
          <Button type="submit">{text.begin}</Button>
          <Button component={Link} to="/desk/methods/own" variant="default">
            {text.cancel}
          </Button>
        </div>
      </Form>
    </>
  );
}

function ScopeChoice({ chosen }: { chosen: boolean }) {
  return (
    <div>
      <label className={styles.choice}>
        <input type="checkbox" name="scope" value="street" defaultChecked={chosen} />
        {text.scopes.street}
      </label>
      <p className={styles.note}>{text.scopeHint}</p>
    </div>
  );
}
