import { type AppLoadContext, createCookie, redirect } from "@remix-run/node";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, Config, Voter } from "#app/house.ts";
import { findStaffByApiToken, findStaffBySession } from "#app/queries/staff-access.ts";
import { findVoterByKey } from "#app/queries/voter-access.ts";

type Asked = { request: Request; context: AppLoadContext };

export const STAFF_SESSION_DAYS = 14;
const DAY = 86_400;

/** Cookies of this installation. Over https they carry `__Host-`: no sibling domain or plain-http page can set them. */
export function cookies(config: Config) {
  const prefix = config.secure ? "__Host-" : "";
  const base = { httpOnly: true, sameSite: "lax", secure: config.secure, path: "/" } as const;
  return {
    staff: createCookie(`${prefix}yz_staff`, { ...base, maxAge: STAFF_SESSION_DAYS * DAY }),
    voter: createCookie(`${prefix}yz_voter`, { ...base, maxAge: DAY }),
  };
}

/** Remix's cookie format (JSON, base64) for a value read elsewhere, such as the socket's handshake. */
export async function cookieValue(
  config: Config,
  name: "staff" | "voter",
  header: string | null,
): Promise<string | null> {
  const value: unknown = await cookies(config)[name].parse(header);
  return typeof value === "string" ? value : null;
}

const bearer = (request: Request) => /^Bearer (\S+)$/.exec(request.headers.get("Authorization") ?? "")?.[1];

/** The signed-in member of staff (browser session or API token), or null. */
export async function staffOf({ request, context: { house } }: Asked): Promise<Actor | null> {
  const token = bearer(request);
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
  const key = bearer(request) ?? (await cookieValue(house.config, "voter", request.headers.get("Cookie")));
  return key ? findVoterByKey(house, key) : null;
}

export async function requireVoter(asked: Asked): Promise<Voter> {
  const voter = await voterOf(asked);
  if (!voter) throw new DomainError("not-signed-in");
  return voter;
}
