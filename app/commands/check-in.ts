import { z } from "zod";
import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import { roomCodeIsValid } from "#app/domain/meeting/room-code.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import { isHere } from "#app/domain/proxy/register.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { type Meeting, meetingByCode, touchMeeting } from "#db/stores/meeting.ts";
import { ownMeeting } from "#db/stores/own.ts";
import { type Attendee, attendeeByToken, attendeeOf, attendeesByName, saveAttendee } from "#db/stores/roll.ts";
import { limitAttempts } from "./attempts.ts";
import { record } from "./record.ts";
import { settleArrival, standingOf } from "./represent.ts";

export type CheckedIn = { voter: { id: string; name: string; votingRight: boolean }; key: string };

/** A browser is known by its device cookie; a program by the key it was given before. */
export type Device = { id: string } | { key: string };

/**
 * 我方默认: a device may mistype the six digits ten times in five minutes, a whole room 600 times: guessing with ever new
 * devices finds one of the two valid codes once in some seventy hours on average.
 */
const guessesOfDevice = limitAttempts({ most: 10, seconds: 300 });
const guessesOfMeeting = limitAttempts({ most: 600, seconds: 300 });

export const tokenInput = z.object({ token: z.string().min(1).max(100) });

/**
 * Lets the holder of a personal token in and binds the person to this device. The same device gets
 * the same key however often it asks, another one is refused. Throws unknown-meeting, not-on-roll, wrong-state (meeting over), bound-to-another-device.
 */
export async function checkIn(
  house: House,
  input: { code: string; token: string; device: Device },
): Promise<CheckedIn> {
  return admit(house, input.code, input.device, "token", async (db, meeting) => {
    const line = await attendeeByToken(db, digest(input.token));
    if (line?.meetingId !== meeting.id) throw new DomainError("not-on-roll");
    return line;
  });
}

/**
 * Lets somebody in who names themselves and reads the changing code off the screen. Several people of one name are told
 * apart by `unit`: without it throws not-on-roll with `{units}`. Throws wrong-room-code or too-many before anything about the roll.
 */
export async function checkInByName(
  house: House,
  input: { code: string; name: string; unit?: string; roomCode: string; device: Device },
): Promise<CheckedIn> {
  const who = "id" in input.device ? input.device.id : input.device.key;
  return admit(house, input.code, input.device, "name", async (db, meeting) => {
    // Before the code is looked at: whoever has used up their guesses must not get in by the next lucky one. And in the
    // write queue's turn, one after another: a flood sent at once would pass a check made before it.
    await guessesOfDevice(house).check(who);
    await guessesOfMeeting(house).check(meeting.id);
    const sign = (minute: number) => house.sign(`room-code|${meeting.id}|${minute}`);
    if (!roomCodeIsValid(sign, house.clock(), input.roomCode)) {
      await guessesOfDevice(house).count(who);
      await guessesOfMeeting(house).count(meeting.id);
      throw new DomainError("wrong-room-code");
    }
    const namesakes = await attendeesByName(db, meeting.id, input.name);
    const meant = input.unit === undefined ? namesakes : namesakes.filter((line) => line.unit === input.unit);
    const [line, second] = meant;
    if (!line) throw new DomainError("not-on-roll");
    if (second) throw new DomainError("not-on-roll", { units: namesakes.map((each) => each.unit) });
    return line;
  });
}

async function admit(
  house: House,
  code: string,
  device: Device,
  via: "token" | "name",
  find: (db: Handle, meeting: Meeting) => Promise<Attendee>,
): Promise<CheckedIn> {
  const { meeting, line, key, others } = await house.db.write(async (db) => {
    const meeting = await meetingByCode(db, code);
    if (!meeting) throw new DomainError("unknown-meeting");
    if (isOver(meeting.state)) throw new DomainError("wrong-state", { meeting: meeting.state });
    const line = await find(db, meeting);
    const key = "key" in device ? device.key : deviceKey(house, line, device.id);
    if (line.keyId !== null && line.keyId !== digest(key)) throw new DomainError("bound-to-another-device");
    // A key is only ever made by the house: one that a caller invents binds nobody.
    if (line.keyId === null && "key" in device) throw new DomainError("not-on-roll");
    const isNew = line.keyId === null || !isHere(standingOf(line));
    const others = isNew && (await arrive(house, db, meeting, line, key, via));
    return { meeting, line, key, others };
  });
  house.publish(meeting.id, others ? "everyone" : "room");
  return { voter: { id: line.personId, name: line.name, votingRight: line.votingRight }, key };
}

/** Derived, not stored: the device that lost the answer on its way may simply ask again. */
function deviceKey(house: House, line: Attendee, device: string): string {
  return house.sign(`key|${line.meetingId}|${line.personId}|${line.tokenRound}|${device}`);
}

/** True when somebody's authority fell away or came into force by it: other phones have something new to show. */
async function arrive(house: House, db: Handle, meeting: Meeting, line: Attendee, key: string, via: "token" | "name") {
  const here = isHere(standingOf(line));
  const presence = here ? { presentAt: line.presentAt, via: line.via ?? via } : { presentAt: house.clock(), via };
  await saveAttendee(db, meeting.id, line.personId, { keyId: digest(key), ...presence });
  await touchMeeting(db, meeting.id);
  const actor = { communityId: meeting.communityId, name: line.name };
  await record(house, db, actor, "check-in", line.personId, { meeting: meeting.code, via });
  return settleArrival(house, db, meeting, actor, line.personId);
}

/** Frees a person's binding: the next device that checks in as them gets it, the old one's key is worthless. Throws not-found. */
export async function rebindDevice(house: House, actor: Actor, meetingId: string, personId: string): Promise<void> {
  await house.db.write(async (db) => {
    const meeting = await ownMeeting(db, actor, meetingId);
    const line = await attendeeOf(db, meetingId, personId);
    if (!line) throw new DomainError("not-found");
    await saveAttendee(db, meetingId, personId, { keyId: null });
    await touchMeeting(db, meetingId);
    await record(house, db, actor, "rebind-device", personId, { meeting: meeting.code });
  });
  house.publish(meetingId, "bindings");
}
