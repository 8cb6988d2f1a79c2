import { Button } from "@mantine/core";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { EmptyState } from "#app/components/desk/empty-state.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { Pager } from "#app/components/desk/pager.tsx";
import { RestorePerson } from "#app/components/desk/restore-person.tsx";
import { RollFilter } from "#app/components/desk/roll-filter.tsx";
import { takesPeople, withRoll } from "#app/components/desk/roll-path.ts";
import { listPath, RollTable } from "#app/components/desk/roll-table.tsx";
import { RollTabs } from "#app/components/desk/roll-tabs.tsx";
import { SampleLinks } from "#app/components/desk/sample-links.tsx";
import type { Actor, House } from "#app/house.ts";
import { personBrief, rollPage } from "#app/queries/people.ts";
import { rollNamed } from "#app/queries/rolls.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { pageAnswer } from "#app/routes/shared/answer.ts";
import { rollAsked } from "#app/routes/shared/roll-asked.ts";
import { deskText } from "#app/text/desk.ts";
import { peopleText as text } from "#app/text/people.ts";
import { rollText } from "#app/text/rolls.ts";
import { amount } from "#app/text/rules.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.title) }];

const view = z.object({
  q: z.string().max(100).catch(""),
  seat: z.string().max(100).nullable().catch(null),
  page: z.coerce.number().int().min(1).catch(1),
});

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const { searchParams } = new URL(asked.request.url);
  const { q, seat, page } = view.parse(
    Object.fromEntries(["q", "seat", "page"].map((name) => [name, searchParams.get(name)])),
  );
  const wanted = { roll: rollAsked(asked.request.url), search: q, seat };
  const list = await pageAnswer(() => rollPage(house, actor, { ...wanted, page }));
  return { ...list, view: wanted, done: await doneOf(house, actor, searchParams) };
}

const count = z.coerce.number().int().min(0).catch(0);

/** What was just done, as the page that did it left it in the address. */
async function doneOf(house: House, actor: Actor, params: URLSearchParams) {
  const deed = params.get("done");
  if (deed === "imported") {
    return {
      sentence: text.imported(count.parse(params.get("added")), count.parse(params.get("updated"))),
      undo: null,
    };
  }
  if (deed === "roll-added") {
    const roll = await rollNamed(house, actor, params.get("roll"));
    return { sentence: rollText.done.added(roll.name), undo: null };
  }
  if (deed === "copied") {
    return {
      sentence: rollText.copied(count.parse(params.get("added")), count.parse(params.get("same"))),
      undo: null,
    };
  }
  if (deed !== "added" && deed !== "saved" && deed !== "removed" && deed !== "restored") return null;
  const person = await personBrief(house, actor, params.get("id") ?? "");
  if (!person || person.removed !== (deed === "removed")) return null;
  return { sentence: text[deed](person.name), undo: person.removed ? person : null };
}

export default function People() {
  const page = useLoaderData<typeof loader>();
  const { roll, rolls, view: shown, done } = page;
  const filled = page.total > 0 && roll.kind === "people";
  return (
    <>
      {done && (
        <Notice>
          {done.sentence}
          {done.undo && <RestorePerson id={done.undo.id} version={done.undo.version} />}
        </Notice>
      )}
      {roll.removed && (
        <Notice kind="mind">
          {rollText.isRemovedName(roll.name)}
          <Link to="/desk/people/rolls">{rollText.manage}</Link>
        </Notice>
      )}
      <PageHeader title={text.title} lead={page.owners ? roll.name : text.count(page.total, page.voting)}>
        {filled && takesPeople(roll) && <Ways roll={roll.id} others={rolls.length > 1} primary="import" />}
      </PageHeader>
      <RollTabs rolls={rolls} here={roll.id} search={shown.search} />
      {roll.id !== null && page.owners && <OwnersRoll id={roll.id} owners={page.total} totals={page.owners} />}
      {filled && <FilledRoll page={page} />}
      {page.total === 0 && !page.owners && <EmptyRoll roll={roll} others={rolls} />}
      {page.removed > 0 && (
        <p>
          <Link to={withRoll("/desk/people/removed", roll.id)}>{text.removedLink(page.removed)}</Link>
        </p>
      )}
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** The people of a roll that match, found by words and seats. */
function FilledRoll({ page }: { page: Page }) {
  const { view: shown } = page;
  const filtered = shown.search !== "" || shown.seat !== null;
  return (
    <>
      <RollFilter seats={page.seats} total={page.total} view={shown} matching={filtered ? page.matching : null} />
      {page.matching === 0 ? (
        <EmptyState title={text.nobodyFound} hint={text.nobodyFoundHint}>
          <Button component={Link} to={withRoll("/desk/people", shown.roll)} variant="default">
            {text.clearSearch}
          </Button>
        </EmptyState>
      ) : (
        <RollTable people={page.people} />
      )}
      <Pager page={page.page} pages={page.pages} to={(at) => listPath(shown, at)} />
    </>
  );
}

/** The ways to put people on a roll; `others`: there are rolls to take them from. */
function Ways({ roll, others, primary }: { roll: string | null; others: boolean; primary: "import" | "copy" }) {
  const variant = (way: typeof primary) => (way === primary ? "filled" : "default");
  return (
    <>
      <Button component={Link} to={withRoll("/desk/people/new", roll)} variant="default">
        {text.add}
      </Button>
      {others && (
        <Button component={Link} to={withRoll("/desk/people/copy", roll)} variant={variant("copy")}>
          {rollText.copy}
        </Button>
      )}
      <Button component={Link} to={withRoll("/desk/people/import", roll)} variant={variant("import")}>
        {text.import}
      </Button>
    </>
  );
}

/** A roll without anybody: of the ways to fill it, the one that is likely shortest stands out. */
function EmptyRoll({ roll, others }: { roll: Page["roll"]; others: Page["rolls"] }) {
  if (!takesPeople(roll)) return <EmptyState title={text.emptyTitle} />;
  const there = others.some((each) => each.id !== roll.id && each.people > 0);
  return (
    <EmptyState title={text.emptyTitle} hint={there ? rollText.emptyHint : text.emptyHint}>
      <Ways roll={roll.id} others={there} primary={there && roll.id !== null ? "copy" : "import"} />
      <SampleLinks />
    </EmptyState>
  );
}

/** Owners are kept with their units, on pages of their own. */
function OwnersRoll({ id, owners, totals }: { id: string; owners: number; totals: { units: number; area: number } }) {
  const { units, area } = totals;
  const words = rollText.owners;
  return (
    <EmptyState
      title={owners + units === 0 ? words.empty : words.count(owners, units, amount(area, "area", ""))}
      hint={words.hint}
    >
      <Button component={Link} to={`/desk/people/owners/${id}`}>
        {words.open}
      </Button>
    </EmptyState>
  );
}
