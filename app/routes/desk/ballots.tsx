import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BallotBar } from "#app/components/desk/ballot-bar.tsx";
import { BallotSheet } from "#app/components/desk/ballot-sheet.tsx";
import { ballotsPerPage } from "#app/domain/meeting/ballot-sheet.ts";
import { ballotSheets } from "#app/queries/ballot-sheets.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { pageAnswer } from "#app/routes/shared/answer.ts";
import { ballotSheetText as text } from "#app/text/ballot-sheet.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? text.title(data.title) : text.heading },
];
/** Ballots to be: what lies in a cache could be printed by somebody else. */
export const headers = () => ({ "Cache-Control": "no-store" });

const MOST = 1000;
const layout = z.object({
  ballot: z.string().max(100).nullable().catch(null),
  each: z.enum(["1", "2", "4"]).catch("2"),
  copies: z.coerce.number().int().min(1).max(MOST).nullable().catch(null),
});

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const query = new URL(asked.request.url).searchParams;
  const way = layout.parse({ ballot: query.get("ballot"), each: query.get("each"), copies: query.get("copies") });
  return pageAnswer(async () => {
    const { ballots, voters, ...meeting } = await ballotSheets(asked.context.house, actor, asked.params.code ?? "");
    const chosen = ballots.find(({ key }) => key === way.ballot) ?? ballots[0] ?? null;
    const each = chosen && ballotsPerPage(chosen, way.each);
    const copies = way.copies ?? Math.min(MOST, Math.max(1, voters));
    return { ...meeting, ballots, voters, chosen, asked: way.each, each, copies };
  });
}

/** /desk/meetings/CODE/ballots: paper ballots to print and cut, outside the desk's frame so that paper carries nothing else. */
export default function Ballots() {
  const { code, title, ballots, chosen, asked, each, copies, voters, demonstration } = useLoaderData<typeof loader>();
  return (
    <>
      <BallotBar {...{ title, ballots, chosen, asked, each, copies, voters }} back={`/desk/meetings/${code}`} />
      <main>
        {chosen && each && <BallotSheet words={chosen} each={each} copies={copies} demonstration={demonstration} />}
      </main>
    </>
  );
}
