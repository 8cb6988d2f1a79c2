import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { answerStraw } from "#app/commands/answer-straw.ts";
import { PhonePage } from "#app/components/phone/page.tsx";
import { StrawRefused } from "#app/components/phone/straw-refused.tsx";
import { pageAnswer, readForm } from "#app/routes/shared/answer.ts";
import { phoneText } from "#app/text/phone.ts";
import { answerStatus } from "#app/text/straw.ts";
import { phoneFrame, privately } from "./frame.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? phoneText.title(data.title) : "" }];
export const headers = () => privately;

const input = z.object({ straw: z.string().max(100).default(""), choice: z.string().max(20).default("") });

export async function loader(asked: LoaderFunctionArgs) {
  return pageAnswer(async () => {
    const { me, title, community, demonstration, paths } = await phoneFrame(asked);
    return { title, community, demonstration, paths, me: me && { name: me.name, unit: me.unit } };
  });
}

/** Answering a mood check without JavaScript: one tap, no confirmation, and back to the room, where the tap is shown and can be changed. */
export async function action(asked: ActionFunctionArgs) {
  return pageAnswer(async () => {
    const { voter, paths } = await phoneFrame(asked);
    if (!voter) throw redirect(paths.room);
    const { straw, choice } = input.parse(Object.fromEntries(await readForm(asked.request)));
    const { status } = await answerStraw(asked.context.house, voter, { strawId: straw, choice });
    if (status === "answered") throw redirect(paths.room, 303);
    return data({ word: status }, { status: answerStatus[status] });
  });
}

export default function Straw() {
  const { me, paths, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <PhonePage {...page} who={me ? { ...me, notMe: paths.notMe } : undefined}>
      {refused ? (
        <StrawRefused word={refused.word} back={paths.room} />
      ) : (
        <a href={paths.room}>{phoneText.refused.back}</a>
      )}
    </PhonePage>
  );
}
