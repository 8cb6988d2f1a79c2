import { Button } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { importOwnMethod, MAX_METHOD_FILE_BYTES } from "#app/commands/import-own-method.ts";
import { ownMethodSeenInput } from "#app/commands/own-method.ts";
import { removeOwnMethod, restoreOwnMethod } from "#app/commands/remove-own-method.ts";
import { DataTable } from "#app/components/desk/data-table.tsx";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { ErrorSummary } from "#app/components/desk/error-summary.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import styles from "#app/components/desk/own-method.module.css";
import { type FileLine, OwnMethodImport } from "#app/components/desk/own-method-import.tsx";
import { ExportLinks, OwnMethodTable } from "#app/components/desk/own-method-table.tsx";
import { PageHeader, Section } from "#app/components/desk/page-header.tsx";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { ownMethodsPage } from "#app/queries/own-methods.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer } from "#app/routes/shared/answer.ts";
import { boundedForm } from "#app/routes/shared/upload.ts";
import { deskText } from "#app/text/desk.ts";
import { methodFileText } from "#app/text/method-file.ts";
import { ownMethodText as text } from "#app/text/own-methods.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.title) }];

/** Names and boundaries of the form around the file. */
const FORM_OVERHEAD = 64 * 1024;

export async function loader(asked: LoaderFunctionArgs) {
  const page = await ownMethodsPage(asked.context.house, await requireStaff(asked));
  const { searchParams } = new URL(asked.request.url);
  const done = z.enum(["removed", "restored"]).nullable().catch(null).parse(searchParams.get("done"));
  const about = page.methods.find((method) => method.id === searchParams.get("id"));
  return { ...page, done: done && about ? text[done](about.name) : null };
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const tooLarge = [{ field: "file", message: methodFileText.tooLarge }];
  const read = await formAnswer(new FormData(), () =>
    boundedForm(asked.request, MAX_METHOD_FILE_BYTES + FORM_OVERHEAD, tooLarge),
  );
  if (!("value" in read)) return read;
  const form = read.value;
  return formAnswer(form, () => act(house, actor, form));
}

async function act(house: House, actor: Actor, form: FormData): Promise<never> {
  const intent = form.get("intent");
  if (intent === "remove" || intent === "restore") {
    const input = ownMethodSeenInput.parse(Object.fromEntries(form));
    await (intent === "remove" ? removeOwnMethod : restoreOwnMethod)(house, actor, input);
    throw redirect(`/desk/methods/own?done=${intent}d&id=${input.id}`);
  }
  const bytes = await bytesOf(form);
  const { id } = await importOwnMethod(house, actor, { bytes, keepFaulty: form.get("keepFaulty") === "yes" });
  throw redirect(`/desk/methods/own/${id}`);
}

async function bytesOf(form: FormData): Promise<Uint8Array> {
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "") {
    throw new DomainError("invalid-value", [{ field: "file", message: methodFileText.missing }]);
  }
  return new Uint8Array(await file.arrayBuffer());
}

const linesOf = (details: unknown): FileLine[] => (Array.isArray(details) ? details : []);

export default function OwnMethods() {
  const { methods, shared, isStreet, mayWrite, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const fileLines = refused?.fields.file ? linesOf(refused.details) : [];
  return (
    <>
      {done && !answer && <Notice>{done}</Notice>}
      {!refused?.fields.file && <ErrorSummary refused={refused} />}
      <PageHeader title={text.title} lead={mayWrite ? text.lead : text.readOnly}>
        <Button component={Link} to="/desk/methods" variant="default">
          {text.gallery}
        </Button>
        {mayWrite && (
          <Button component={Link} to="/desk/methods/own/new">
            {text.create}
          </Button>
        )}
      </PageHeader>
      {methods.length === 0 ? (
        <EmptyState title={text.empty} hint={text.emptyHint} />
      ) : (
        <OwnMethodTable methods={methods} isStreet={isStreet} mayWrite={mayWrite} />
      )}
      {shared.length > 0 && <SharedMethods shared={shared} mayWrite={mayWrite} />}
      {mayWrite && (
        <Section title={text.import}>
          <OwnMethodImport refused={fileLines} />
        </Section>
      )}
    </>
  );
}

type Shared = { id: string; name: string; version: number }[];

function SharedMethods({ shared, mayWrite }: { shared: Shared; mayWrite: boolean }) {
  const { name, state, actions } = text.columns;
  return (
    <Section title={text.shared} hint={text.sharedHint}>
      <DataTable caption={text.shared} head={[name, state, actions]}>
        {shared.map((method) => (
          <tr key={method.id}>
            <td className={styles.name}>
              <Link to={`/desk/methods/${method.id}`}>{method.name}</Link>
            </td>
            <td>{text.version(method.version)}</td>
            <td>
              <div className={styles.actions}>
                {mayWrite && <Link to={`/desk/methods/own/new?from=${method.id}`}>{text.copy}</Link>}
                <ExportLinks id={method.id} />
              </div>
            </td>
          </tr>
        ))}
      </DataTable>
    </Section>
  );
}
