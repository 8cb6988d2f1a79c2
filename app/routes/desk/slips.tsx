import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { personalToken } from "#app/commands/meeting-roll.ts";
import { reissueSlip } from "#app/commands/reissue-slip.ts";
import { SlipBar } from "#app/components/desk/slip-bar.tsx";
import { SlipSheet } from "#app/components/desk/slip-sheet.tsx";
import { qrPath } from "#app/components/shared/qr-path.ts";
import { formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import { clockOf, dayOf } from "#app/domain/calendar/day.ts";
import { LABEL_SHEETS, labelsOn } from "#app/domain/meeting/label-sheet.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import { slipRoll } from "#app/queries/personal-slips.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { slipsText } from "#app/text/slips.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? slipsText.title(data.title) : "" }];
/** Every slip is somebody's key to the room. */
export const headers = () => ({ "Cache-Control": "no-store" });

const layout = z.object({
  sheet: z.enum(["3x8", "2x5"]).catch("3x8"),
  from: z.coerce.number().int().min(1).max(labelsOn(LABEL_SHEETS["3x8"])).catch(1),
  /** Only this person's. */
  person: z.string().max(100).nullable().catch(null),
  done: z.literal("reissued").nullable().catch(null),
});

export async function loader(asked: LoaderFunctionArgs) {
  const { house } = asked.context;
  const actor = await requireStaff(asked);
  const query = new URL(asked.request.url).searchParams;
  const { person, ...way } = layout.parse({ person: query.get("person"), ...Object.fromEntries(query) });
  return pageAnswer(async () => {
    const { community, meeting, votesUntil, lines } = await slipRoll(house, actor, asked.params.code ?? "");
    const { id, code, title, state, startsAt, place, demonstration } = meeting;
    const wanted = lines.filter(({ personId }) => person === null || personId === person);
    const slips = wanted.map(({ personId, name, unit, seat, votingRight, tokenRound, holder, principals }) => {
      const token = personalToken(house, id, personId, tokenRound);
      const note = slipsText.proxies(holder, principals);
      const qr = qrPath(`${house.config.publicUrl}/m/${code}?t=${token}`);
      return { id: personId, name, unit, seat, votingRight, note, qr };
    });
    const when = votesUntil ?? startsAt;
    const [date, time] = [formatShortDay(dayOf(when)), clockOf(when)];
    const [day, clock] = votesUntil ? [date, slipsText.until(time)] : [date, time];
    const people = lines.map(({ personId, name, unit }) => ({ id: personId, name, unit }));
    const heading = { community, title, day, clock, place, demonstration };
    const from = Math.min(way.from, labelsOn(LABEL_SHEETS[way.sheet]));
    return { code, ...heading, slips, people, ...way, from, only: person !== null, over: isOver(state) };
  });
}

const reissue = z.object({ person: z.string({ error: slipsText.choose }).min(1, slipsText.choose).max(100) });

/** A new slip for one person; the answer shows that one alone, in the layout that was chosen. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const code = asked.params.code ?? "";
  const form = await formOf(asked.request);
  return formAnswer(form, async () => {
    const { person: personId } = reissue.parse(Object.fromEntries(form));
    await reissueSlip(asked.context.house, actor, { code, personId });
    const { sheet, from } = layout.parse({ person: null, done: null, ...Object.fromEntries(form) });
    const way = new URLSearchParams({ sheet, from: String(from), person: personId, done: "reissued" });
    throw redirect(`/desk/meetings/${encodeURIComponent(code)}/slips?${way}`, 303);
  });
}

/** /desk/meetings/CODE/slips: a sheet to print and cut, outside the desk's frame so that paper carries nothing else. */
export default function Slips() {
  const { code, people, over, only, done, ...sheet } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? (Object.values(answer.fields)[0] ?? answer.message) : null;
  return (
    <>
      <SlipBar
        title={sheet.title}
        here={`/desk/meetings/${code}/slips`}
        back={`/desk/meetings/${code}`}
        count={sheet.slips.length}
        sheet={sheet.sheet}
        from={sheet.from}
        only={only}
        reissued={done === "reissued" ? (sheet.slips[0]?.name ?? null) : null}
        people={over ? [] : people}
        refused={refused}
      />
      <SlipSheet {...sheet} />
    </>
  );
}
