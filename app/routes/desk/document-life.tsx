import { Button } from "@mantine/core";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { issuedFile } from "#app/commands/issued-file.ts";
import { CorrectionForm } from "#app/components/desk/document/correction-form.tsx";
import styles from "#app/components/desk/document/life.module.css";
import { LifeChanges } from "#app/components/desk/document/life-changes.tsx";
import { IssueNumber, LifeDeeds } from "#app/components/desk/document/life-deeds.tsx";
import { LifeProof } from "#app/components/desk/document/life-proof.tsx";
import { LifeRelatives, LifeTags } from "#app/components/desk/document/life-relatives.tsx";
import { LifeSteps } from "#app/components/desk/document/life-steps.tsx";
import { Objections } from "#app/components/desk/document/objections.tsx";
import { Postings } from "#app/components/desk/document/postings.tsx";
import { Preview } from "#app/components/desk/document/preview.tsx";
import { ErrorSummary } from "#app/components/desk/error-summary.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { DomainError } from "#app/domain/errors.ts";
import { documentPage } from "#app/queries/documents/document-page.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import { actOnDocument, documentForm } from "./document-acts.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(text.pageTitle(data?.document.title ?? "")) },
];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const id = asked.params.id ?? "";
  return pageAnswer(async () => {
    const page = await documentPage(house, actor, id);
    if (page.standing.state !== "issued" || page.document.file !== null) return page;
    // The house went down between its number and its file: whoever opens it next has it made.
    const file = await issuedFile(house, actor, id).then(({ digest }) => digest, whileThereIsNone);
    return { ...page, document: { ...page.document, file } };
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const { form, photo } = await pageAnswer(() => documentForm(asked.request));
  return formAnswer(form, () => actOnDocument(asked.context.house, actor, asked.params.id ?? "", form, photo));
}

/** A disk that is full, or lost what it held, keeps nobody from reading the number: whoever asks for the file itself is told. */
function whileThereIsNone(error: unknown): null {
  if (error instanceof DomainError && (error.word === "busy" || error.word === "file-changed")) return null;
  throw error;
}

const SMALL_ACTS = new Set(["check", "issue", "drop", "change"]);
const doneWord = z
  .enum(Object.keys(text.done) as [keyof typeof text.done])
  .nullable()
  .catch(null);

export default function DocumentLife() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const refused = answer && !answer.ok ? answer : null;
  const intent = refused?.values.intent ?? "";
  const done = doneWord.parse(search.get("done"));
  const { document, standing, hindrances } = page;
  const begun = standing.state === "draft" || standing.state === "checked";
  const changes = page.changes.length > 0 || standing.changed;
  const file = `/api/v1/documents/${document.id}/file.docx`;
  return (
    <>
      {done && !answer && <Notice>{text.done[done]}</Notice>}
      {refused?.error === "stale" && <Notice kind="mind">{refused.fields.act ?? text.staleTitle}</Notice>}
      <PageHeader title={document.title} lead={<LifeTags standing={standing} name={document.name} />}>
        <Button component={Link} to={page.source} variant="default">
          {text.toSource}
        </Button>
        <Button component={Link} to="/desk/documents/register" variant="default">
          {text.toRegister}
        </Button>
      </PageHeader>
      <LifeRelatives correction={page.correction} corrects={page.corrects} earlier={page.earlier} />
      {SMALL_ACTS.has(intent) && refused?.error !== "stale" && <ErrorSummary refused={refused} />}
      <div className={styles.split}>
        <div className={styles.side}>
          {begun && (
            <LifeDeeds {...page} version={document.version}>
              {changes && (
                <LifeChanges changes={page.changes} more={page.moreChanges} comparedWith={page.comparedWith} />
              )}
            </LifeDeeds>
          )}
          {begun && document.genre === "minutes" && (
            <IssueNumber version={document.version} number={document.choices.number} error={refused?.fields.number} />
          )}
          {document.number !== "" && (
            <LifeProof
              number={document.number}
              issuedOn={document.issuedOn ?? ""}
              digest={document.file}
              fileName={page.fileName}
            />
          )}
          <LifeSteps steps={page.steps} course={page.course} />
          {standing.state === "issued" && standing.public && standing.masked && (
            <>
              <Postings
                key={`postings ${page.postings.length}`}
                {...page}
                documentId={document.id}
                mayPost={hindrances.post === null}
                refused={intent === "post" || intent === "take-down" ? refused : null}
              />
              <Objections
                key={`objections ${page.objections.length}`}
                {...page}
                mayObject={hindrances.object === null}
                refused={intent === "object" || intent === "answer" ? refused : null}
              />
            </>
          )}
          {hindrances.correct === null && (
            <CorrectionForm version={document.version} refused={intent === "correct" ? refused : null} />
          )}
        </div>
        {standing.state !== "dropped" && page.missing.length === 0 && (
          <Preview
            name={document.name}
            file={file}
            edition={`${document.version} ${page.digest}`}
            mark={begun ? text.states[standing.state] : document.number}
          />
        )}
      </div>
    </>
  );
}
