import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personalToken } from "#app/commands/meeting-roll.ts";
import { SlipBar, SlipSheet } from "#app/components/desk/slip-sheet.tsx";
import { qrPath } from "#app/components/shared/qr-path.ts";
import { TrialBand } from "#app/components/shared/trial-band.tsx";
import { formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import { clockOf, dayOf } from "#app/domain/calendar/day.ts";
import { isTrialCode } from "#app/domain/meeting/trial-code.ts";
import { slipRoll } from "#app/queries/personal-slips.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { pageAnswer } from "#app/routes/shared/answer.ts";
import { slipsText } from "#app/text/slips.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? slipsText.title(data.title) : "" }];
/** Every slip is somebody's key to the room. */
export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader(asked: LoaderFunctionArgs) {
  const { house } = asked.context;
  const actor = await requireStaff(asked);
  return pageAnswer(async () => {
    const { community, meeting, lines } = await slipRoll(house, actor, asked.params.code ?? "");
    const { id, code, title, startsAt, place, demonstration } = meeting;
    const slips = lines.map(({ personId, name, unit, votingRight, tokenRound, holder, principals }) => {
      const token = personalToken(house, id, personId, tokenRound);
      const note = slipsText.proxies(holder, principals);
      return {
        id: personId,
        name,
        unit,
        votingRight,
        note,
        qr: qrPath(`${house.config.publicUrl}/m/${code}?t=${token}`),
      };
    });
    const [day, clock] = [formatShortDay(dayOf(startsAt)), clockOf(startsAt)];
    return { code, community, title, day, clock, place, demonstration, slips };
  });
}

/** /desk/meetings/CODE/slips: a sheet to print and cut, outside the desk's frame so that paper carries nothing else. */
export default function Slips() {
  const { code, ...sheet } = useLoaderData<typeof loader>();
  return (
    <>
      {isTrialCode(code) && <TrialBand face="sheet" />}
      <SlipBar count={sheet.slips.length} title={sheet.title} back={`/desk/meetings/${code}`} />
      <SlipSheet {...sheet} />
    </>
  );
}
