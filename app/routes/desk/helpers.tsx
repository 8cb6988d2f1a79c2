import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { helperInput, makeHelperDeviceHere, makeHelperLink, revokeHelperDevice } from "#app/commands/helper-device.ts";
import { MadeHelperLink, NewHelperDevice } from "#app/components/desk/helper-link.tsx";
import { HelperList } from "#app/components/desk/helper-list.tsx";
import { Notice } from "#app/components/desk/notice.tsx";
import { PageHeader } from "#app/components/desk/page-header.tsx";
import { qrPath } from "#app/components/shared/qr-path.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import type { Actor, House } from "#app/house.ts";
import { helperDevicesPage } from "#app/queries/helper-devices.ts";
import { cookies, requireStaff } from "#app/routes/shared/access.ts";
import { formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { helpersText as text } from "#app/text/helpers.ts";

export const meta: MetaFunction<typeof loader> = () => [{ title: deskText.pageTitle(text.title) }];
/** The answer to making a link holds its key. */
export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  return pageAnswer(() => helperDevicesPage(asked.context.house, actor, asked.params.code ?? ""));
}

export async function action(asked: ActionFunctionArgs) {
  const actor = await requireStaff(asked);
  const form = await formOf(asked.request);
  return formAnswer(form, () => act(asked.context.house, actor, asked.params.code ?? "", form));
}

/** A new link is shown in the answer, once; the others lead on. */
async function act(house: House, actor: Actor, code: string, form: FormData) {
  switch (form.get("intent")) {
    case "here": {
      const { key } = await makeHelperDeviceHere(house, actor, code);
      const headers = { "Set-Cookie": await cookies(house.config).helper.serialize(key) };
      throw redirect(`/m/${encodeURIComponent(code)}/assist`, { headers });
    }
    case "revoke":
      await revokeHelperDevice(house, actor, { code, id: String(form.get("id") ?? "") });
      throw redirect(`/desk/meetings/${encodeURIComponent(code)}/helpers?done=revoked`);
    default: {
      const { helper } = helperInput.parse(Object.fromEntries(form));
      const { key } = await makeHelperLink(house, actor, { code, helper });
      const link = `${house.config.publicUrl}/m/${code}/assist?k=${key}`;
      return { helper, link, qr: qrPath(link) };
    }
  }
}

/** /desk/meetings/CODE/helpers: tablets that go round the table. */
export default function Helpers() {
  const { meeting, devices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const made = answer?.ok ? answer.value : null;
  const refused = answer && !answer.ok ? answer : null;
  return (
    <>
      {search.get("done") === "revoked" && !answer && <Notice>{text.revoked}</Notice>}
      <PageHeader title={text.title} lead={text.lead(meeting.title)}>
        <Link to={`/desk/meetings/${meeting.code}`}>{text.back}</Link>
      </PageHeader>
      {made && <MadeHelperLink {...made} />}
      {isOver(meeting.state) ? (
        <Notice kind="mind">{text.over}</Notice>
      ) : (
        <NewHelperDevice key={made?.link ?? ""} refused={refused} />
      )}
      <HelperList devices={devices} />
    </>
  );
}
