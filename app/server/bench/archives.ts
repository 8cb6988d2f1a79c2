import { type Child, runChild, startChild } from "./child.ts";
import type { Place } from "./measures.ts";
import { checkIn, newMeeting, post } from "./meeting.ts";
import { round } from "./phones.ts";
import { residentKb } from "./process.ts";

/** What a month's file may take above the idle server, MB. */
const MOST_MB = 150;
const MEETINGS = 60;
const SAMPLED_EVERY_MS = 20;

type Held = { meeting: string; headers: { Authorization: string } };

/** A meeting of 300 people that is over. */
export async function closedMeeting(place: Place): Promise<Held> {
  const { url } = place.server;
  const demo = await newMeeting(place, 300);
  await checkIn(url, demo);
  await post(url, `/api/v1/meetings/${demo.meeting}/closing`, undefined, demo.staff.apiToken);
  return { meeting: demo.meeting, headers: { Authorization: `Bearer ${demo.staff.apiToken}` } };
}

/** All papers of a meeting of 300 people that are ready, one after another, and its whole archive, through the addresses that staff use. */
export async function measurePapers(place: Place) {
  const { server } = place;
  const { meeting, headers } = await closedMeeting(place);
  const base = `${server.url}/api/v1/meetings/${meeting}`;
  const lines = (await (await fetch(`${base}/documents`, { headers })).json()) as { genre: string; ready: boolean }[];
  const ready = lines.filter((line) => line.ready);
  const times: number[] = [];
  for (const { genre } of ready) times.push((await taken(`${base}/documents/${genre}.docx`, headers)).ms);
  const archive = await taken(`${base}/archive.zip`, headers);
  const all = times.reduce((sum, ms) => sum + ms, 0);
  return {
    ...{
      bench: "papers",
      people: 300,
      genres: ready.length,
      all_ms: round(all),
      slowest_ms: round(Math.max(...times)),
    },
    ...{ archive_ms: round(archive.ms), archive_bytes: archive.bytes },
  };
}

/**
 * The file of a month of 60 meetings, from a server of its own that has just started: seconds, and by how much its resident memory rises at
 * most, with the thread that sets the papers. Throws when that is more than 150 MB.
 */
export async function measureMonth({ program, env }: Pick<Place, "program" | "env">) {
  const { meeting, staff } = await newMeeting({ program, env }, 40);
  const month = (await runChild([program("bench"), "meetings", meeting, String(MEETINGS)], env)).trim();
  const server = await startChild([program("main")], env);
  try {
    const headers = { Authorization: `Bearer ${staff.apiToken}` };
    await (await fetch(`${server.url}/healthz`)).text();
    const idle = residentKb(server);
    const watch = watchMemory(server);
    const { ms, bytes } = await taken(`${server.url}/api/v1/periods/${month}/archive.zip`, headers);
    const peak = watch();
    const above = idle === null ? null : round((peak - idle) / 1024);
    const row = { bench: "month", meetings: MEETINGS, seconds: round(ms / 1000), bytes, peak_mb_above_idle: above };
    if (above !== null && above > MOST_MB) throw new Error(`more than ${MOST_MB} MB: ${JSON.stringify(row)}`);
    return row;
  } finally {
    await server.stop();
  }
}

/** Looks at a process's memory until it is asked for the most that it saw, in KB. */
function watchMemory(child: Child): () => number {
  let most = 0;
  const look = () => {
    most = Math.max(most, residentKb(child) ?? 0);
  };
  const looking = setInterval(look, SAMPLED_EVERY_MS);
  return () => {
    clearInterval(looking);
    look();
    return most;
  };
}

/** Fetches a file without keeping it. Throws unless it is there. */
export async function taken(address: string, headers: Record<string, string>): Promise<{ ms: number; bytes: number }> {
  const started = performance.now();
  const response = await fetch(address, { headers });
  if (!response.ok || !response.body) throw new Error(`${address} answered ${response.status}`);
  let bytes = 0;
  const reader = response.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) bytes += piece.value.byteLength;
  return { ms: performance.now() - started, bytes };
}
