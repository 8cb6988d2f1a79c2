import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { textSizeCookie } from "#app/components/phone/text-size.tsx";
import { formOf } from "#app/routes/shared/answer.ts";
import { safeNext } from "#app/routes/shared/next.ts";
import { phonePaths } from "./frame.ts";

/** Keeps the text size on the device and goes back to the page it came from. */
export async function action({ request, params }: ActionFunctionArgs) {
  const form = await formOf(request);
  const { room } = phonePaths(params.code ?? "");
  const back = String(form.get("back") ?? "");
  const size = form.get("size");
  const kept = textSizeCookie(size === "2" ? 2 : size === "1" ? 1 : 0);
  const own = back === room || back.startsWith(`${room}/`) || back.startsWith(`${room}?`);
  return redirect(own ? safeNext(back) : room, { headers: { "Set-Cookie": kept } });
}
