import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import {
  confirmInput,
  discardRoll,
  importRoll,
  previewRoll,
  stageRoll,
  waitingFor,
} from "#app/commands/import-roll.ts";
import { MAX_UPLOAD_BYTES } from "#app/commands/read-roll-file.ts";
import { ErrorSummary } from "#app/components/desk/error-summary.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { takesPeople, withRoll } from "#app/components/desk/roll-path.ts";
import { RollPreview } from "#app/components/desk/roll-preview.tsx";
import { RollUpload } from "#app/components/desk/roll-upload.tsx";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { rollNamed } from "#app/queries/rolls.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, pageAnswer } from "#app/routes/shared/answer.ts";
import { rollAsked } from "#app/routes/shared/roll-asked.ts";
import { boundedForm } from "#app/routes/shared/upload.ts";
import { deskText } from "#app/text/desk.ts";
import { peopleText as text } from "#app/text/people.ts";
import { rollText } from "#app/text/rolls.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.importTitle) }];

/** How much of a long preview is sent to the browser. */
const SHOWN = { problems: 500, added: 20, changed: 200 };
/** Names and boundaries of the form around the file. */
const FORM_OVERHEAD = 64 * 1024;

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const rollId = rollAsked(asked.request.url);
  const roll = await pageAnswer(() => rollNamed(house, actor, rollId));
  if (!takesPeople(roll)) throw redirect(withRoll("/desk/people", roll.id));
  const waiting = await waitingFor(house, actor);
  const elsewhere = waiting === undefined || waiting === roll.id ? null : await rollNamed(house, actor, waiting);
  const page = { roll, elsewhere, limit: MAX_UPLOAD_BYTES };
  const preview = await previewRoll(house, actor, rollId);
  if (!preview) return { preview: null, ...page };
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
  return { preview: { fileName, planId, counts, ...shown }, ...page };
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const read = await formAnswer(new FormData(), () =>
    boundedForm(asked.request, MAX_UPLOAD_BYTES + FORM_OVERHEAD, [{ field: "file", message: text.files.tooLarge }]),
  );
  if (!("value" in read)) return read;
  const form = read.value;
  return formAnswer(form, () => act(house, actor, form, rollAsked(asked.request.url)));
}

async function act(house: House, actor: Actor, form: FormData, roll: string | null): Promise<never> {
  const intent = form.get("intent");
  if (intent === "confirm") {
    const { added, updated } = await importRoll(house, actor, confirmInput.parse(Object.fromEntries(form)), roll);
    const done = { done: "imported", added: String(added), updated: String(updated) };
    throw redirect(withRoll("/desk/people", roll, done));
  }
  if (intent === "discard") await discardRoll(house, actor);
  else await stageRoll(house, actor, await fileOf(form), roll);
  throw redirect(withRoll("/desk/people/import", roll));
}

async function fileOf(form: FormData): Promise<{ name: string; bytes: Uint8Array }> {
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "") {
    throw new DomainError("invalid-value", [{ field: "file", message: text.files.missing }]);
  }
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

export default function ImportPeople() {
  const { preview, roll, elsewhere, limit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const message = refused?.error === "stale" ? text.staleImport : refused?.message;
  return (
    <>
      <PageHeader
        title={roll.id === null ? text.importTitle : `${text.importTitle} · ${roll.name}`}
        lead={text.importLead}
      />
      {elsewhere && !preview && (
        <Notice kind="mind">
          {rollText.elsewhere(elsewhere.name)}
          <Link to={withRoll("/desk/people/import", elsewhere.id)}>{rollText.toElsewhere}</Link>
        </Notice>
      )}
      {!refused?.fields.file && <ErrorSummary refused={refused && { ...refused, message: message ?? "" }} />}
      {preview ? <RollPreview preview={preview} /> : <RollUpload limit={limit} refused={refused} />}
    </>
  );
}
