import type { Server, Socket } from "socket.io";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import type { Concern, House } from "#app/house.ts";
import { credentialOf, credentialsOf, forVoter, meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { type Held, proxiesHeld, withProxies } from "#app/queries/proxy-view.ts";
import { currentRoomCode } from "#app/queries/room-code.ts";
import { answerIn, answersIn, withAnswer } from "#app/queries/straw-view.ts";
import type { Identity } from "./identity.ts";

/** Screens and desks hear at most four times a second, however many ballots come in. */
const COALESCE_MS = 250;
/** A joining crowd shares one snapshot this long, so that 2,000 phones do not ask the database 2,000 times. */
const SHARE_MS = 100;

export type MeetingRoom = {
  enter(socket: Socket, identity: Identity): void;
  /** True when the room is empty now. */
  leave(socket: Socket): boolean;
  changed(concern: Concern): void;
  /** New room code to the screens; desks whose staff signed out or were locked out are sent away. */
  everyMinute(): void;
  /** The room is no more. */
  sendEverybodyAway(): void;
  close(): void;
};

/** The live connections of one meeting in this process. */
export function createMeetingRoom(
  house: House,
  io: Server,
  { meetingId, code }: { meetingId: string; code: string },
): MeetingRoom {
  const people = new Map<Socket, Identity>();
  /** Phones that were told that their person holds a paper ballot. */
  const told = new WeakSet<Socket>();
  const channel = `room:${meetingId}`;
  let timer: NodeJS.Timeout | undefined;
  let lastSent = 0;
  let shared: { at: number; snapshot: Promise<MeetingSnapshot>; held: Promise<Held> } | undefined;

  const fresh = () => meetingSnapshot(house, code);
  const share = (at: number) => {
    const snapshot = fresh();
    const held = snapshot.then(({ poll }) => proxiesHeld(house, poll));
    // Whoever waits for the snapshot hears of its failure.
    held.catch(ignoreClosing);
    return { at, snapshot, held };
  };
  const online = () => [...people.values()].filter((identity) => identity.as === "voter").length;
  const forRoom = (snapshot: MeetingSnapshot) => ({ ...snapshot, online: online() });

  async function sendToRoom(): Promise<void> {
    timer = undefined;
    lastSent = performance.now();
    io.to(channel).emit("snapshot", forRoom(await fresh()));
  }

  function roomSoon(): void {
    if (timer) return;
    const wait = Math.max(0, COALESCE_MS - (performance.now() - lastSent));
    timer = setTimeout(() => sendToRoom().catch(ignoreClosing), wait);
  }

  async function sendToPhones(): Promise<void> {
    const snapshot = await fresh();
    const credential = snapshot.poll ? await credentialsOf(house, snapshot.poll.id) : () => "none" as const;
    const tapped = await answersIn(house, snapshot.straw);
    const held = await proxiesHeld(house, snapshot.poll);
    for (const [socket, identity] of people) {
      if (identity.as !== "voter") continue;
      const mine = credential(identity.voter.personId);
      if (mine === "paper") told.add(socket);
      else told.delete(socket);
      const { personId } = identity.voter;
      const seen = forVoter(withAnswer(snapshot, tapped(personId)), mine);
      socket.emit("snapshot", withProxies(seen, held(personId)));
    }
  }

  /** Only whoever was handed a paper, or gave it back, hears of it; and who votes for others, of theirs. */
  async function sendToPaperHolders(): Promise<void> {
    const snapshot = await fresh();
    if (!snapshot.poll) return;
    const credential = await credentialsOf(house, snapshot.poll.id);
    const held = await proxiesHeld(house, snapshot.poll);
    for (const [socket, identity] of people) {
      if (identity.as !== "voter") continue;
      const { personId } = identity.voter;
      const mine = credential(personId);
      const others = held(personId);
      if ((mine === "paper") === told.has(socket) && others.length === 0) continue;
      if (mine === "paper") told.add(socket);
      else told.delete(socket);
      socket.emit("snapshot", withProxies(forVoter(snapshot, mine), others));
    }
  }

  async function sendAway(as: "voter" | "desk"): Promise<void> {
    for (const [socket, identity] of people) {
      if (identity.as === "screen" || identity.as !== as) continue;
      // A check that fails says nothing about this one; the others must still be asked.
      const still = await identity.still().catch(() => true);
      if (!still) socket.disconnect(true);
    }
  }

  async function welcome(socket: Socket, identity: Identity): Promise<void> {
    const now = performance.now();
    if (!shared || now - shared.at > SHARE_MS) shared = share(now);
    const [snapshot, held] = [await shared.snapshot, await shared.held];
    if (identity.as !== "voter") return void socket.emit("snapshot", forRoom(snapshot));
    const { poll, straw } = snapshot;
    const mine = poll ? await credentialOf(house, poll.id, identity.voter) : "none";
    if (mine === "paper") told.add(socket);
    const seen = forVoter(withAnswer(snapshot, await answerIn(house, straw, identity.voter)), mine);
    socket.emit("snapshot", withProxies(seen, held(identity.voter.personId)));
  }

  return {
    enter(socket, identity) {
      people.set(socket, identity);
      if (identity.as === "voter") roomSoon();
      else socket.join(channel);
      if (identity.as === "screen" && identity.trusted) tellRoomCode(house, meetingId, socket);
      welcome(socket, identity).catch(() => socket.disconnect(true));
    },
    leave(socket) {
      if (people.get(socket)?.as === "voter") roomSoon();
      people.delete(socket);
      if (people.size === 0) clearTimeout(timer);
      return people.size === 0;
    },
    changed(concern) {
      shared = undefined;
      roomSoon();
      if (concern === "everyone") sendToPhones().catch(ignoreClosing);
      if (concern === "papers") sendToPaperHolders().catch(ignoreClosing);
      // A key that staff took back must not go on hearing and casting.
      if (concern === "bindings") sendAway("voter").catch(ignoreClosing);
    },
    everyMinute() {
      for (const [socket, who] of people) {
        if (who.as === "screen" && who.trusted) tellRoomCode(house, meetingId, socket);
      }
      sendAway("desk").catch(ignoreClosing);
    },
    sendEverybodyAway() {
      for (const socket of people.keys()) socket.disconnect(true);
    },
    close: () => clearTimeout(timer),
  };
}

function tellRoomCode(house: House, meetingId: string, screen: Socket): void {
  const { code, validUntil } = currentRoomCode(house, meetingId);
  screen.emit("room-code", { code, validUntil: validUntil.toISOString() });
}

/** While the house shuts down a late snapshot finds the database closed; clients ask again when they reconnect. */
function ignoreClosing(): void {}
