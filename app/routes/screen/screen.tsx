import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, useLoaderData, useParams, useRouteError } from "@remix-run/react";
import { z } from "zod";
import { KeyHelp, KeyNotice } from "#app/components/screen/key-help.tsx";
import styles from "#app/components/screen/screen.module.css";
import { Screen } from "#app/components/screen/screen.tsx";
import { ScreenTrouble } from "#app/components/screen/trouble.tsx";
import { qrPath } from "#app/components/shared/qr-path.ts";
import { TrialBand } from "#app/components/shared/trial-band.tsx";
import { useLive, useTicking } from "#app/components/shared/use-live.ts";
import { useTrialEnd } from "#app/components/shared/use-trial-end.ts";
import { formatDateTime } from "#app/domain/calendar/chinese-date.ts";
import { DomainError } from "#app/domain/errors.ts";
import { isTrialCode } from "#app/domain/meeting/trial-code.ts";
import { findMeetingGate } from "#app/queries/meeting-gate.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { staffOf } from "#app/routes/shared/access.ts";
import { pageAnswer, readForm, refusalOf } from "#app/routes/shared/answer.ts";
import { screenText } from "#app/text/screen.ts";
import { present } from "./present.ts";
import { usePresenter } from "./use-presenter.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? screenText.title(data.snapshot.meeting.title) : "" },
];

export async function loader({ request, params, context: { house } }: LoaderFunctionArgs) {
  return pageAnswer(async () => {
    const code = params.code ?? "";
    const snapshot = await meetingSnapshot(house, code);
    const qr = qrPath(`${house.config.publicUrl}/m/${code}`);
    const when = formatDateTime(new Date(snapshot.meeting.startsAt));
    const key = new URL(request.url).searchParams.get("k") ?? undefined;
    return { code, snapshot, qr, when, key };
  });
}

const pressed = z.object({ key: z.enum(["next", "back", "black", "qr"]), seen: z.string().max(200).default("") });

/** A presenter's key, from a window whose browser is signed in as staff of this community. Answers why nothing happened. */
export async function action(asked: ActionFunctionArgs) {
  const { request, params, context } = asked;
  const { house } = context;
  const code = params.code ?? "";
  const [actor, gate] = [await staffOf(asked), await findMeetingGate(house, { code })];
  if (!actor || gate?.communityId !== actor.communityId) return data({ why: "no-right" as const }, { status: 403 });
  try {
    const press = pressed.parse(Object.fromEntries(await readForm(request)));
    return { why: await present(house, actor, gate.id, await meetingSnapshot(house, code), press) };
  } catch (error) {
    // Another window or the desk was quicker: the picture follows by itself.
    if (error instanceof DomainError && error.word === "stale") return { why: null };
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return data({ why: "refused" as const, message: refusal.body.message }, { status: refusal.status });
  }
}

/** A key pressed while the server is away says so; the picture stays. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { why: "unreached" as const };
  }
}

/** What a key changed comes over the live line, to every window alike. */
export const shouldRevalidate = () => false;

/** /screen/CODE: the projector's page. Any number of windows follow the same meeting. */
export default function ScreenPage() {
  const { code, snapshot, qr, when, key } = useLoaderData<typeof loader>();
  const live = useLive(key ? { screen: code, k: key } : { screen: code }, snapshot);
  const now = useTicking(live.serverNow, live.snapshot.now, 500);
  const { help, notice } = usePresenter(live.snapshot);
  useTrialEnd(code, live.connection);
  return (
    <div className={isTrialCode(code) ? styles.rehearsed : undefined}>
      {isTrialCode(code) && <TrialBand face="screen" />}
      <Screen {...live} qr={qr} when={when} now={now} />
      {help ? <KeyHelp /> : null}
      {notice ? <KeyNotice>{notice}</KeyNotice> : null}
    </div>
  );
}

/** Nobody stands at the projector's keyboard: a page that could not be shown tries again by itself. */
export function ErrorBoundary() {
  const over = isTrialCode(useParams().code ?? "");
  return <ScreenTrouble error={useRouteError()} over={over} />;
}
