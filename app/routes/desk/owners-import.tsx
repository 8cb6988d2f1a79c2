import { Button } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import {
  confirmOwnersInput,
  discardOwners,
  importOwners,
  type OwnersPreview,
  previewOwners,
  stageOwners,
} from "#app/commands/import-owners.ts";
import { MAX_UPLOAD_BYTES } from "#app/commands/read-roll-file.ts";
import { ErrorSummary } from "#app/components/desk/error-summary.tsx";
import { ImportPreview, type OwnersPreviewView, type UnitChange } from "#app/components/desk/owners/import-preview.tsx";
import { ImportUpload } from "#app/components/desk/owners/import-upload.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { DomainError } from "#app/domain/errors.ts";
import { formatArea } from "#app/domain/owners/area.ts";
import { namesakesToCheck } from "#app/domain/owners/namesakes.ts";
import { placeName } from "#app/domain/owners/place.ts";
import { afterPlan } from "#app/domain/owners/plan.ts";
import { totalsByBuilding, totalsOf } from "#app/domain/owners/totals.ts";
import type { Actor, House } from "#app/house.ts";
import { ownersRollName } from "#app/queries/owners-roll.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, pageAnswer } from "#app/routes/shared/answer.ts";
import { boundedForm } from "#app/routes/shared/upload.ts";
import { deskText } from "#app/text/desk.ts";
import { ownersText } from "#app/text/owners.ts";
import { peopleText } from "#app/text/people.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

const { import: text } = ownersText;

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.title) }];

/** How much of a long preview is sent to the browser. */
const SHOWN = { problems: 300, added: 20, changed: 200, missing: 100 };
/** Names and boundaries of the form around the file. */
const FORM_OVERHEAD = 64 * 1024;

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const id = asked.params.id ?? "";
  return pageAnswer(async () => {
    const roll = await ownersRollName(house, actor, id);
    const preview = await previewOwners(house, actor, id);
    return { roll, preview: preview && shownOf(preview) };
  });
}

function shownOf({ fileName, planId, reading, plan }: OwnersPreview): OwnersPreviewView {
  const nameOf = (index: number) => reading.owners[index]?.name ?? "";
  const heads = reading.owners.map(({ name }, index) => ({ id: String(index), name }));
  const known = plan.changed.length + plan.same.length + plan.missing.length > 0;
  return {
    fileName,
    planId,
    counts: {
      ...{ added: plan.added.length, changed: plan.changed.length, same: plan.same.length },
      ...{ missing: plan.missing.length, phones: plan.phones.length, problems: reading.problems.length },
      refused: reading.problems.filter(({ level }) => level === "refused").length,
      namesakes: known ? 0 : namesakesToCheck(heads, new Set()).length,
    },
    file: { totals: totalsOf(reading.units), buildings: totalsByBuilding(reading.units) },
    after: known ? { keep: totalsOf(afterPlan(plan, "keep")), remove: totalsOf(afterPlan(plan, "remove")) } : null,
    problems: reading.problems.slice(0, SHOWN.problems),
    added: plan.added.slice(0, SHOWN.added).map(({ line }) => ({ ...line, owner: nameOf(line.owner) })),
    changed: plan.changed.slice(0, SHOWN.changed).flatMap((change) => changesOf(change, nameOf)),
    missing: plan.missing.slice(0, SHOWN.missing).map((unit) => ({ place: placeName(unit), area: unit.area })),
  };
}

function changesOf(change: OwnersPreview["plan"]["changed"][number], nameOf: (index: number) => string): UnitChange[] {
  const { line, unit, areaChanges, ownerChanges } = change;
  const of = { row: line.row, place: placeName(unit) };
  return [
    ...(areaChanges ? [{ ...of, what: "area" as const, was: formatArea(unit.area), now: formatArea(line.area) }] : []),
    ...(ownerChanges ? [{ ...of, what: "name" as const, was: change.wasOwner, now: nameOf(line.owner) }] : []),
  ];
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const id = asked.params.id ?? "";
  const read = await formAnswer(new FormData(), () =>
    boundedForm(asked.request, MAX_UPLOAD_BYTES + FORM_OVERHEAD, [
      { field: "file", message: peopleText.files.tooLarge },
    ]),
  );
  if (!("value" in read)) return read;
  const form = read.value;
  return formAnswer(form, () => act(house, actor, id, form));
}

async function act(house: House, actor: Actor, id: string, form: FormData): Promise<never> {
  const here = `/desk/people/owners/${encodeURIComponent(id)}`;
  const intent = form.get("intent");
  if (intent === "confirm") {
    await importOwners(house, actor, id, confirmOwnersInput.parse(Object.fromEntries(form)));
    throw redirect(`${here}?done=imported`);
  }
  if (intent === "discard") await discardOwners(house, actor);
  else await stageOwners(house, actor, id, await fileOf(form));
  throw redirect(`${here}/import`);
}

async function fileOf(form: FormData): Promise<{ name: string; bytes: Uint8Array }> {
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "") {
    throw new DomainError("invalid-value", [{ field: "file", message: text.missingFile }]);
  }
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** /desk/people/owners/:id/import */
export default function ImportOwners() {
  const { roll, preview } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const message = refused?.error === "stale" ? text.stale : refused?.message;
  return (
    <>
      <PageHeader title={text.title} lead={`${roll.name} · ${text.lead}`}>
        <Button component={Link} to={`/desk/people/owners/${roll.id}`} variant="default">
          {text.back}
        </Button>
      </PageHeader>
      {!refused?.fields.file && <ErrorSummary refused={refused && { ...refused, message: message ?? "" }} />}
      {preview ? <ImportPreview preview={preview} /> : <ImportUpload refused={refused} />}
    </>
  );
}
