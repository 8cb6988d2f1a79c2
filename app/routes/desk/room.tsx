import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { RoomPage } from "#app/components/desk/room/room-page.tsx";
import type { ActAnswer } from "#app/components/desk/room/use-act.tsx";
import { keepLast } from "#app/components/shared/keep-last.ts";
import { requireMeetingGate } from "#app/queries/meeting-gate.ts";
import { meetingRoom } from "#app/queries/meeting-room.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { roomText as text } from "#app/text/room.ts";
import type { DeskHandle } from "./layout.tsx";
import { actInRoom } from "./room-acts.ts";

export const handle: DeskHandle = { bleed: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data ? `${data.view.meeting.title} · ${text.pageTitle}` : text.pageTitle) },
];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const code = asked.params.code ?? "";
  return pageAnswer(async () => {
    const view = await meetingRoom(house, actor, code, new URL(asked.request.url).searchParams.get("item"));
    // Called off while the page was open, or reached by an old link: there is no room to be in.
    if (view.meeting.state === "cancelled") throw redirect(`/desk/meetings/${code}`);
    const phones = house.trialRun?.phones.state() ?? null;
    return { view, snapshot: await meetingSnapshot(house, code), phones };
  });
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const form = await formOf(asked.request);
  return formAnswer(form, async () => {
    const meeting = await requireMeetingGate(house, asked.params.code ?? "");
    return actInRoom(house, actor, meeting, form);
  });
}

type Read = Awaited<ReturnType<typeof loader>>;

/** The live line asks again when it is back. */
const kept = keepLast<Read>(({ pathname, search }) => pathname + search);
export const clientLoader = kept.load;

/** An act that did not reach the server says so beside its form, which keeps what was typed. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<ActAnswer> {
  try {
    return await serverAction<ActAnswer>();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, error: "offline", message: text.offline, fields: {}, values: {} };
  }
}

export default function Room() {
  const { view, snapshot, phones } = kept.useRemembered(useLoaderData<Read>() as Read);
  return <RoomPage view={view} snapshot={snapshot} phones={phones} answer={useActionData<ActAnswer>()} />;
}
