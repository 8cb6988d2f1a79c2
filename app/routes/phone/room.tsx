import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ByNameForm, IdentityForm } from "#app/components/phone/check-in-forms.tsx";
import { PhonePage } from "#app/components/phone/page.tsx";
import { Room } from "#app/components/phone/room.tsx";
import { CalledOff } from "#app/components/phone/waiting.tsx";
import { useLive } from "#app/components/shared/use-live.ts";
import { useTrialEnd } from "#app/components/shared/use-trial-end.ts";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import { tokenHolder } from "#app/queries/phone-door.ts";
import { deviceOf } from "#app/routes/shared/access.ts";
import { pageAnswer } from "#app/routes/shared/answer.ts";
import { phoneText } from "#app/text/phone.ts";
import { phoneFrame, privately } from "./frame.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? phoneText.title(data.title) : "" }];
export const headers = () => privately;

export async function loader(asked: LoaderFunctionArgs) {
  return pageAnswer(async () => {
    const frame = await phoneFrame(asked);
    const { voter: _voter, me, snapshot, ...page } = frame;
    const { state, cancelReason = "" } = snapshot.meeting;
    if (!me && state === "cancelled") return data({ ...page, view: "cancelled" as const, cancelReason });
    const query = new URL(asked.request.url).searchParams;
    const token = query.get("t");
    const { headers } = await deviceOf(asked);
    if (token !== null) {
      const holder = await tokenHolder(asked.context.house, page.code, token.slice(0, 100));
      if (holder && holder.personId === me?.personId) throw redirect(page.paths.room, { headers });
      const { name, unit } = holder ?? {};
      const who = name === undefined ? null : { name, unit: unit ?? "" };
      return data({ ...page, view: "slip" as const, who, token }, { headers });
    }
    if (!me) return data({ ...page, view: "door" as const }, { headers });
    const room = { me: { name: me.name, unit: me.unit }, votingRight: me.votingRight, ...asks(query) };
    return data({ ...page, view: "room" as const, snapshot, ...room }, { headers });
  });
}

/** What a phone without JavaScript asks for by its address: to change a named ballot, to vote for somebody else. */
const asks = (query: URLSearchParams) => ({ changing: query.get("change"), votingFor: query.get("for") });

/** /m/CODE: the slip's holder is asked who they are, strangers are asked to check in, everyone else is in the room. */
export default function PhoneRoom() {
  const page = useLoaderData<typeof loader>();
  const { paths } = page;
  if (page.view === "room") return <InTheRoom {...page} />;
  if (page.view === "cancelled") {
    return (
      <PhonePage {...page} who={undefined}>
        <CalledOff reason={page.cancelReason} />
      </PhonePage>
    );
  }
  if (page.view === "slip" && page.who) {
    return (
      <PhonePage {...page} who={undefined}>
        <IdentityForm who={page.who} token={page.token} action={paths.checkIn} other={`${paths.checkIn}?slip=other`} />
      </PhonePage>
    );
  }
  return (
    <PhonePage {...page} who={undefined}>
      <ByNameForm action={paths.checkIn} notice={page.view === "slip" ? phoneText.identity.badSlip : undefined} />
    </PhonePage>
  );
}

type InTheRoomProps = {
  code: string;
  community: string;
  demonstration: boolean;
  paths: { room: string; ballot: string; straw: string; notMe: string };
  me: { name: string; unit: string };
  votingRight: boolean;
  changing: string | null;
  votingFor: string | null;
  snapshot: MeetingSnapshot;
};

function InTheRoom({
  code,
  me,
  paths,
  votingRight,
  changing,
  votingFor,
  community,
  demonstration,
  ...page
}: InTheRoomProps) {
  const live = useLive({ meeting: code, as: "voter" }, page.snapshot);
  useTrialEnd(code, live.connection);
  return (
    <PhonePage community={community} demonstration={demonstration} who={{ ...me, notMe: paths.notMe }}>
      <Room {...live} votingRight={votingRight} changing={changing} votingFor={votingFor} paths={paths} />
    </PhonePage>
  );
}
