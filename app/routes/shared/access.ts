import { type AppLoadContext, redirect } from "@remix-run/node";
import { cookies, cookieValue } from "#app/cookies.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, Voter } from "#app/house.ts";
import { findHelperByKey } from "#app/queries/helper-devices.ts";
import { findStaffByApiToken, findStaffBySession } from "#app/queries/staff-access.ts";
import { findVoterByKey } from "#app/queries/voter-access.ts";

export { cookies, cookieValue, STAFF_SESSION_DAYS } from "#app/cookies.ts";

type Asked = { request: Request; context: AppLoadContext };

/** The bearer token or key that a program sent, if any. */
export const bearerOf = (request: Request) => /^Bearer (\S+)$/.exec(request.headers.get("Authorization") ?? "")?.[1];

/** The signed-in member of staff (browser session or API token), or null. */
export async function staffOf({ request, context: { house } }: Asked): Promise<Actor | null> {
  const token = bearerOf(request);
  if (token) return findStaffByApiToken(house, token);
  const value = await cookieValue(house.config, "staff", request.headers.get("Cookie"));
  return value ? findStaffBySession(house, value) : null;
}

/** Staff, or: pages are sent to sign in and brought back, programs get `not-signed-in`. */
export async function requireStaff(asked: Asked): Promise<Actor> {
  const actor = await staffOf(asked);
  if (actor) return actor;
  const url = new URL(asked.request.url);
  if (url.pathname.startsWith("/api/")) throw new DomainError("not-signed-in");
  const next = asked.request.method === "GET" ? url.pathname + url.search : "/desk";
  throw redirect(`/sign-in?next=${encodeURIComponent(next)}`);
}

/** The voter whose key the request carries (bearer or cookie), or null. */
export async function voterOf({ request, context: { house } }: Asked): Promise<Voter | null> {
  const key = bearerOf(request) ?? (await cookieValue(house.config, "voter", request.headers.get("Cookie")));
  return key ? findVoterByKey(house, key) : null;
}

export async function requireVoter(asked: Asked): Promise<Voter> {
  const voter = await voterOf(asked);
  if (!voter) throw new DomainError("not-signed-in");
  return voter;
}

/** The helper whose device this is, also one that was taken back; null for any other. Known by its cookie alone. */
export async function helperOf({ request, context: { house } }: Asked) {
  const key = await cookieValue(house.config, "helper", request.headers.get("Cookie"));
  return key ? findHelperByKey(house, key) : null;
}

/** This browser's lasting random name, and the header that keeps it where it is new. */
export async function deviceOf({ request, context: { house } }: Asked): Promise<{ id: string; headers: Headers }> {
  const headers = new Headers();
  const known = await cookieValue(house.config, "device", request.headers.get("Cookie"));
  const id = known ?? house.newId();
  if (!known) headers.append("Set-Cookie", await cookies(house.config).device.serialize(id));
  return { id, headers };
}
