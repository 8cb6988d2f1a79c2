import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { checkIn, checkInByName, tokenInput } from "#app/commands/check-in.ts";
import { plainField } from "#app/commands/fields.ts";
import { ByNameForm } from "#app/components/phone/check-in-forms.tsx";
import { PhonePage } from "#app/components/phone/page.tsx";
import { cleanText } from "#app/domain/plain-text.ts";
import { cookies, deviceOf } from "#app/routes/shared/access.ts";
import { type FormRefusal, formAnswer, formOf, pageAnswer } from "#app/routes/shared/answer.ts";
import { phoneText } from "#app/text/phone.ts";
import { phoneFrame, phonePaths, privately } from "./frame.ts";

const { byName, identity } = phoneText;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? phoneText.title(data.title) : "" }];
export const headers = () => privately;

const nameInput = z.object({
  name: plainField(byName.name, 50),
  /** Absent until namesakes are asked for it; empty for somebody on the roll without a building. */
  unit: z
    .string()
    .max(100)
    .transform((raw) => cleanText(raw))
    .optional(),
  /** Digits typed with a Chinese keyboard may be full width, and grouped. */
  roomCode: z
    .string()
    .default("")
    .transform((typed) => typed.normalize("NFKC").replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, byName.roomCodeRule)),
});

export async function loader(asked: LoaderFunctionArgs) {
  return pageAnswer(async () => {
    const { title, community, demonstration, paths } = await phoneFrame(asked);
    const slip = new URL(asked.request.url).searchParams.get("slip");
    return { title, community, demonstration, paths, notice: slip === "other" ? identity.wrongSlip : undefined };
  });
}

/** A personal token, or one's name with the screen's digits: in either case the phone is bound to the person. */
export async function action(asked: ActionFunctionArgs) {
  const { request, params, context } = asked;
  const { house } = context;
  const form = await formOf(request);
  return formAnswer(form, async () => {
    const code = params.code ?? "";
    const device = await deviceOf(asked);
    const typed = Object.fromEntries(form);
    const { key } =
      "token" in typed
        ? await checkIn(house, { code, ...tokenInput.parse(typed), device })
        : await checkInByName(house, { code, ...nameInput.parse(typed), device });
    device.headers.append("Set-Cookie", await cookies(house.config).voter.serialize(key));
    throw redirect(phonePaths(code).room, { headers: device.headers });
  });
}

export default function CheckIn() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && !answer.ok ? answer : null;
  return (
    <PhonePage {...page}>
      <ByNameForm action={page.paths.checkIn} notice={page.notice} {...(refused ? whatIsWrong(refused) : {})} />
    </PhonePage>
  );
}

/** Namesakes are asked for their building; two of them in one building can only be told apart by staff. */
function whatIsWrong({ fields, values, message, details }: FormRefusal) {
  const { units } = (details ?? {}) as { units?: string[] };
  if (!units) return { fields, values, message: Object.keys(fields).length > 0 ? undefined : message };
  const different = [...new Set(units)];
  const hopeless = values.unit !== undefined || different.length === 1;
  if (hopeless) return { fields, values, message: byName.sameUnit };
  return { fields, values, units: different, tone: "notice" as const, message: byName.namesakes };
}
