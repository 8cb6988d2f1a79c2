import { Button } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { bodyEditionInput, restoreBody } from "#app/commands/edit-body.ts";
import styles from "#app/components/desk/body.module.css";
import { DataTable } from "#app/components/desk/data-table.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader, Section } from "#app/components/desk/page-header.tsx";
import { formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import { bodyList } from "#app/queries/bodies.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf } from "#app/routes/shared/answer.ts";
import { scheduleWords, bodyText as text } from "#app/text/bodies.ts";
import { deskText } from "#app/text/desk.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.title) }];

const deeds = z.enum(["added", "saved", "removed", "restored"]).nullable().catch(null);

export async function loader(asked: LoaderFunctionArgs) {
  const list = await bodyList(asked.context.house, await requireStaff(asked));
  const { searchParams } = new URL(asked.request.url);
  const deed = deeds.parse(searchParams.get("done"));
  const about = [...list.bodies, ...list.removed].find((body) => body.id === searchParams.get("id"));
  return { ...list, done: deed && about ? text.done[deed](about.name) : null };
}

/** A body out of use is taken back. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const form = await formOf(asked.request);
  return formAnswer(form, async () => {
    const id = String(form.get("id"));
    const { version } = bodyEditionInput.parse(Object.fromEntries(form));
    await restoreBody(asked.context.house, actor, { id, version });
    throw redirect(`/desk/bodies?done=restored&id=${encodeURIComponent(id)}`);
  });
}

export default function Bodies() {
  const { bodies, removed, mayChange, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  return (
    <>
      {done && !answer && <Notice>{done}</Notice>}
      {refused && <Notice kind="mind">{Object.values(refused.fields)[0] ?? refused.message}</Notice>}
      <PageHeader title={text.title} lead={text.lead}>
        {mayChange && (
          <Button component={Link} to="/desk/bodies/new">
            {text.add}
          </Button>
        )}
      </PageHeader>
      {!mayChange && <p className={styles.hint}>{text.readOnly}</p>}
      <div className={styles.list}>
        <DataTable caption={text.listCaption} head={text.head}>
          {bodies.map((body) => (
            <BodyLine key={body.id} body={body} />
          ))}
        </DataTable>
      </div>
      {removed.length > 0 && (
        <Section title={text.removedHeading} hint={text.removedHint}>
          <DataTable caption={text.removedHeading} head={text.removedHead}>
            {removed.map(({ id, name, methodName, version }) => (
              <tr key={id}>
                <td>{name}</td>
                <td>{methodName ?? text.methodGone}</td>
                <td>{mayChange ? <Restore id={id} version={version} /> : text.none}</td>
              </tr>
            ))}
          </DataTable>
        </Section>
      )}
    </>
  );
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>["bodies"][number];

function BodyLine({ body }: { body: Line }) {
  const { id, name, methodName, schedule, startTime, place, ruleName, rollName, next } = body;
  return (
    <tr>
      <td className={styles.name}>
        <Link to={`/desk/bodies/${id}`}>{name}</Link>
      </td>
      <td>{methodName ?? text.methodGone}</td>
      <td>
        {scheduleWords(schedule)} {startTime}
        {schedule.every !== "none" && (
          <>
            <br />
            <span className={styles.quiet}>{text.onHolidayShort[schedule.onHoliday]}</span>
          </>
        )}
      </td>
      <td>{place || text.none}</td>
      <td>
        {ruleName}
        <br />
        <span className={styles.quiet}>{rollName}</span>
      </td>
      <td className={styles.nowrap}>
        {next ? formatShortDay(next) : text.none}
        <br />
        <Link to={`/desk/meetings/new?body=${id}`} aria-label={`${text.plan}：${name}`}>
          {text.plan}
        </Link>
      </td>
    </tr>
  );
}

function Restore({ id, version }: { id: string; version: number }) {
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <Button type="submit" variant="default">
        {text.restore}
      </Button>
    </Form>
  );
}
