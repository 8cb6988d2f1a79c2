import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NotMeForm } from "#app/components/phone/check-in-forms.tsx";
import { PhonePage } from "#app/components/phone/page.tsx";
import { cookies } from "#app/routes/shared/access.ts";
import { pageAnswer } from "#app/routes/shared/answer.ts";
import { phoneText } from "#app/text/phone.ts";
import { phoneFrame, phonePaths, privately } from "./frame.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? phoneText.title(data.title) : "" }];
export const headers = () => privately;

export async function loader(asked: LoaderFunctionArgs) {
  return pageAnswer(async () => {
    const { me, title, community, demonstration, paths } = await phoneFrame(asked);
    if (!me) throw redirect(paths.room);
    return { title, community, demonstration, paths, me: { name: me.name, unit: me.unit } };
  });
}

/** Forgets who this phone is. The person stays present: only staff take somebody's attendance back. */
export async function action({ params, context: { house } }: ActionFunctionArgs) {
  const gone = await cookies(house.config).voter.serialize("", { maxAge: 0 });
  return redirect(phonePaths(params.code ?? "").room, { headers: { "Set-Cookie": gone } });
}

export default function NotMe() {
  const { me, paths, ...page } = useLoaderData<typeof loader>();
  return (
    <PhonePage {...page}>
      <NotMeForm who={me} action={paths.notMe} back={paths.room} />
    </PhonePage>
  );
}
