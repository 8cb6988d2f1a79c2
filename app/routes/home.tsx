import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { isSetUp } from "#app/queries/installation.ts";
import { staffOf } from "./shared/access.ts";

/** The front door: to the wizard while there is nothing, else to the desk or to the sign-in before it. */
export async function loader(asked: LoaderFunctionArgs) {
  if (!(await isSetUp(asked.context.house))) return redirect("/setup");
  return redirect((await staffOf(asked)) ? "/desk" : "/sign-in");
}
