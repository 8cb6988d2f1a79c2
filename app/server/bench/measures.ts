import { gzipSync } from "node:zlib";
import type { Child } from "./child.ts";
import { checkIn, newMeeting, post } from "./meeting.ts";
import { round } from "./phones.ts";

export type Place = { server: Child; echo: Child; program: (name: string) => string; env: Record<string, string> };

/** Time to make the minutes of a meeting with 300 people on its roll, through the same address that staff use. */
export async function measureMinutes(place: Place) {
  const { server } = place;
  const meeting = await newMeeting(place, 300);
  await checkIn(server.url, meeting);
  const { apiToken } = meeting.staff;
  await post(server.url, `/api/v1/meetings/${meeting.meeting}/closing`, undefined, apiToken);
  const times: number[] = [];
  let bytes = 0;
  for (let n = 0; n < 6; n++) {
    const started = performance.now();
    const response = await fetch(`${server.url}/api/v1/meetings/${meeting.meeting}/documents/minutes.docx`, {
      headers: { Authorization: `Bearer ${apiToken}` },
    });
    if (!response.ok) throw new Error(`the minutes answered ${response.status}: ${await response.text()}`);
    bytes = (await response.arrayBuffer()).byteLength;
    times.push(performance.now() - started);
  }
  const [first = 0, ...rest] = times;
  return {
    bench: "minutes",
    people: 300,
    first_ms: round(first),
    median_ms: round(rest.sort((a, b) => a - b)[2] ?? 0),
    bytes,
  };
}

/** What a phone downloads in scripts to show the vote page, compressed as the network carries it. */
export async function measurePhonePage(place: Place) {
  const { meeting } = await newMeeting(place, 1);
  const { scripts, bytes } = await weighScripts(`${place.server.url}/m/${meeting}`);
  return { bench: "phone-page", scripts: scripts.length, gzip_bytes: bytes, gzip_kb: round(bytes / 1024) };
}

/**
 * The scripts that a page loads, and their size together in bytes, each compressed by gzip. Not those that it only names: Remix tells it where
 * the list of all routes lies and of what neighbouring routes consist, of which nothing is fetched. Throws when there are none.
 */
export async function weighScripts(page: string): Promise<{ scripts: string[]; bytes: number }> {
  const html = await (await fetch(page)).text();
  const loaded = html.matchAll(
    /(?:rel="modulepreload" href=|\bsrc=|\bimport\(|\bimport |\bfrom )"(\/assets\/[\w.-]+\.js)"/g,
  );
  const scripts = [...new Set([...loaded].map(([, script = ""]) => script))];
  if (scripts.length === 0) throw new Error("the page loads no script");
  let bytes = 0;
  for (const script of scripts) {
    const response = await fetch(new URL(script, page), { headers: { "Accept-Encoding": "identity" } });
    bytes += gzipSync(Buffer.from(await response.arrayBuffer())).byteLength;
  }
  return { scripts, bytes };
}
