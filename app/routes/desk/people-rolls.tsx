import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { addRoll, restoreRoll, rollEditionInput, rollInput } from "#app/commands/edit-roll.ts";
import { DataTable } from "#app/components/desk/data-table.tsx";
import { ErrorSummary, type Refused } from "#app/components/desk/error-summary.tsx";
import forms from "#app/components/desk/form.module.css";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader, Section } from "#app/components/desk/page-header.tsx";
import styles from "#app/components/desk/roll.module.css";
import { withRoll } from "#app/components/desk/roll-path.ts";
import { rollList } from "#app/queries/rolls.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { rollText as text } from "#app/text/rolls.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.listTitle) }];

const deeds = z.enum(["saved", "removed", "restored"]).nullable().catch(null);

export async function loader(asked: LoaderFunctionArgs) {
  const list = await rollList(asked.context.house, await requireStaff(asked));
  const { searchParams } = new URL(asked.request.url);
  const deed = deeds.parse(searchParams.get("done"));
  const about = [...list.rolls, ...list.removed].find((roll) => roll.id === searchParams.get("id"));
  return { ...list, done: deed && about ? text.done[deed](about.name) : null };
}

/** A new roll, or one out of use taken back. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const form = await formOf(asked.request);
  return formAnswer(form, async () => {
    const typed = Object.fromEntries(form);
    if (form.get("intent") === "restore") {
      const id = String(form.get("id"));
      await restoreRoll(house, actor, { id, ...rollEditionInput.parse(typed) });
      throw redirect(`/desk/people/rolls?done=restored&id=${encodeURIComponent(id)}`);
    }
    const { id } = await addRoll(house, actor, rollInput.parse(typed));
    throw redirect(withRoll("/desk/people", id, { done: "roll-added" }));
  });
}

export default function Rolls() {
  const { rolls, removed, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const refusedHere = refused?.values.intent === "restore" ? refused : null;
  return (
    <>
      {done && !answer && <Notice>{done}</Notice>}
      {refusedHere && <Notice kind="mind">{Object.values(refusedHere.fields)[0] ?? refusedHere.message}</Notice>}
      <PageHeader title={text.listTitle} lead={text.listLead}>
        <Button component={Link} to="/desk/people" variant="default">
          {text.back}
        </Button>
      </PageHeader>
      <div className={styles.list}>
        <DataTable caption={text.listCaption} head={text.head}>
          {rolls.map((roll) => (
            <RollLine key={roll.id ?? ""} roll={roll} />
          ))}
        </DataTable>
      </div>
      <Section title={text.addHeading} hint={text.addHint}>
        <NewRoll refused={refusedHere ? null : refused} />
      </Section>
      {removed.length > 0 && <Removed rolls={removed} />}
    </>
  );
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>["rolls"][number];

function RollLine({ roll }: { roll: Line }) {
  const { id, name, kind, people, voting, bodies } = roll;
  return (
    <tr>
      <td className={styles.name}>
        <Link to={withRoll("/desk/people", id)}>{name}</Link>
      </td>
      <td>{text.kinds[kind]}</td>
      <td>{text.size(people)}</td>
      <td>{text.size(voting)}</td>
      <td>{bodies.length > 0 ? bodies.join("、") : <span className={styles.no}>{text.nobodyCalls}</span>}</td>
      <td className={styles.act}>
        {id === null ? (
          <span className={styles.no}>{text.ownHint}</span>
        ) : (
          <Link to={`/desk/people/rolls/${id}`} aria-label={`${text.editLead}：${name}`}>
            {text.editLead}
          </Link>
        )}
      </td>
    </tr>
  );
}

const KINDS = ["people", "owners"] as const;

function NewRoll({ refused }: { refused: Refused | null }) {
  const busy = useNavigation().formData?.get("intent") === "add";
  return (
    <Form method="post" className={forms.form} noValidate>
      <ErrorSummary refused={refused} />
      <div className={forms.pair}>
        <TextInput
          id="name"
          name="name"
          label={text.fields.name}
          description={text.nameHint}
          inputWrapperOrder={["label", "input", "description", "error"]}
          defaultValue={refused?.values.name}
          error={refused?.fields.name}
          autoComplete="off"
        />
        <NativeSelect
          id="kind"
          name="kind"
          label={text.fields.kind}
          description={text.kindHint}
          inputWrapperOrder={["label", "input", "description", "error"]}
          data={KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
          defaultValue={refused?.values.kind}
          error={refused?.fields.kind}
        />
      </div>
      <div className={forms.actions}>
        <Button type="submit" name="intent" value="add" loading={busy}>
          {text.create}
        </Button>
      </div>
    </Form>
  );
}

type RemovedLine = ReturnType<typeof useLoaderData<typeof loader>>["removed"][number];

function Removed({ rolls }: { rolls: RemovedLine[] }) {
  return (
    <Section title={text.removedHeading} hint={text.removedHint}>
      <DataTable caption={text.removedHeading} head={text.removedHead}>
        {rolls.map(({ id, name, kind, people, version }) => (
          <tr key={id}>
            <td className={styles.name}>
              <Link to={withRoll("/desk/people", id)}>{name}</Link>
            </td>
            <td>{text.kinds[kind]}</td>
            <td>{text.size(people)}</td>
            <td>
              <Form method="post">
                <input type="hidden" name="id" value={id ?? ""} />
                <input type="hidden" name="version" value={version} />
                <Button type="submit" name="intent" value="restore" variant="default">
                  {text.restore}
                </Button>
              </Form>
            </td>
          </tr>
        ))}
      </DataTable>
    </Section>
  );
}
