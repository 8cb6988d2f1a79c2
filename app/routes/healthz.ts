import type { LoaderFunctionArgs } from "@remix-run/node";
import { wrongMethod } from "./shared/wrong-method.ts";

/** For monitoring: 200 when the database takes writes, else 503. */
export async function loader({ context: { house } }: LoaderFunctionArgs) {
  const facts = { version: house.config.version, database: house.db.kind };
  try {
    await house.db.probe();
    return Response.json({ status: "ok", ...facts });
  } catch {
    return Response.json({ status: "unavailable", ...facts }, { status: 503 });
  }
}

export const action = wrongMethod("GET");
