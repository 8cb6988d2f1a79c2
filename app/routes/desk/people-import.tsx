import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmInput, discardRoll, importRoll, previewRoll, stageRoll } from "#app/commands/import-roll.ts";
import { MAX_UPLOAD_BYTES } from "#app/commands/read-roll-file.ts";
import { ErrorSummary } from "#app/components/desk/error-summary.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { RollPreview } from "#app/components/desk/roll-preview.tsx";
import { RollUpload } from "#app/components/desk/roll-upload.tsx";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer } from "#app/routes/shared/answer.ts";
import { boundedForm } from "#app/routes/shared/upload.ts";
import { deskText } from "#app/text/desk.ts";
import { peopleText as text } from "#app/text/people.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.importTitle) }];

/** How much of a long preview is sent to the browser. */
const SHOWN = { problems: 500, added: 20, changed: 200 };
/** Names and boundaries of the form around the file. */
const FORM_OVERHEAD = 64 * 1024;

export async function loader(asked: LoaderFunctionArgs) {
  const preview = await previewRoll(asked.context.house, await requireStaff(asked));
  if (!preview) return { preview: null, limit: MAX_UPLOAD_BYTES };
  const { fileName, problems, planId, plan } = preview;
  const counts = {
    added: plan.added.length,
    changed: plan.changed.length,
    same: plan.same.length,
    problems: problems.length,
    refused: problems.filter((problem) => problem.level === "refused").length,
  };
  const shown = {
    problems: problems.slice(0, SHOWN.problems),
    added: plan.added.slice(0, SHOWN.added),
    changed: plan.changed.slice(0, SHOWN.changed),
  };
  return { preview: { fileName, planId, counts, ...shown }, limit: MAX_UPLOAD_BYTES };
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const read = await formAnswer(new FormData(), () =>
    boundedForm(asked.request, MAX_UPLOAD_BYTES + FORM_OVERHEAD, [{ field: "file", message: text.files.tooLarge }]),
  );
  if (!("value" in read)) return read;
  const form = read.value;
  return formAnswer(form, () => act(house, actor, form));
}

async function act(house: House, actor: Actor, form: FormData): Promise<never> {
  const intent = form.get("intent");
  if (intent === "confirm") {
    const { added, updated } = await importRoll(house, actor, confirmInput.parse(Object.fromEntries(form)));
    throw redirect(`/desk/people?done=imported&added=${added}&updated=${updated}`);
  }
  if (intent === "discard") await discardRoll(house, actor);
  else await stageRoll(house, actor, await fileOf(form));
  throw redirect("/desk/people/import");
}

async function fileOf(form: FormData): Promise<{ name: string; bytes: Uint8Array }> {
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "") {
    throw new DomainError("invalid-value", [{ field: "file", message: text.files.missing }]);
  }
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

export default function ImportPeople() {
  const { preview, limit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const message = refused?.error === "stale" ? text.staleImport : refused?.message;
  return (
    <>
      <PageHeader title={text.importTitle} lead={text.importLead} />
      {!refused?.fields.file && <ErrorSummary refused={refused && { ...refused, message: message ?? "" }} />}
      {preview ? <RollPreview preview={preview} /> : <RollUpload limit={limit} refused={refused} />}
    </>
  );
}
