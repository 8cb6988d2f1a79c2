import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { firstRun } from "#app/commands/first-run.ts";
import { type SetUpInput, setUpInput } from "#app/commands/set-up.ts";
import { signIn } from "#app/commands/sign-in.ts";
import { Door, DoorButton } from "#app/components/shared/door.tsx";
import { Choice, Field, Refusal } from "#app/components/shared/plain-form.tsx";
import { DomainError } from "#app/domain/errors.ts";
import { isSetUp } from "#app/queries/installation.ts";
import { setUpText as text } from "#app/text/set-up.ts";
import styles from "./set-up.module.css";
import { cookies, STAFF_SESSION_DAYS } from "./shared/access.ts";
import { formAnswer, formOf } from "./shared/answer.ts";

export const meta: MetaFunction = () => [{ title: text.title }];

export async function loader({ context: { house } }: LoaderFunctionArgs) {
  if (await isSetUp(house)) throw redirect("/");
  return null;
}

export async function action({ request, context: { house } }: ActionFunctionArgs) {
  if (await isSetUp(house)) throw redirect("/");
  const form = await formOf(request);
  return formAnswer(form, async () => {
    const input = readInput(form);
    await firstRun(house, input);
    const { username, password } = input;
    const userAgent = request.headers.get("User-Agent") ?? "";
    const { value } = await signIn(house, { username, password, userAgent, days: STAFF_SESSION_DAYS });
    throw redirect("/desk", { headers: { "Set-Cookie": await cookies(house.config).staff.serialize(value) } });
  });
}

/** The form's input; names everything that is wrong at once, the repeated password included. */
function readInput(form: FormData): SetUpInput {
  const parsed = setUpInput.safeParse(Object.fromEntries(form));
  const wrong = (parsed.error?.issues ?? []).map(({ path, message }) => ({ field: path.join("."), message }));
  if (form.get("passwordAgain") !== form.get("password")) {
    wrong.push({ field: "passwordAgain", message: text.passwordsDiffer });
  }
  if (!parsed.success || wrong.length > 0) throw new DomainError("invalid-value", wrong);
  return parsed.data;
}

export default function SetUp() {
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  const fieldOf = (name: string) => ({ name, defaultValue: refused?.values[name], error: refused?.fields[name] });
  const secretOf = (name: string) => ({
    name,
    type: "password",
    autoComplete: "new-password",
    error: refused?.fields[name],
  });
  const start = refused?.values.start ?? "empty";
  const kind = refused?.values.kind ?? "community";
  return (
    <Door title={text.title} lead={text.lead} wide>
      <Form method="post" reloadDocument noValidate={refused !== null}>
        {refused && <Refusal>{refused.message}</Refusal>}
        <fieldset className={styles.group}>
          <legend>{text.kindHeading}</legend>
          <div className={styles.pair}>
            {(["community", "street"] as const).map((value) => (
              <Choice
                key={value}
                name="kind"
                value={value}
                label={text.kinds[value]}
                hint={text.kindHints[value]}
                checked={kind === value}
              />
            ))}
          </div>
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{text.placeHeading}</legend>
          <div className={styles.pair}>
            <Field {...fieldOf("community")} label={text.community} hint={text.communityExample} required />
            <Field {...fieldOf("street")} label={text.street} hint={text.streetExample} required />
          </div>
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{text.accountHeading}</legend>
          <div className={styles.pair}>
            <Field {...fieldOf("name")} label={text.staffName} autoComplete="name" required />
            <Field
              {...fieldOf("username")}
              label={text.username}
              hint={text.usernameHint}
              autoComplete="username"
              required
            />
            <Field {...secretOf("password")} label={text.password} hint={text.passwordHint} minLength={8} required />
            <Field {...secretOf("passwordAgain")} label={text.repeat} required />
          </div>
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{text.startHeading}</legend>
          <div className={styles.pair}>
            <Choice name="start" value="empty" label={text.empty} hint={text.emptyHint} checked={start === "empty"} />
            <Choice
              name="start"
              value="demonstration"
              label={text.demonstration}
              hint={text.demonstrationHint}
              checked={start === "demonstration"}
            />
          </div>
        </fieldset>
        <DoorButton>{text.submit}</DoorButton>
      </Form>
    </Door>
  );
}
