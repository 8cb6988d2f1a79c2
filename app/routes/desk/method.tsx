import { Button } from "@mantine/core";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import styles from "#app/components/desk/method.module.css";
import { StatusBadges } from "#app/components/desk/method-card.tsx";
import { MethodDrawing } from "#app/components/desk/method-drawing/method-drawing.tsx";
import { MethodFacts } from "#app/components/desk/method-facts.tsx";
import { MethodStages } from "#app/components/desk/method-stages.tsx";
import { PageHeader, Section } from "#app/components/desk/page-header.tsx";
import { type MethodPage, methodPage } from "#app/queries/method-page.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { methodText } from "#app/text/methods.ts";

const text = methodText.page;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data?.method.name ?? methodText.title) },
];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  return pageAnswer(() => methodPage(asked.context.house, actor, asked.params.id ?? ""));
}

/** /desk/methods/ID: a method read through, to be used, copied or printed. */
export default function Method() {
  const { method, origin, decisions } = useLoaderData<typeof loader>() as MethodPage;
  const { name, summary, note, status } = method;
  const title = (
    <>
      {name}
      <span className={styles.badges}>
        <span className={styles.family}>{methodText.families[method.family]}</span>
        <StatusBadges status={status} origin={origin} />
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
        <Links method={method} />
      </PageHeader>
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
            <MethodDrawing method={method} />
          </div>
          <div className={styles.onPaper}>
            <MethodDrawing method={method} compact />
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

/** What can be done with a method. One whose labels are still blank cannot begin an issue. */
function Links({ method: { id, status } }: Pick<MethodPage, "method">) {
  return (
    <div className={styles.links}>
      <a href={`/desk/methods/${id}/export`}>{text.export}</a>
      <Button component={Link} to={`/desk/methods/own/new?from=${id}`} variant="default">
        {text.copy}
      </Button>
      {status !== "blank" && (
        <Button component={Link} to={`/desk/issues/new?method=${id}`}>
          {text.begin}
        </Button>
      )}
    </div>
  );
}
