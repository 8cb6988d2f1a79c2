import { Button } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import {
  editUnitArea,
  groupsInput,
  keepGroupsApart,
  keepOwnersApart,
  mergeOwners,
  namesakesInput,
  splitInput,
  splitOwner,
  unitAreaInput,
} from "#app/commands/edit-owners.ts";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { ErrorSummary } from "#app/components/desk/error-summary.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { addressOf, type OwnersAsked } from "#app/components/desk/owners/address.ts";
import { Namesakes } from "#app/components/desk/owners/namesakes.tsx";
import { OwnerList } from "#app/components/desk/owners/owner-list.tsx";
import { OwnerUnits } from "#app/components/desk/owners/owner-units.tsx";
import styles from "#app/components/desk/owners/owners.module.css";
import { BuildingsTable, OwnersFigures } from "#app/components/desk/owners/totals.tsx";
import { PageHeader, Section } from "#app/components/desk/page-header.tsx";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { ownersPage } from "#app/queries/owners-roll.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { ownersText as text } from "#app/text/owners.ts";

export { revalidateWhenStale as shouldRevalidate } from "#app/routes/shared/revalidate.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data?.roll.name ?? text.rollKind) },
];

const view = z.object({
  q: z.string().max(100).catch(""),
  building: z.string().max(100).nullable().catch(null),
  several: z.string().nullable().catch(null),
  owner: z.string().max(100).nullable().catch(null),
  page: z.coerce.number().int().min(1).catch(1),
});

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const roll = asked.params.id ?? "";
  const wanted = askedIn(asked.request.url, roll);
  const page = await pageAnswer(() => ownersPage(asked.context.house, actor, roll, wanted));
  return { ...page, asked: wanted };
}

function askedIn(url: string, roll: string): OwnersAsked & { page: number } {
  const { searchParams } = new URL(url);
  const names = ["q", "building", "several", "owner", "page"];
  const { q, several, ...rest } = view.parse(Object.fromEntries(names.map((name) => [name, searchParams.get(name)])));
  return { ...rest, roll, search: q, several: several !== null };
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const form = await formOf(asked.request);
  const roll = asked.params.id ?? "";
  const wanted = askedIn(asked.request.url, roll);
  return formAnswer(form, async () => {
    const done = await act(asked.context.house, actor, roll, form);
    const back = addressOf(wanted, wanted.page);
    throw redirect(`${back}${back.includes("?") ? "&" : "?"}done=${done}`);
  });
}

async function act(house: House, actor: Actor, roll: string, form: FormData): Promise<keyof typeof text.done> {
  const typed = Object.fromEntries(form);
  switch (form.get("intent")) {
    case "merge":
      await mergeOwners(house, actor, roll, namesakesInput.parse(typed));
      return "merged";
    case "keep":
      await keepOwnersApart(house, actor, roll, namesakesInput.parse(typed));
      return "kept";
    case "keep-plain":
      await keepGroupsApart(house, actor, roll, groupsInput.parse({ groups: form.getAll("group") }));
      return "kept";
    case "split":
      await splitOwner(house, actor, roll, splitInput.parse({ ...typed, units: form.getAll("units") }));
      return "split";
    case "area":
      await editUnitArea(house, actor, roll, unitAreaInput.parse(typed));
      return "area";
    default:
      throw new DomainError("malformed");
  }
}

/** /desk/people/owners/:id: one roll of owners with their units. */
export default function OwnersRoll() {
  const { asked, roll, totals, buildings, groups, moreGroups, plain, open, moreUnits, ...list } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const stale = refused?.error === "stale" ? { ...refused, message: text.staleUnit, fields: {} } : null;
  return (
    <>
      <Done />
      {roll.removed && <Notice kind="mind">{text.outOfUse}</Notice>}
      {stale && <ErrorSummary refused={stale} />}
      <PageHeader title={roll.name} lead={text.lead}>
        <Button component={Link} to="/desk/people/rolls" variant="default">
          {text.backToRolls}
        </Button>
        {!roll.removed && totals.units > 0 && <ImportLink roll={roll.id} />}
      </PageHeader>
      {totals.units === 0 ? (
        <EmptyState title={text.emptyTitle} hint={text.emptyHint}>
          {!roll.removed && <ImportLink roll={roll.id} />}
        </EmptyState>
      ) : (
        <>
          <OwnersFigures totals={totals} />
          <p className={styles.note}>
            {text.compare}
            {text.source}
          </p>
          {open && <OwnerUnits owner={open} more={moreUnits} asked={asked} refused={refused} />}
          {groups.length > 0 && <Namesakes groups={groups} more={moreGroups} plain={plain} />}
          <Section title={text.ownersTitle}>
            <OwnerList {...list} asked={asked} total={totals.owners} />
          </Section>
          <Section title={text.buildingsTitle} hint={text.buildingsHint}>
            <BuildingsTable
              buildings={buildings}
              totals={totals}
              to={(building) => addressOf({ roll: roll.id, building })}
            />
          </Section>
        </>
      )}
    </>
  );
}

const ImportLink = ({ roll }: { roll: string }) => (
  <Button component={Link} to={`/desk/people/owners/${roll}/import`}>
    {text.import.link}
  </Button>
);

/** What was just done, as the address says it. */
function Done() {
  const [params] = useSearchParams();
  const done = params.get("done") ?? "";
  if (done === "imported") return <Notice>{text.import.imported}</Notice>;
  return done in text.done ? <Notice>{text.done[done as keyof typeof text.done]}</Notice> : null;
}
