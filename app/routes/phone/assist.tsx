import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { assistBallot } from "#app/commands/assist-ballot.ts";
import { openHelperDevice } from "#app/commands/helper-device.ts";
import { vouchPresence } from "#app/commands/vouch-presence.ts";
import { AssistDoor, AssistTrouble } from "#app/components/phone/assist/door.tsx";
import { AssistRoom } from "#app/components/phone/assist/room.tsx";
import { ConfirmFor } from "#app/components/phone/assist/steps.tsx";
import { PhonePage } from "#app/components/phone/page.tsx";
import { RefusedStep } from "#app/components/phone/voting-steps.tsx";
import { cleanText } from "#app/domain/plain-text.ts";
import { type Choice, readBallot, YES_NO } from "#app/domain/poll/form.ts";
import { tableOf } from "#app/queries/at-table.ts";
import { linkHolder } from "#app/queries/helper-devices.ts";
import { cookies, deviceOf } from "#app/routes/shared/access.ts";
import { pageAnswer, readForm } from "#app/routes/shared/answer.ts";
import { choiceIn } from "#app/routes/shared/choice.ts";
import { assistText as text } from "#app/text/assist.ts";
import { errorText } from "#app/text/errors.ts";
import { assistFrame, openOnTablet, requireHelper } from "./assist-frame.ts";
import { phonePaths, privately } from "./frame.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? text.title(data.title) : "" }];
export const headers = () => privately;
/** A tablet is wider than a phone. */
export const handle = { wide: true };

export async function loader(asked: LoaderFunctionArgs) {
  return pageAnswer(async () => {
    const { snapshot, helper, trouble } = await assistFrame(asked);
    const { title, community, demonstration, code } = snapshot.meeting;
    const page = { code, title, community, demonstration, paths: phonePaths(code) };
    const query = new URL(asked.request.url).searchParams;
    const link = query.get("k")?.slice(0, 100);
    if (link !== undefined) {
      const { id: device, headers } = await deviceOf(asked);
      const holder = await linkHolder(asked.context.house, code, { link, device });
      if (holder !== null) return data({ ...page, view: "door" as const, holder, link }, { headers });
      if (!trouble) throw redirect(page.paths.assist);
    }
    if (!helper || trouble)
      return data({ ...page, view: "trouble" as const, why: trouble ?? "unknown" }, { status: 403 });
    const find = cleanText((query.get("find") ?? "").slice(0, 50));
    const who = query.get("who")?.slice(0, 100) ?? null;
    const table = await tableOf(asked.context.house, helper, { pollId: openOnTablet(snapshot)?.id ?? null, find, who });
    const asking = { find, just: query.has("done"), helperName: helper.name };
    return data({ ...page, view: "table" as const, ...asking, table, snapshot });
  });
}

const input = z.object({
  link: z.string().max(100).optional(),
  present: z.string().max(100).optional(),
  poll: z.string().max(100).default(""),
  confirmed: z.literal("yes").optional(),
});
type Plain = Pick<z.infer<typeof input>, "poll" | "confirmed"> & { choice: Choice };

/**
 * Opens the link on this tablet; marks somebody present; and, without JavaScript, takes a ballot: the choice is posted twice, first to be
 * shown for confirmation, then to be cast. Whatever stays in the tablet's history leads to pages that know no choice any more.
 */
export async function action(asked: ActionFunctionArgs) {
  return pageAnswer(async () => {
    const { house } = asked.context;
    const code = asked.params.code ?? "";
    const { assist } = phonePaths(code);
    const form = await readForm(asked.request);
    const sent = input.parse(Object.fromEntries(form));
    if (sent.link !== undefined) {
      const { id: device, headers } = await deviceOf(asked);
      const { key } = await openHelperDevice(house, { code, link: sent.link, device });
      headers.append("Set-Cookie", await cookies(house.config).helper.serialize(key));
      throw redirect(assist, { headers });
    }
    const helper = await requireHelper(asked);
    if (sent.present !== undefined) {
      await vouchPresence(house, helper, sent.present);
      throw redirect(`${assist}?who=${encodeURIComponent(sent.present)}`, 303);
    }
    const who = new URL(asked.request.url).searchParams.get("who") ?? "";
    return takePlainBallot(asked, who, { ...sent, choice: choiceIn(form) });
  });
}

async function takePlainBallot(asked: ActionFunctionArgs, who: string, { poll: pollId, choice, confirmed }: Plain) {
  const { house } = asked.context;
  const { snapshot, helper } = await assistFrame(asked);
  const poll = openOnTablet(snapshot);
  const here = `${phonePaths(snapshot.meeting.code).assist}?who=${encodeURIComponent(who)}`;
  if (!helper) throw redirect(here, 303);
  if (confirmed) {
    const { status } = await assistBallot(house, helper, { personId: who, pollId, choice });
    if (status === "recorded" || status === "already-recorded") throw redirect(`${here}&done`, 303);
    return refuse(status);
  }
  const { person } = await tableOf(house, helper, { pollId: poll?.id ?? null, find: "", who });
  // Found again in the tablet's history after the ballot was cast: the choice is shown to nobody a second time.
  if (person?.standing !== "ready") throw redirect(here, 303);
  if (poll?.id !== pollId) return refuse("poll-closed");
  if (!readBallot({ form: poll.form ?? YES_NO, options: poll.options }, choice)) return refuse("invalid-choice");
  return data({ step: "confirm" as const, poll, choice });
}

const refuse = (word: "poll-closed" | "invalid-choice" | "not-entitled" | "busy") =>
  data({ step: "refused" as const, word }, { status: errorText[word].status });

/** /m/CODE/assist: one tablet that a helper passes round the table. */
export default function Assist() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { paths } = page;
  const person = page.view === "table" ? page.table.person : null;
  return (
    <PhonePage {...page} who={undefined}>
      {page.view === "door" ? (
        <AssistDoor helper={page.holder} link={page.link} action={paths.assist} />
      ) : page.view === "trouble" ? (
        <AssistTrouble why={page.why} />
      ) : answer?.step === "confirm" && person ? (
        <ConfirmFor person={person} poll={answer.poll} choice={answer.choice} assist={paths.assist} />
      ) : answer?.step === "refused" ? (
        <RefusedStep word={answer.word} back={paths.assist} />
      ) : (
        <AssistRoom {...page} />
      )}
    </PhonePage>
  );
}
