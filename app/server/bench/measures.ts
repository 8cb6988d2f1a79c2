import { gzipSync } from "node:zlib";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { type Child, runChild } from "./child.ts";
import { burst, connectPhones, hangUp, round, summary } from "./phones.ts";

export type Place = { server: Child; echo: Child; program: (name: string) => string; env: Record<string, string> };

/** Bursts a measurement is made of: the first warms both servers up and is not counted. */
const ROUNDS = 6;

/** Durable ballots against bare echoes with the same phones in the same run. */
export async function measureBallots({ server, echo, program, env }: Place, phones: number) {
  const meeting: Demonstration = JSON.parse(
    await runChild([program("demo"), "--voters", String(phones), "--json"], env),
  );
  const keys = await checkIn(server.url, meeting);
  const ours = await connectPhones(
    server.url,
    keys.map((key) => ({ key })),
  );
  const theirs = await connectPhones(
    echo.url,
    keys.map(() => ({})),
  );
  const durable = [];
  const bare = [];
  for (let n = 0; n < ROUNDS; n++) {
    const poll = await openPoll(server.url, meeting, n);
    durable.push(await burst(ours, poll));
    await post(server.url, `/api/v1/polls/${poll}/closing`, undefined, meeting.staff.apiToken);
    bare.push(await burst(theirs, poll));
  }
  hangUp([...ours, ...theirs]);
  const a = summary(durable.slice(1));
  const b = summary(bare.slice(1));
  return {
    bench: "ballots",
    phones,
    ballots_per_second: a.perSecond,
    echo_per_second: b.perSecond,
    ratio: round(a.perSecond / b.perSecond),
    ack_p50_ms: a.p50,
    ack_p99_ms: a.p99,
    echo_p50_ms: b.p50,
    echo_p99_ms: b.p99,
    p99_ratio: round(a.p99 / b.p99),
  };
}

async function checkIn(url: string, { meeting, voters }: Demonstration): Promise<string[]> {
  const keys: string[] = [];
  for (const { token } of voters) {
    const { key } = await post(url, `/api/v1/meetings/${meeting}/check-ins`, { token });
    keys.push(String(key));
  }
  return keys;
}

async function openPoll(url: string, { meeting, staff }: Demonstration, n: number): Promise<string> {
  const poll = { question: `第 ${n + 1} 次表决`, mode: "secret", rule: "resident-representatives" };
  const { id } = await post(url, `/api/v1/meetings/${meeting}/polls`, poll, staff.apiToken);
  await post(url, `/api/v1/polls/${id}/opening`, undefined, staff.apiToken);
  return String(id);
}

async function post(url: string, path: string, body?: unknown, key?: string): Promise<Record<string, unknown>> {
  const headers = { "Content-Type": "application/json", ...(key ? { Authorization: `Bearer ${key}` } : {}) };
  const response = await fetch(url + path, { method: "POST", headers, body: body ? JSON.stringify(body) : null });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as Record<string, unknown>;
}

/** Time to make the minutes of a meeting with 300 people on its roll, through the same address that staff use. */
export async function measureMinutes({ server, program, env }: Place) {
  const meeting: Demonstration = JSON.parse(await runChild([program("demo"), "--voters", "300", "--json"], env));
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
export async function measurePhonePage({ server, program, env }: Place) {
  const { meeting }: Demonstration = JSON.parse(await runChild([program("demo"), "--voters", "1", "--json"], env));
  const html = await (await fetch(`${server.url}/m/${meeting}`)).text();
  const scripts = [...new Set(html.match(/\/assets\/[\w.-]+\.js/g) ?? [])];
  if (scripts.length === 0) throw new Error("the vote page names no script");
  let bytes = 0;
  for (const script of scripts) {
    const response = await fetch(server.url + script, { headers: { "Accept-Encoding": "identity" } });
    bytes += gzipSync(Buffer.from(await response.arrayBuffer())).byteLength;
  }
  return { bench: "phone-page", scripts: scripts.length, gzip_bytes: bytes, gzip_kb: round(bytes / 1024) };
}
