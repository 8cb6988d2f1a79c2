import { Button } from "@mantine/core";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import styles from "#app/components/desk/document/archive.module.css";
import { ArchiveButton } from "#app/components/desk/document/archive-button.tsx";
import type { Ways } from "#app/components/desk/document/gaps.tsx";
import { Papers } from "#app/components/desk/document/papers.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { DomainError } from "#app/domain/errors.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { documentPageText } from "#app/text/document-page.ts";
import { periodText } from "#app/text/periods.ts";
import { wordingText } from "#app/text/wording.ts";
import { wordingAct } from "./paper-acts.ts";
import { readPapers } from "./read-papers.ts";

const text = periodText.page;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data ? documentPageText.pageTitle(data.period.name) : documentPageText.title) },
];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const { searchParams } = new URL(asked.request.url);
  return pageAnswer(async () => {
    const source = { kind: "period" as const, id: asked.params.period ?? "" };
    const { of, ...page } = await readPapers(asked.context.house, actor, source, searchParams);
    if (of.kind !== "period") throw new DomainError("not-found");
    return { ...page, period: of.period };
  });
}

/** Staff put a generated wording in other words, or go back to it. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const source = { kind: "period" as const, id: asked.params.period ?? "" };
  return wordingAct(asked.context.house, actor, source, await formOf(asked.request));
}

/** The papers of a month, a quarter or a year, its sheets, and all of it as one file. */
export default function PeriodDocuments() {
  const page = useLoaderData<typeof loader>();
  const { id, name, kind, from, until } = page.period;
  const api = `/api/v1/periods/${id}`;
  const answer = useActionData<typeof action>();
  return (
    <>
      {answer?.ok && <Notice>{wordingText.saved}</Notice>}
      <PageHeader title={documentPageText.title} lead={`${name} · ${text.days(formatDay(from), formatDay(until))}`}>
        <Button component={Link} to="/desk/documents" variant="default">
          {text.back}
        </Button>
      </PageHeader>
      <section className={styles.whole} aria-labelledby="whole">
        <h2 id="whole">{text.whole[kind]}</h2>
        <p>{text.wholeHint}</p>
        <ArchiveButton address={`${api}/archive.zip`} label={text.download[kind]} main />
        <ul className={styles.sheets} aria-label={text.sheets}>
          <li>
            <a href={`${api}/problem-list.xlsx`}>{text.problems}</a>
          </li>
          <li>
            <a href={`${api}/ledger.xlsx`}>{text.ledger}</a>
          </li>
        </ul>
      </section>
      <Papers page={page} base={`${api}/documents`} ways={WAYS} />
    </>
  );
}

/** What a period lacks, its meetings lack: they are entered there. */
const WAYS: Ways = {
  settings: "/desk/settings#contact",
  plan: "/desk/meetings",
  roll: "/desk/people",
  room: "/desk/meetings",
  notice: "#from",
  issue: "/desk/issues",
  actions: "/desk/actions?show=all",
};
