import type { Demonstration } from "#app/commands/open-demonstration.ts";

const RUNS = 8;

/** The middle one; sorts them. */
export const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** Milliseconds of each run; the first warms the page up. */
export async function repeat(work: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n <= RUNS; n++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times;
}

/** A whole desk page, to its last byte. */
export async function getPage(url: string, cookie: string): Promise<void> {
  const response = await fetch(url, { headers: { Cookie: cookie }, redirect: "manual" });
  const html = await response.text();
  if (response.status !== 200 || !html.includes("</html>")) throw new Error(`${url} answered ${response.status}`);
}

/** The cookie of a session at the desk. */
export async function signIn(url: string, { username, password }: Demonstration["staff"]): Promise<string> {
  const response = await fetch(`${url}/sign-in`, {
    method: "POST",
    headers: { Origin: url },
    body: new URLSearchParams({ username, password }),
    redirect: "manual",
  });
  const cookie = response.headers.get("Set-Cookie")?.split(";")[0];
  if (!cookie) throw new Error(`signing in answered ${response.status}`);
  return cookie;
}
