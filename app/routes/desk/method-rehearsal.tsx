import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { RehearsalPage } from "#app/components/desk/rehearsal/rehearsal-page.tsx";
import { type RehearsalAsked, rehearsalOf } from "#app/queries/rehearsal.ts";
import { requireStaff } from "#app/routes/shared/access.ts";
import { pageAnswer } from "#app/routes/shared/answer.ts";
import { deskText } from "#app/text/desk.ts";
import { rehearsalText as text } from "#app/text/rehearsal.ts";

export const handle = { bleed: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: deskText.pageTitle(data ? text.title(data.name) : text.pageTitle) },
];

export async function loader(asked: LoaderFunctionArgs) {
  const actor = await requireStaff(asked);
  return pageAnswer(() => rehearsalOf(asked.context.house, actor, asked.params.id ?? ""));
}

export default function Rehearsal() {
  const page = useLoaderData<typeof loader>() as RehearsalAsked;
  const { id } = useParams();
  return <RehearsalPage {...page} back={{ to: `/desk/methods/${id}`, words: text.toMethod }} />;
}
