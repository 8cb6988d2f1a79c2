import { Button } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import {
  type BodyWords,
  bodyEditionInput,
  bodyInput,
  editBody,
  removeBody,
  type StaleBody,
} from "#app/commands/edit-body.ts";
import styles from "#app/components/desk/body.module.css";
import { BodyForm, type Choice, typedBody } from "#app/components/desk/body-form.tsx";
import { ConfirmButton } from "#app/components/desk/confirm-button.tsx";
import type { Refused } from "#app/components/desk/error-summary.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import parts from "#app/components/desk/page-parts.module.css";
import { StaleBox, staleLines } from "#app/components/desk/stale-box.tsx";
import { scheduleSchema } from "#app/domain/calendar/schedule-schema.ts";
import { bodyPage } from "#app/queries/bodies.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { bodyText as text, wholeScheduleWords } from "#app/text/bodies.ts";
import { deskText } from "#app/text/desk.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data?.body.name ?? text.title) },
];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  return pageAnswer(() => bodyPage(asked.context.house, actor, asked.params.id ?? ""));
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const form = await formOf(asked.request);
  const id = asked.params.id ?? "";
  return formAnswer(form, async () => {
    const typed = typedBody(form);
    const { version } = bodyEditionInput.parse(typed);
    const done = form.get("intent") === "remove" ? "removed" : "saved";
    if (done === "removed") await removeBody(house, actor, { id, version });
    else await editBody(house, actor, { id, version, ...bodyInput.parse(typed) });
    throw redirect(`/desk/bodies?done=${done}&id=${encodeURIComponent(id)}`);
  });
}

export default function BodyPage() {
  const { body, methods, rules, rolls, mayChange } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const current = refused?.error === "stale" ? (refused.details as unknown as StaleBody).current : null;
  const version = current?.version ?? body.version;
  const names = { methods, rules, rolls: rolls.map(({ id, name }) => ({ id: id ?? "", name })) };
  return (
    <>
      {body.removed && <Notice kind="mind">{text.isRemoved}</Notice>}
      <PageHeader title={body.name} lead={mayChange && !body.removed ? text.editHint : undefined}>
        <Button component={Link} to="/desk/bodies" variant="default">
          {text.back}
        </Button>
        {!body.removed && (
          <Button component={Link} to={`/desk/meetings/new?body=${body.id}`} variant="default">
            {text.plan}
          </Button>
        )}
      </PageHeader>
      {current && refused && <Differences current={current} typed={refused.values} names={names} />}
      {mayChange && !body.removed ? (
        <>
          <BodyForm
            key={body.version}
            body={body}
            methods={methods}
            rules={rules}
            rolls={rolls}
            version={version}
            refused={refused}
            saveLabel={current ? deskText.stale.saveAnyway : text.save}
          />
          <StopUsing name={body.name} version={version} />
        </>
      ) : (
        <Facts body={body} names={names} />
      )}
    </>
  );
}

function StopUsing({ name, version }: { name: string; version: number }) {
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

type Names = { methods: readonly Choice[]; rules: readonly Choice[]; rolls: readonly Choice[] };

const nameIn = (choices: readonly Choice[], id: string | undefined): string =>
  choices.find((each) => each.id === id)?.name ?? text.methodGone;

/** A body in words, for those who may not change it. */
function Facts({ body, names }: { body: BodyWords; names: Names }) {
  const facts = [
    [text.fields.methodId, nameIn(names.methods, body.methodId)],
    [text.fields.schedule, wholeScheduleWords(body.schedule)],
    [text.fields.startTime, body.startTime],
    [text.fields.place, body.place || text.none],
    [text.fields.ruleId, nameIn(names.rules, body.ruleId)],
    [text.fields.rollId, nameIn(names.rolls, body.rollId ?? "")],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type DifferencesProps = { current: BodyWords; typed: Refused["values"]; names: Names };

function Differences({ current, typed, names }: DifferencesProps) {
  const plain = staleLines(["name", "startTime", "place"], text.fields, current, typed);
  const schedule = scheduleSchema.safeParse(typedSchedule(typed));
  const spoken = [
    {
      label: text.fields.methodId,
      theirs: nameIn(names.methods, current.methodId),
      mine: nameIn(names.methods, typed.methodId),
    },
    {
      label: text.fields.schedule,
      theirs: wholeScheduleWords(current.schedule),
      mine: schedule.success ? wholeScheduleWords(schedule.data) : "",
    },
    {
      label: text.fields.ruleId,
      theirs: nameIn(names.rules, current.ruleId),
      mine: nameIn(names.rules, typed.ruleId),
    },
    {
      label: text.fields.rollId,
      theirs: nameIn(names.rolls, current.rollId ?? ""),
      mine: nameIn(names.rolls, typed.rollId),
    },
  ].map((line) => ({ ...line, differs: line.theirs !== line.mine }));
  return <StaleBox title={text.staleTitle} lines={[...plain, ...spoken]} />;
}

function typedSchedule(typed: Refused["values"]): unknown {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  return typedBody(form).schedule;
}
