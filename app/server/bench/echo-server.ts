import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";

/** The yardstick: a bare socket.io server that acknowledges at once and keeps nothing. */
export function startEcho(): void {
  const http = createServer();
  const io = new Server(http, {
    transports: ["websocket"],
    serveClient: false,
    perMessageDeflate: false,
    path: "/live",
  });
  io.on("connection", (socket) => {
    socket.on("cast", (_payload, ack) => ack({ status: "recorded" }));
  });
  http.listen(0, "127.0.0.1", () => {
    process.stdout.write(`http://127.0.0.1:${(http.address() as AddressInfo).port}\n`);
  });
}
