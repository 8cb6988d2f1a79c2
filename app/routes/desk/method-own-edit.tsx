import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  Link,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
} from "@remix-run/react";
import { z } from "zod";
import { editionField } from "#app/commands/fields.ts";
import { publishOwnMethod } from "#app/commands/publish-own-method.ts";
import { saveOwnMethod } from "#app/commands/save-own-method.ts";
import { MethodEditor } from "#app/components/desk/method-editor/method-editor.tsx";
import pages from "#app/components/desk/method-editor/page.module.css";
import type { SaveAnswer } from "#app/components/desk/method-editor/use-saving.ts";
import { VersionList } from "#app/components/desk/method-editor/version-list.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { clockWithSecondsOf } from "#app/domain/calendar/day.ts";
import type { Actor, House } from "#app/house.ts";
import { type OwnMethodEdit, ownMethodEdit } from "#app/queries/own-method-edit.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { formOf, pageAnswer, refusalOf } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { methodEditorText as text } from "#app/text/method-editor.ts";

export const handle = { bleed: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data ? text.title(data.method.draft.name) : text.pageTitle) },
];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  return pageAnswer(() => ownMethodEdit(asked.context.house, actor, asked.params.id ?? ""));
}

const sentInput = z.object({
  intent: z.enum(["save", "publish"]),
  edition: editionField,
  /** The draft's JSON: passed on as it was written, so that reading it back cannot change it. */
  draft: z.string(),
});

/** Saves the draft, and publishes it where that was asked. Refusals are answers: the draft stays on the page. */
export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const { house } = asked.context;
  const id = asked.params.id ?? "";
  const form = await formOf(asked.request);
  let edition: number | undefined;
  try {
    const { intent, ...sent } = sentInput.parse(Object.fromEntries(form));
    const saved = await saveOwnMethod(house, actor, { id, version: sent.edition, draft: draftIn(sent.draft) });
    edition = saved.version;
    const published = intent === "publish" ? await publish(house, actor, id, edition) : null;
    const at = clockWithSecondsOf(house.clock());
    return {
      ok: true as const,
      value: { edition: published?.version ?? edition, at, published: published?.published ?? null },
    };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return data({ ok: false as const, ...refusal.body, edition }, refusal.status);
  }
}

const publish = (house: House, actor: Actor, id: string, version: number) =>
  publishOwnMethod(house, actor, { id, version });

/** Whatever is no JSON is no method either: the command says so. */
function draftIn(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return null;
  }
}

/** Only a published version changes what the page was given; what the editor holds goes before what is saved. */
export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  const answer = actionResult as SaveAnswer | undefined;
  return answer ? answer.ok && answer.value.published !== null : defaultShouldRevalidate;
}

/** Without a connection the answer is a sentence: the page and all that was typed stay. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<SaveAnswer> {
  try {
    return (await serverAction()) as SaveAnswer;
  } catch (error) {
    if (error instanceof Response) throw error;
    return { ok: false, error: "offline", message: text.bar.offline };
  }
}

export default function EditOwnMethod() {
  const { method, versions, kit } = useLoaderData<typeof loader>() as OwnMethodEdit;
  return (
    <div className={pages.page}>
      <PageHeader title={text.title(method.draft.name)} lead={text.lead}>
        <Link to="/desk/methods/own">{text.bar.back}</Link>
      </PageHeader>
      <noscript>
        <p>{text.noScript}</p>
      </noscript>
      <MethodEditor key={method.id} method={method} kit={kit} />
      <VersionList id={method.id} versions={versions} />
    </div>
  );
}
