import { Button, NativeSelect } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSubmit } from "@remix-run/react";
import { addBody, bodyInput } from "#app/commands/edit-body.ts";
import styles from "#app/components/desk/body.module.css";
import { BodyForm, methodOptions, typedBody } from "#app/components/desk/body-form.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { newBodyPage } from "#app/queries/bodies.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { bodyText as text } from "#app/text/bodies.ts";
import { deskText } from "#app/text/desk.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.newTitle) }];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const method = new URL(asked.request.url).searchParams.get("method") ?? "";
  return pageAnswer(() => newBodyPage(asked.context.house, actor, method));
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const form = await formOf(asked.request);
  return formAnswer(form, async () => {
    const { id } = await addBody(asked.context.house, actor, bodyInput.parse(typedBody(form)));
    throw redirect(`/desk/bodies?done=added&id=${id}`);
  });
}

export default function NewBody() {
  const { proposal, status, methods, rules, rolls } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={text.newTitle} lead={text.newLead} />
      <ChooseMethod key={proposal.methodId} methods={methods} chosen={proposal.methodId} />
      {status === "example" && (
        <p className={styles.mind}>
          <span aria-hidden="true">! </span>
          {text.exampleMethod}
        </p>
      )}
      <p className={styles.hint}>{text.unitMethod}</p>
      <BodyForm
        key={`form ${proposal.methodId}`}
        body={proposal}
        rules={rules}
        rolls={rolls}
        refused={answer && !answer.ok ? answer : null}
        saveLabel={text.create}
      />
    </>
  );
}

type Methods = ReturnType<typeof useLoaderData<typeof loader>>["methods"];

/** Choosing a method brings its days and its rule; without scripts the button does. */
function ChooseMethod({ methods, chosen }: { methods: Methods; chosen: string }) {
  const submit = useSubmit();
  return (
    <Form method="get" className={styles.choose}>
      <NativeSelect
        id="method"
        name="method"
        label={text.chooseMethod}
        data={methodOptions(methods, chosen)}
        defaultValue={chosen}
        onChange={(event) => submit(event.currentTarget.form)}
      />
      <noscript>
        <Button type="submit" variant="default">
          {text.takeMethod}
        </Button>
      </noscript>
    </Form>
  );
}
