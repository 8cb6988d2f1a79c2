import { data } from "@remix-run/node";
import { errorText } from "#app/text/errors.ts";

/** Every address that nothing else answers. */
export function loader(): never {
  throw data({ error: "not-found", message: errorText["not-found"].sentence }, 404);
}

export default function Unknown() {
  return null;
}
