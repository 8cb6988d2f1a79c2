import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signOut } from "#app/commands/sign-in.ts";
import { cookies, cookieValue, staffOf } from "./shared/access.ts";

export const loader = () => redirect("/desk");

/** Ends this browser's session; without one there is nothing to end, and the cookie goes all the same. */
export async function action(asked: ActionFunctionArgs) {
  const { house } = asked.context;
  const value = await cookieValue(house.config, "staff", asked.request.headers.get("Cookie"));
  const actor = await staffOf(asked);
  if (actor && value) await signOut(house, actor, value);
  const gone = await cookies(house.config).staff.serialize("", { maxAge: 0 });
  return redirect("/sign-in", { headers: { "Set-Cookie": gone } });
}
