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
import { listPath, RollTable } from "#app/components/desk/roll-table.tsx";
import { SampleLinks } from "#app/components/desk/sample-links.tsx";
import type { Actor, House } from "#app/house.ts";
import { personBrief, rollPage } from "#app/queries/people.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { deskText } from "#app/text/desk.ts";
import { peopleText as text } from "#app/text/people.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.title) }];

const view = z.object({
  q: z.string().max(100).catch(""),
  seat: z.string().max(100).nullable().catch(null),
  page: z.coerce.number().int().min(1).catch(1),
});

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const { searchParams } = new URL(asked.request.url);
  const { q, seat, page } = view.parse(
    Object.fromEntries(["q", "seat", "page"].map((name) => [name, searchParams.get(name)])),
  );
  const roll = await rollPage(asked.context.house, actor, { search: q, seat, page });
  return { ...roll, view: { search: q, seat }, done: await doneOf(asked.context.house, actor, searchParams) };
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
  if (deed !== "added" && deed !== "saved" && deed !== "removed" && deed !== "restored") return null;
  const person = await personBrief(house, actor, params.get("id") ?? "");
  if (!person || person.removed !== (deed === "removed")) return null;
  return { sentence: text[deed](person.name), undo: person.removed ? person : null };
}

export default function People() {
  const { view: shown, done, ...roll } = useLoaderData<typeof loader>();
  const filtered = shown.search !== "" || shown.seat !== null;
  return (
    <>
      {done && (
        <Notice>
          {done.sentence}
          {done.undo && <RestorePerson id={done.undo.id} version={done.undo.version} />}
        </Notice>
      )}
      <PageHeader title={text.title} lead={text.count(roll.total, roll.voting)}>
        {roll.total > 0 && (
          <>
            <Button component={Link} to="/desk/people/new" variant="default">
              {text.add}
            </Button>
            <Button component={Link} to="/desk/people/import">
              {text.import}
            </Button>
          </>
        )}
      </PageHeader>
      {roll.total === 0 ? (
        <EmptyState title={text.emptyTitle} hint={text.emptyHint}>
          <Button component={Link} to="/desk/people/import">
            {text.import}
          </Button>
          <Button component={Link} to="/desk/people/new" variant="default">
            {text.add}
          </Button>
          <SampleLinks />
        </EmptyState>
      ) : (
        <>
          <RollFilter seats={roll.seats} total={roll.total} view={shown} matching={filtered ? roll.matching : null} />
          {roll.matching === 0 ? (
            <EmptyState title={text.nobodyFound} hint={text.nobodyFoundHint}>
              <Button component={Link} to="/desk/people" variant="default">
                {text.clearSearch}
              </Button>
            </EmptyState>
          ) : (
            <RollTable people={roll.people} />
          )}
          <Pager page={roll.page} pages={roll.pages} to={(page) => listPath(shown, page)} />
        </>
      )}
      {roll.removed > 0 && (
        <p>
          <Link to="/desk/people/removed">{text.removedLink(roll.removed)}</Link>
        </p>
      )}
    </>
  );
}
