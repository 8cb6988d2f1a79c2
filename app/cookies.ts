import { createCookie } from "@remix-run/node";
import type { Config } from "./house.ts";

export const STAFF_SESSION_DAYS = 14;
const DAY = 86_400;

/** Cookies of this installation. Over https they carry `__Host-`: no sibling domain or plain-http page can set them. */
export function cookies(config: Config) {
  const prefix = config.secure ? "__Host-" : "";
  const base = { httpOnly: true, sameSite: "lax", secure: config.secure, path: "/" } as const;
  return {
    staff: createCookie(`${prefix}yz_staff`, { ...base, maxAge: STAFF_SESSION_DAYS * DAY }),
    voter: createCookie(`${prefix}yz_voter${config.trialRun ? "_trial" : ""}`, { ...base, maxAge: DAY }),
    /** The key of a tablet that goes round the table. */
    helper: createCookie(`${prefix}yz_helper${config.trialRun ? "_trial" : ""}`, { ...base, maxAge: DAY }),
    /** Names this browser for a year and more, so that a person checked in here is known to be on the same device. */
    device: createCookie(`${prefix}yz_device`, { ...base, maxAge: 400 * DAY }),
  };
}

/** Remix's cookie format (JSON, base64) for a value read elsewhere, such as the socket's handshake. */
export async function cookieValue(
  config: Config,
  name: "staff" | "voter" | "helper" | "device",
  header: string | null,
): Promise<string | null> {
  const value: unknown = await cookies(config)[name].parse(header);
  return typeof value === "string" ? value : null;
}
