import type { LoaderFunctionArgs } from "@remix-run/node";
import type { House, Voter } from "#app/house.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { lineOfVoter, type RollLine } from "#app/queries/phone-door.ts";
import { voterOf } from "#app/routes/shared/access.ts";

/** Addresses of one meeting's phone pages. */
export const phonePaths = (code: string) => {
  const room = `/m/${encodeURIComponent(code)}`;
  return {
    room,
    checkIn: `${room}/check-in`,
    notMe: `${room}/not-me`,
    ballot: `${room}/ballot`,
    straw: `${room}/straw`,
    textSize: `${room}/text-size`,
    assist: `${room}/assist`,
    assistBallot: `${room}/assist/ballot`,
  };
};

/** What every phone page needs: the meeting, its addresses, and who this phone is checked in as. Throws unknown-meeting. */
export async function phoneFrame(asked: LoaderFunctionArgs) {
  const code = asked.params.code ?? "";
  const { voter, line } = await checkedIn(asked, asked.context.house, code);
  const snapshot = await meetingSnapshot(asked.context.house, code, voter);
  const { community, demonstration, title } = snapshot.meeting;
  const paths = phonePaths(code);
  return { code, paths, title, community, demonstration, snapshot, voter, me: line };
}

/** Who this phone is in this meeting; both null for anyone else, also for people checked in at another meeting. */
async function checkedIn(
  asked: LoaderFunctionArgs,
  house: House,
  code: string,
): Promise<{ voter: Voter; line: RollLine } | { voter: null; line: null }> {
  const voter = await voterOf(asked);
  const line = await lineOfVoter(house, code, voter);
  return voter && line ? { voter, line } : { voter: null, line: null };
}

/** Personal pages are never kept by the browser: the next holder of the phone must not find them with the back button. */
export const privately = { "Cache-Control": "no-store" };
