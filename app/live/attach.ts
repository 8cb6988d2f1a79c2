import type { Server as HttpServer, IncomingMessage } from "node:http";
import { Server, type Socket } from "socket.io";
import { z } from "zod";
import { type CastStatus, castBallot, choiceField, personField } from "#app/commands/cast-ballot.ts";
import type { House, Houses, Voter } from "#app/house.ts";
import { acceptStrawAnswers } from "./accept-straw.ts";
import type { Hub } from "./hub.ts";
import { type Identity, identify } from "./identity.ts";
import { createMeetingRoom, type MeetingRoom } from "./meeting-room.ts";
import { startMinutes } from "./minutes.ts";

type Ack = (answer: { status: CastStatus }) => void;
export type OwnOrigin = (origin: string, host: string | undefined) => boolean;

const castPayload = z.object({ poll: z.string().max(100), choice: choiceField, for: personField.optional() });
/** Ballots one phone may have under way: a repeat while one is unanswered is normal, a flood is not. */
const IN_FLIGHT = 4;

export type Live = {
  /** Sends everybody of one meeting away: its house is about to go. */
  leave(meetingId: string): void;
  close(): Promise<void>;
};

/** Opens the socket path `/live` on the HTTP server: handshake, rooms, snapshots, ballots. */
export function attachLive(http: HttpServer, houses: Houses, hub: Hub, ownOrigin: OwnOrigin): Live {
  const io = new Server(http, {
    path: "/live",
    transports: ["websocket", "polling"],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 10_000,
    allowRequest: (request, decide) => decide(null, allowed(request, ownOrigin)),
  });
  const rooms = new Map<string, MeetingRoom>();
  const roomOf = ({ house, meetingId, code }: Identity) => {
    const room = rooms.get(meetingId) ?? createMeetingRoom(house, io, { meetingId, code });
    rooms.set(meetingId, room);
    return room;
  };

  io.use((socket, next) => {
    identify(houses, socket.handshake.auth, socket.handshake.headers.cookie ?? null).then(
      (identity) => {
        socket.data.identity = identity;
        next(identity ? undefined : new Error("not-allowed"));
      },
      () => next(new Error("busy")),
    );
  });
  io.on("connection", (socket) => {
    const identity: Identity = socket.data.identity;
    const room = roomOf(identity);
    room.enter(socket, identity);
    if (identity.as === "voter") {
      acceptBallots(identity.house, socket, identity.voter);
      acceptStrawAnswers(identity.house, socket, identity.voter);
    }
    socket.on("disconnect", () => {
      if (room.leave(socket)) rooms.delete(identity.meetingId);
    });
  });
  hub.listen((meetingId, concern) => rooms.get(meetingId)?.changed(concern));
  const minutes = startMinutes(houses.real, rooms);

  return {
    leave: (meetingId) => rooms.get(meetingId)?.sendEverybodyAway(),
    async close() {
      minutes.stop();
      for (const room of rooms.values()) room.close();
      await io.close();
    },
  };
}

/** Browsers name their page in Origin, except on same-origin polling requests, which newer ones mark instead. */
function allowed(request: IncomingMessage, ownOrigin: OwnOrigin): boolean {
  const { origin, host, cookie } = request.headers;
  if (origin !== undefined) return ownOrigin(origin, host);
  const site = request.headers["sec-fetch-site"];
  return site === "same-origin" || (site === undefined && cookie === undefined);
}

function acceptBallots(house: House, socket: Socket, voter: Voter): void {
  let inFlight = 0;
  socket.on("cast", async (payload: unknown, ack?: Ack) => {
    const answer: Ack = typeof ack === "function" ? ack : () => {};
    const parsed = castPayload.safeParse(payload);
    if (!parsed.success) return answer({ status: "invalid-choice" });
    if (inFlight >= IN_FLIGHT) return answer({ status: "busy" });
    inFlight += 1;
    try {
      const { poll: pollId, choice, for: forId } = parsed.data;
      answer(await castBallot(house, voter, { pollId, choice, forId }));
    } catch {
      // Whatever went wrong, nothing was recorded: the phone may send again.
      answer({ status: "busy" });
    } finally {
      inFlight -= 1;
    }
  });
}
