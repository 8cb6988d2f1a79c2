import { Button } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import {
  addOwnTemplate,
  removeOwnTemplate,
  restoreOwnTemplate,
  templateNameInput,
  templateSeenInput,
} from "#app/commands/own-templates.ts";
import { PlaceholderList } from "#app/components/desk/document/placeholder-list.tsx";
import { type TemplateRow, TemplateTable } from "#app/components/desk/document/template-table.tsx";
import { TemplateUpload } from "#app/components/desk/document/template-upload.tsx";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { ErrorSummary } from "#app/components/desk/error-summary.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader, Section } from "#app/components/desk/page-header.tsx";
import type { Actor, House } from "#app/house.ts";
import { ownTemplateList } from "#app/queries/own-templates.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { ownTemplateText as text } from "#app/text/own-templates.ts";
import { templateForm, uploadIn } from "./template-form.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.title) }];

const HERE = "/desk/documents/templates";

export async function loader(asked: LoaderFunctionArgs) {
  const templates = await ownTemplateList(asked.context.house, await requireStaff(asked));
  const { searchParams } = new URL(asked.request.url);
  const done = z.enum(["removed", "restored"]).nullable().catch(null).parse(searchParams.get("done"));
  const about = templates.find(({ id }) => id === searchParams.get("id"));
  return { templates, done: done && about ? { deed: done, about } : null };
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const read = await templateForm(asked.request);
  if (!("value" in read)) return read;
  const form = read.value;
  return formAnswer(form, () => act(asked.context.house, actor, form));
}

async function act(house: House, actor: Actor, form: FormData): Promise<never> {
  const intent = form.get("intent");
  if (intent === "remove" || intent === "restore") {
    const seen = templateSeenInput.parse(Object.fromEntries(form));
    await (intent === "remove" ? removeOwnTemplate : restoreOwnTemplate)(house, actor, seen);
    throw redirect(`${HERE}?done=${intent}d&id=${seen.id}`);
  }
  const { name } = templateNameInput.parse({ name: form.get("name") });
  const { id } = await addOwnTemplate(house, actor, { name, file: await uploadIn(form) });
  throw redirect(`${HERE}/${id}?done=added`);
}

export default function OwnTemplates() {
  const { templates, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const ofUpload = refused?.values.intent === "upload" || refused?.fields.file ? refused : null;
  const inUse = templates.filter(({ removed }) => !removed);
  const removed = templates.filter((each) => each.removed);
  return (
    <>
      {done && !answer && <Done {...done} />}
      {refused && !ofUpload && (
        <Notice kind="mind">{refused.error === "stale" ? text.stale : (refused.fields.name ?? refused.message)}</Notice>
      )}
      <ErrorSummary refused={ofUpload} />
      <PageHeader title={text.title} lead={text.lead}>
        <Button component={Link} to="/desk/documents" variant="default">
          {text.toDocuments}
        </Button>
        <Button component="a" href="#names" variant="default">
          {text.toNames}
        </Button>
        <Button component="a" href={`${HERE}/sample.docx`} variant="default">
          {text.sample}
        </Button>
      </PageHeader>
      {inUse.length === 0 ? (
        <EmptyState title={text.empty} hint={text.emptyHint} />
      ) : (
        <TemplateTable caption={text.list} templates={inUse} />
      )}
      <Section title={text.uploadTitle} hint={text.uploadHint}>
        <TemplateUpload refused={ofUpload} named />
      </Section>
      {removed.length > 0 && (
        <Section title={text.removedList}>
          <TemplateTable caption={text.removedList} templates={removed} />
        </Section>
      )}
      <Section title={<span id="names">{text.namesTitle}</span>} hint={text.namesHint}>
        <PlaceholderList />
      </Section>
    </>
  );
}

/** What was just done; a template taken out of use can be taken back at once. */
function Done({ deed, about }: { deed: "removed" | "restored"; about: TemplateRow }) {
  return (
    <Notice>
      {text[deed](about.name)}
      {deed === "removed" && about.removed && (
        <Form method="post">
          <input type="hidden" name="id" value={about.id} />
          <input type="hidden" name="version" value={about.edition} />
          <Button type="submit" name="intent" value="restore" variant="default" size="xs">
            {text.restore}
          </Button>
        </Form>
      )}
    </Notice>
  );
}
