import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addCommunity, addCommunityInput } from "#app/commands/add-community.ts";
import { endApiToken, makeApiToken } from "#app/commands/api-tokens.ts";
import { changePassword, endOtherSessions, passwordInput } from "#app/commands/change-password.ts";
import { plainField } from "#app/commands/fields.ts";
import { saveSettings, settingsInput } from "#app/commands/save-settings.ts";
import { endSession } from "#app/commands/sign-in.ts";
import { CommunityForm } from "#app/components/desk/community-form.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader, Section } from "#app/components/desk/page-header.tsx";
import { PasswordForm } from "#app/components/desk/password-form.tsx";
import { SessionList } from "#app/components/desk/session-list.tsx";
import { StreetCommunities } from "#app/components/desk/street-communities.tsx";
import { TokenList } from "#app/components/desk/token-list.tsx";
import type { Actor, House } from "#app/house.ts";
import { settingsPage } from "#app/queries/settings.ts";
import { cookieValue, requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf } from "#app/routes/shared/answer.ts";
import { bodyText } from "#app/text/bodies.ts";
import { deskText } from "#app/text/desk.ts";
import { settingsText as text } from "#app/text/settings.ts";

export const meta: MetaFunction = () => [{ title: deskText.pageTitle(text.title) }];

type Asked = LoaderFunctionArgs | ActionFunctionArgs;
const sessionOf = ({ request, context: { house } }: Asked) =>
  cookieValue(house.config, "staff", request.headers.get("Cookie"));

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  const page = await settingsPage(asked.context.house, actor, await sessionOf(asked));
  const done = z.enum(["community", "password", "sessions", "session", "token"]).nullable().catch(null);
  return { ...page, done: done.parse(new URL(asked.request.url).searchParams.get("done")) };
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const session = await sessionOf(asked);
  const form = await formOf(asked.request);
  return formAnswer(form, () => act(asked.context.house, actor, form, session));
}

const byId = z.object({ id: z.string() });
const tokenInput = z.object({ label: plainField(text.tokenLabel, 50) });

/** One of the page's acts. A new token and a new account are shown in the answer, once; the others lead back to the page. */
async function act(house: House, actor: Actor, form: FormData, session: string | null) {
  const typed = Object.fromEntries(form);
  switch (form.get("intent")) {
    case "community":
      await saveSettings(house, actor, settingsInput.parse(typed));
      throw redirect("/desk/settings?done=community");
    case "password":
      await changePassword(house, actor, passwordInput.parse(typed), session);
      throw redirect("/desk/settings?done=password");
    case "end-others":
      await endOtherSessions(house, actor, session);
      throw redirect("/desk/settings?done=sessions#sessions");
    case "end-session":
      await endSession(house, actor, byId.parse(typed).id);
      throw redirect("/desk/settings?done=session#sessions");
    case "revoke-token":
      await endApiToken(house, actor, byId.parse(typed).id);
      throw redirect("/desk/settings?done=token#tokens");
    case "add-community":
      return { account: await addCommunity(house, actor, addCommunityInput.parse(typed)), token: null };
    default: {
      const { label } = tokenInput.parse(typed);
      return { account: null, token: { label, ...(await makeApiToken(house, actor, label)) } };
    }
  }
}

export default function Settings() {
  const { words, seen, kind, communities, sessions, tokens, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const made = answer?.ok ? answer.value : null;
  const refusedAs = (intent: string) => (refused?.values.intent === intent ? refused : null);
  return (
    <>
      {done && !answer && <Notice>{text.saved[done]}</Notice>}
      <PageHeader title={text.title} />
      <CommunityForm key={seen} words={words} seen={seen} kind={kind} refused={refusedAs("community")} />
      {communities && (
        <StreetCommunities
          street={words.name}
          communities={communities}
          made={made?.account ?? null}
          refused={refusedAs("add-community")}
        />
      )}
      <Section title={bodyText.title} hint={bodyText.settingsHint}>
        <Link to="/desk/bodies">{bodyText.link}</Link>
      </Section>
      <PasswordForm refused={refusedAs("password")} />
      <SessionList sessions={sessions} />
      <TokenList tokens={tokens} made={made?.token ?? null} refused={refusedAs("make-token")} />
    </>
  );
}
