import type { Server, Socket } from "socket.io";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import type { Concern, House } from "#app/house.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { type Held, proxiesHeld } from "#app/queries/proxy-view.ts";
import { currentRoomCode } from "#app/queries/room-code.ts";
import type { Identity } from "./identity.ts";
import { type PhoneView, phoneView, phoneViews } from "./phone-view.ts";

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

  function tell(phone: Socket, { snapshot, onPaper }: PhoneView): void {
    if (onPaper) told.add(phone);
    else told.delete(phone);
    phone.emit("snapshot", snapshot());
  }

  async function sendToPhones(): Promise<void> {
    const views = await phoneViews(house, await fresh());
    for (const [socket, identity] of people) {
      if (identity.as === "voter") tell(socket, views(identity.voter.personId));
    }
  }

  /** Only whoever was handed a paper, or gave it back, hears of it; and who votes for others, of theirs. */
  async function sendToPaperHolders(): Promise<void> {
    const snapshot = await fresh();
    if (!snapshot.poll) return;
    const views = await phoneViews(house, snapshot);
    for (const [socket, identity] of people) {
      if (identity.as !== "voter") continue;
      const view = views(identity.voter.personId);
      if (view.onPaper !== told.has(socket) || view.forOthers) tell(socket, view);
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
    tell(socket, await phoneView(house, snapshot, held, identity.voter));
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
