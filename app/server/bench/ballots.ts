import type { Socket } from "socket.io-client";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { closedMeeting, taken } from "./archives.ts";
import type { Place } from "./measures.ts";
import { checkIn, draftPoll, newMeeting, post } from "./meeting.ts";
import { type Burst, burst, connectPhones, countFrames, hangUp, round, summary, toldOf } from "./phones.ts";
import { processorMicroseconds } from "./process.ts";

/** Bursts a measurement is made of: the first warms both servers up and is not counted. */
const ROUNDS = 6;

type Hall = {
  demo: Demonstration;
  phones: Socket[];
  watchers: Socket[];

  frames: () => number;
};

/** A meeting with every phone on the line, a screen and a desk. */
async function fillHall(place: Place, size: number): Promise<Hall> {
  const { server } = place;
  const demo = await newMeeting(place, size);
  const keys = await checkIn(server.url, demo);
  const handshakes = keys.map((key) => ({ key }));
  const phones = await connectPhones(server.url, handshakes);
  const { meeting, staff } = demo;
  const watchers = await connectPhones(server.url, [{ screen: meeting }, { apiToken: staff.apiToken, meeting }]);
  return { demo, phones, watchers, frames: countFrames([...phones, ...watchers]) };
}

type Measured = Burst & { us: number; frames: number };

/** One poll: opened, and when every phone has heard of it everybody votes at once; closed. */
async function voteOnce({ server }: Place, { demo, phones, frames }: Hall, n: number): Promise<Measured> {
  const poll = await draftPoll(server.url, demo, n);
  const heard = toldOf(phones, poll);
  await post(server.url, `/api/v1/polls/${poll}/opening`, undefined, demo.staff.apiToken);
  await heard;
  const [framesBefore, began] = [frames(), processorMicroseconds(server) ?? 0];
  const done = await burst(phones, poll);
  const measured = { ...done, us: (processorMicroseconds(server) ?? 0) - began, frames: frames() - framesBefore };
  await post(server.url, `/api/v1/polls/${poll}/closing`, undefined, demo.staff.apiToken);
  return measured;
}

/**
 * Durable ballots against bare echoes with as many phones in the same run. `us_per_ballot`: processor time of the whole server while they
 * voted, by ballot. `messages_per_ballot`: frames the server sent to phones, screen and desk while they voted, by ballot.
 */
export async function measureBallots(place: Place, size: number) {
  const { echo } = place;
  const hall = await fillHall(place, size);
  const handshakes = hall.phones.map(() => ({}));
  const theirs = await connectPhones(echo.url, handshakes);
  const durable: Measured[] = [];
  const bare: Burst[] = [];
  const echoBegan: number[] = [];
  for (let n = 0; n < ROUNDS; n++) {
    durable.push(await voteOnce(place, hall, n));
    echoBegan.push(processorMicroseconds(echo) ?? 0);
    bare.push(await burst(theirs, "none"));
  }
  const echoSpent = (processorMicroseconds(echo) ?? 0) - (echoBegan[1] ?? 0);
  hangUp([...hall.phones, ...hall.watchers, ...theirs]);
  const ballots = (ROUNDS - 1) * size;
  const sum = (of: (each: Measured) => number) => durable.slice(1).reduce((total, each) => total + of(each), 0);
  return {
    bench: "ballots",
    phones: size,
    ...compared(durable, bare),
    us_per_ballot: round(sum(({ us }) => us) / ballots),
    echo_us_per_ballot: round(echoSpent / ballots),
    messages_per_ballot: round(sum((each) => each.frames) / ballots),
  };
}

function compared(durable: Burst[], bare: Burst[]) {
  const a = summary(durable.slice(1));
  const b = summary(bare.slice(1));
  return {
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

const BESIDE = { minutes: "documents/minutes.docx", archive: "archive.zip" };

/**
 * Whether voting feels it that a document of 300 people, or the whole archive of their meeting, is made again and again: `growth` is the p99 beside
 * it to the p99 without.
 */
export async function measureBeside(place: Place, work: keyof typeof BESIDE) {
  const size = 500;
  const { server } = place;
  const { meeting, headers } = await closedMeeting(place);
  const path = `${server.url}/api/v1/meetings/${meeting}/${BESIDE[work]}`;
  const hall = await fillHall(place, size);
  const alone: Burst[] = [];
  const beside: Burst[] = [];
  let made = 0;
  for (let n = 0; n < ROUNDS; n++) {
    alone.push(await voteOnce(place, hall, 2 * n));
    let voting = true;
    const printing = (async () => {
      for (; voting; made++) await taken(path, headers);
    })();
    beside.push(await voteOnce(place, hall, 2 * n + 1));
    voting = false;
    await printing;
  }
  hangUp([...hall.phones, ...hall.watchers]);
  const [a, b] = [summary(alone.slice(1)), summary(beside.slice(1))];
  return {
    bench: `ballots-beside-${work}`,
    phones: size,
    documents: made,
    ack_p99_ms: a.p99,
    beside_p99_ms: b.p99,
    growth: round(b.p99 / a.p99),
  };
}
