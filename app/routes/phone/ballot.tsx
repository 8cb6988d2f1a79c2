import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { castBallot, personField } from "#app/commands/cast-ballot.ts";
import { addressFor, confirmWords, WhoseVote } from "#app/components/phone/for-others.tsx";
import { PhonePage } from "#app/components/phone/page.tsx";
import type { RefusedWord } from "#app/components/phone/voting.ts";
import { ConfirmStep, RefusedStep } from "#app/components/phone/voting-steps.tsx";
import type { SnapshotPoll, SnapshotProxy } from "#app/domain/meeting/snapshot.ts";
import { type Choice, readBallot, YES_NO } from "#app/domain/poll/form.ts";
import { pageAnswer, readForm } from "#app/routes/shared/answer.ts";
import { choiceIn } from "#app/routes/shared/choice.ts";
import { errorText } from "#app/text/errors.ts";
import { phoneText } from "#app/text/phone.ts";
import { phoneFrame, privately } from "./frame.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? phoneText.title(data.title) : "" }];
export const headers = () => privately;

const input = z.object({
  poll: z.string().max(100).default(""),
  /** Whose ballot it is, where it is not the voter's own. */
  for: personField.optional(),
  confirmed: z.literal("yes").optional(),
});

export async function loader(asked: LoaderFunctionArgs) {
  return pageAnswer(async () => {
    const { me, title, community, demonstration, paths } = await phoneFrame(asked);
    return { title, community, demonstration, paths, me: me && { name: me.name, unit: me.unit } };
  });
}

/**
 * Voting without JavaScript: the choice is posted twice, first to be shown for confirmation, then to be cast.
 * Posted, not asked with GET: a choice must not stay in the phone's history.
 */
export async function action(asked: ActionFunctionArgs) {
  return pageAnswer(async () => {
    const { snapshot, voter, paths } = await phoneFrame(asked);
    if (!voter) throw redirect(paths.room);
    const form = await readForm(asked.request);
    const { poll: pollId, for: forId, confirmed } = input.parse(Object.fromEntries(form));
    const choice = choiceIn(form);
    if (confirmed) {
      const { status } = await castBallot(asked.context.house, voter, { pollId, choice, forId });
      if (status === "recorded" || status === "already-recorded") throw redirect(paths.room, 303);
      return refuse(status);
    }
    const { poll } = snapshot;
    const principal = poll?.proxies?.find(({ personId }) => personId === forId);
    if (forId !== undefined && !principal) return refuse("not-entitled");
    if (poll?.id !== pollId || poll.state !== "open") return refuse("poll-closed");
    if (!readBallot({ form: poll.form ?? YES_NO, options: poll.options }, choice)) return refuse("invalid-choice");
    return data({ step: "confirm" as const, poll, choice, principal });
  });
}

const refuse = (word: RefusedWord) => data({ step: "refused" as const, word }, { status: errorText[word].status });

export default function Ballot() {
  const { me, paths, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PhonePage {...page} who={me ? { ...me, notMe: paths.notMe } : undefined}>
      {answer?.step === "confirm" ? (
        <Confirm {...answer} action={paths.ballot} room={paths.room} />
      ) : answer?.step === "refused" ? (
        <RefusedStep word={answer.word} back={paths.room} />
      ) : (
        <a href={paths.room}>{phoneText.refused.back}</a>
      )}
    </PhonePage>
  );
}

type ConfirmProps = {
  poll: SnapshotPoll;
  choice: Choice;
  principal?: SnapshotProxy | undefined;
  action: string;
  room: string;
};

function Confirm({ poll, choice, principal, action, room }: ConfirmProps) {
  if (!principal) return <ConfirmStep poll={poll} choice={choice} action={action} back={room} />;
  const { name, personId } = principal;
  const whose = { forId: personId, words: confirmWords(name, poll.mode), back: addressFor(room, personId) };
  return (
    <>
      <WhoseVote name={name} />
      <ConfirmStep poll={poll} choice={choice} action={action} {...whose} />
    </>
  );
}
