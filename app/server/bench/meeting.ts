import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { runChild } from "./child.ts";
import type { Place } from "./measures.ts";

/** A demonstration meeting in session with so many entitled people. */
export async function newMeeting(
  { program, env }: Pick<Place, "program" | "env">,
  voters: number,
): Promise<Demonstration> {
  return JSON.parse(await runChild([program("demo"), "--voters", String(voters), "--json"], env));
}

/** Everybody checks in; the keys of their phones. */
export async function checkIn(url: string, { meeting, voters }: Demonstration): Promise<string[]> {
  const keys: string[] = [];
  const waiting = voters.entries();
  const door = async () => {
    for (const [n, { token }] of waiting) {
      const { key } = await post(url, `/api/v1/meetings/${meeting}/check-ins`, { token });
      keys[n] = String(key);
    }
  };
  await Promise.all(Array.from({ length: 8 }, door));
  return keys;
}

/** A secret poll, not yet open. */
export async function draftPoll(url: string, { meeting, staff }: Demonstration, n: number): Promise<string> {
  const poll = { question: `第 ${n + 1} 次表决`, mode: "secret", rule: "resident-representatives" };
  const { id } = await post(url, `/api/v1/meetings/${meeting}/polls`, poll, staff.apiToken);
  return String(id);
}

/** Throws when it is not answered well. */
export async function post(url: string, path: string, body?: unknown, key?: string): Promise<Record<string, unknown>> {
  const headers = { "Content-Type": "application/json", ...(key ? { Authorization: `Bearer ${key}` } : {}) };
  const response = await fetch(url + path, { method: "POST", headers, body: body ? JSON.stringify(body) : null });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as Record<string, unknown>;
}
