import { Button } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import {
  addTemplateVersion,
  renameOwnTemplate,
  reuseTemplateVersion,
  templateNameInput,
  templateReuseInput,
  templateSeenInput,
} from "#app/commands/own-templates.ts";
import { Preview } from "#app/components/desk/document/preview.tsx";
import { TemplateRename } from "#app/components/desk/document/template-rename.tsx";
import { TemplateReportView } from "#app/components/desk/document/template-report.tsx";
import { TemplateTest } from "#app/components/desk/document/template-test.tsx";
import { TemplateUpload } from "#app/components/desk/document/template-upload.tsx";
import { TemplateVersions } from "#app/components/desk/document/template-versions.tsx";
import { ErrorSummary } from "#app/components/desk/error-summary.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader, Section } from "#app/components/desk/page-header.tsx";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { filledTemplate, ownTemplatePage } from "#app/queries/own-templates.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, pageAnswer, refusalOf } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { ownTemplateText as text } from "#app/text/own-templates.ts";
import { templateForm, uploadIn } from "./template-form.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data ? `${text.title}：${data.name}` : text.title) },
];

const LIST = "/desk/documents/templates";

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const { searchParams } = new URL(asked.request.url);
  const id = asked.params.id ?? "";
  return pageAnswer(async () => {
    const page = await ownTemplatePage(house, actor, id);
    const chosen = searchParams.get("with");
    const test = chosen && !page.removed ? await tried(house, actor, id, chosen) : null;
    return { ...page, test, done: searchParams.get("done") };
  });
}

/** A test fill: what it lacks, or why it cannot be made. `chosen`: "example", or a meeting's code. */
async function tried(house: House, actor: Actor, id: string, chosen: string) {
  try {
    const { empty, fileName } = await filledTemplate(house, actor, id, chosen === "example" ? null : chosen);
    return { chosen, empty, fileName, problem: null };
  } catch (error) {
    const missing =
      error instanceof DomainError ? (error.details as { missing?: string[] } | undefined)?.missing : null;
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return { chosen, empty: [], fileName: "", problem: missing?.join("；") ?? refusal.body.message };
  }
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const read = await templateForm(asked.request);
  if (!("value" in read)) return read;
  const form = read.value;
  return formAnswer(form, () => act(asked.context.house, actor, asked.params.id ?? "", form));
}

async function act(house: House, actor: Actor, id: string, form: FormData): Promise<never> {
  const typed = { ...Object.fromEntries(form), id };
  const seen = templateSeenInput.parse(typed);
  if (form.get("intent") === "rename") {
    await renameOwnTemplate(house, actor, { ...seen, ...templateNameInput.parse(typed) });
    throw redirect(`${LIST}/${id}?done=renamed`);
  }
  const made =
    form.get("intent") === "reuse"
      ? await reuseTemplateVersion(house, actor, templateReuseInput.parse(typed))
      : await addTemplateVersion(house, actor, { ...seen, file: await uploadIn(form) });
  throw redirect(`${LIST}/${id}?done=${made ? "updated" : "same"}`);
}

export default function OwnTemplate() {
  const page = useLoaderData<typeof loader>();
  const { id, name, edition, removed, versions, inspection, test, done } = page;
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const stale = refused?.error === "stale";
  const file = test?.chosen === "example" ? `${LIST}/${id}/files/example.docx` : fileFor(test?.chosen ?? "", id);
  const words: Record<string, string> = {
    added: text.uploaded,
    updated: text.updated(versions[0]?.place ?? 1),
    renamed: text.renamed,
    same: text.sameFile,
  };
  return (
    <>
      {done && words[done] && !answer && <Notice kind={done === "same" ? "mind" : "done"}>{words[done]}</Notice>}
      {stale && <Notice kind="mind">{text.stale}</Notice>}
      {removed && <Notice kind="mind">{text.isRemoved}</Notice>}
      <ErrorSummary refused={stale ? null : refused} />
      <PageHeader title={name} lead={text.version(versions[0]?.place ?? 1)}>
        <Button component={Link} to={LIST} variant="default">
          {text.toList}
        </Button>
        <Button component="a" href={`${LIST}/${id}/files/${versions[0]?.place}.docx`} variant="default">
          {text.download}
        </Button>
      </PageHeader>
      {!removed && (
        <Section title={text.test} hint={text.testHint}>
          <TemplateTest meetings={page.meetings} test={test} />
        </Section>
      )}
      {test && !test.problem && (
        <Preview key={`${test.chosen} ${edition}`} name={name} file={file} mark="" close={`${LIST}/${id}`} />
      )}
      {inspection.ok ? <TemplateReportView report={inspection.report} /> : <p>{text.fault(inspection.fault)}</p>}
      {!removed && (
        <Section title={text.newVersion} hint={text.newVersionHint}>
          <TemplateUpload refused={refused} edition={edition} />
        </Section>
      )}
      <Section title={text.versions}>
        <TemplateVersions id={id} name={name} edition={edition} versions={versions} fixed={removed} />
      </Section>
      {!removed && <TemplateRename name={name} edition={edition} refused={refused} />}
    </>
  );
}

const fileFor = (code: string, id: string) => `/api/v1/meetings/${code}/own-documents/${id}.docx`;
