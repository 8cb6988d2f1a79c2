import { Button } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { switchMethod, switchMethodInput } from "#app/commands/switch-method.ts";
import styles from "#app/components/desk/method.module.css";
import { StatusBadges } from "#app/components/desk/method-card.tsx";
import { MethodDrawing } from "#app/components/desk/method-drawing/method-drawing.tsx";
import { MethodFacts } from "#app/components/desk/method-facts.tsx";
import { MethodStages } from "#app/components/desk/method-stages.tsx";
import { PageHeader, Section } from "#app/components/desk/page-header.tsx";
import { type MethodPage, methodPage } from "#app/queries/method-page.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer, parse } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { methodText } from "#app/text/methods.ts";
import { rehearsalText } from "#app/text/rehearsal.ts";

const text = methodText.page;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data?.method.name ?? methodText.title) },
];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const version = Number(new URL(asked.request.url).searchParams.get("version") ?? "");
  const wanted = Number.isSafeInteger(version) && version > 0 ? version : undefined;
  return pageAnswer(() => methodPage(asked.context.house, actor, asked.params.id ?? "", wanted));
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const form = await formOf(asked.request);
  const id = asked.params.id ?? "";
  return formAnswer(form, async () => {
    await switchMethod(asked.context.house, actor, parse(switchMethodInput, { id, on: form.get("on") }));
    throw redirect(`/desk/methods/${id}`);
  });
}

/** /desk/methods/ID: a method read through, to be used, copied or printed. */
export default function Method() {
  const shown = useLoaderData<typeof loader>() as MethodPage;
  const { method, origin, decisions, latest, on } = shown;
  const [search] = useSearchParams();
  const current = search.get("at") ?? undefined;
  const { name, summary, note, status } = method;
  const title = (
    <>
      {name}
      <span className={styles.badges}>
        <span className={styles.family}>{methodText.families[method.family]}</span>
        <StatusBadges status={status} origin={origin} off={!on} />
        <span className={styles.version}>{text.version(method.version)}</span>
      </span>
    </>
  );
  return (
    <div className={styles.sheet}>
      <Link className={styles.back} to="/desk/methods">
        ← {text.back}
      </Link>
      <PageHeader title={title}>
        <Links shown={shown} />
      </PageHeader>
      {method.version !== latest && <p className={styles.note}>{text.earlier(method.version, latest)}</p>}
      <p className={styles.summary}>{summary}</p>
      {note && (
        <p className={styles.note}>
          <span className={styles.noteName}>{text.note}：</span>
          {note}
        </p>
      )}
      <div className={styles.top}>
        <MethodFacts method={method} />
        <div className={styles.drawing}>
          <div className={styles.onScreen}>
            <MethodDrawing method={method} {...(current ? { current } : {})} />
          </div>
          <div className={styles.onPaper}>
            <MethodDrawing method={method} {...(current ? { current } : {})} compact />
          </div>
          <p className={styles.legend}>{text.legend}</p>
        </div>
      </div>
      <Section title={text.stages}>
        <MethodStages method={method} decisions={decisions} />
      </Section>
    </div>
  );
}

/** What can be done with a method. One whose labels are still blank, or that is switched off, cannot begin an issue. */
function Links({ shown: { method, on, maySwitch } }: { shown: MethodPage }) {
  const { id, status } = method;
  return (
    <div className={styles.links}>
      <a href={`/desk/methods/${id}/export`}>{text.export}</a>
      <Button component={Link} to={`/desk/methods/${id}/rehearsal`} variant="default">
        {rehearsalText.pageTitle}
      </Button>
      <Button component={Link} to={`/desk/methods/own/new?from=${id}`} variant="default">
        {text.copy}
      </Button>
      {maySwitch && (
        <Form method="post">
          <Button type="submit" name="on" value={on ? "off" : "on"} variant="default">
            {on ? text.switchOff : text.switchOn}
          </Button>
        </Form>
      )}
      {status !== "blank" && on && (
        <Button component={Link} to={`/desk/issues/new?method=${id}`}>
          {text.begin}
        </Button>
      )}
    </div>
  );
}
