import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { signIn } from "#app/commands/sign-in.ts";
import { Door, DoorButton } from "#app/components/shared/door.tsx";
import { Field, Refusal } from "#app/components/shared/plain-form.tsx";
import { isSetUp } from "#app/queries/installation.ts";
import { signInText as text } from "#app/text/sign-in.ts";
import { cookies, STAFF_SESSION_DAYS, staffOf } from "./shared/access.ts";
import { type FormRefusal, formAnswer, formOf } from "./shared/answer.ts";
import { safeNext } from "./shared/next.ts";

export const meta: MetaFunction = () => [{ title: text.pageTitle }];

const input = z.object({
  username: z.string().trim().max(100).default(""),
  password: z.string().max(1000).default(""),
  next: z.string().default(""),
});

export async function loader(asked: LoaderFunctionArgs) {
  const next = safeNext(new URL(asked.request.url).searchParams.get("next"));
  if (!(await isSetUp(asked.context.house))) throw redirect("/setup");
  if (await staffOf(asked)) throw redirect(next);
  return { next };
}

export async function action({ request, context: { house } }: ActionFunctionArgs) {
  const form = await formOf(request);
  return formAnswer(form, async () => {
    const { username, password, next } = input.parse(Object.fromEntries(form));
    const userAgent = request.headers.get("User-Agent") ?? "";
    const { value } = await signIn(house, { username, password, userAgent, days: STAFF_SESSION_DAYS });
    throw redirect(safeNext(next), { headers: { "Set-Cookie": await cookies(house.config).staff.serialize(value) } });
  });
}

function sentenceOf(refused: FormRefusal): string {
  const minutes = (refused.details as { minutes?: unknown } | undefined)?.minutes;
  return refused.error === "too-many" && typeof minutes === "number" ? text.tooMany(minutes) : refused.message;
}

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  return (
    <Door title={text.title} lead={text.lead}>
      <Form method="post" reloadDocument>
        {refused && <Refusal>{sentenceOf(refused)}</Refusal>}
        <input type="hidden" name="next" value={next} />
        <Field
          name="username"
          label={text.username}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          defaultValue={refused?.values.username}
        />
        <Field name="password" label={text.password} type="password" autoComplete="current-password" required />
        <DoorButton>{text.submit}</DoorButton>
      </Form>
      <p>{text.resident}</p>
    </Door>
  );
}
