import type { Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { call, checkInAll, connect, demonstration, openPollOver } from "./api-client.ts";
import { newServer, type TestServer } from "./server.ts";

let server: TestServer;
let demo: Demonstration;
let keys: string[];
let poll: string;

beforeAll(async () => {
  server = await newServer();
  await server.start();
  demo = await demonstration(server, 4);
  keys = await checkInAll(server, demo);
  poll = await openPollOver(server, demo, { question: "是否修路灯", mode: "secret" });
});
afterAll(() => server.remove());

const ask = (socket: Socket, payload: unknown) => socket.timeout(10_000).emitWithAck("cast", payload);

/** Sends one raw socket.io packet as a voter, and waits until it was read or the line was cut for it. */
async function sendRaw(packet: string): Promise<void> {
  const socket = await connect(server, { key: keys[0] ?? "" });
  const cut = new Promise((resolve) => socket.once("disconnect", resolve));
  socket.io.engine.write(packet);
  // Comes after the packet on the same line: its acknowledgement says that the packet has been read.
  await Promise.race([cut, ask(socket, { poll: "none", choice: "for" }).catch(() => {})]);
  socket.close();
}

describe("whatever a client sends", () => {
  const nested = `${'{"a":'.repeat(1500)}1${"}".repeat(1500)}`;
  it.each([
    ...[
      '2["disconnect"]',
      '2["error",1]',
      '2["__proto__",{}]',
      '2["constructor"]',
      '2{"a":1}',
      "2[1,2]",
      "2[{}]",
      "3[1]",
    ],
    ...['51-["cast",{"_placeholder":true,"num":99}]', '2["cast",', '4{"message":"x"}', "9", '0{"key":1', "0/other,{}"],
    ...[`2${"[".repeat(4000)}`, `2["cast",${nested}]`, "x".repeat(20_000)],
  ])("%.40j does not end the server", async (packet) => {
    await sendRaw(packet);
    expect((await call(server, "GET", "/healthz")).status).toBe(200);
  });

  it("is a ballot only from those who may vote here", async () => {
    const screen = await connect(server, { screen: demo.meeting });
    const elsewhere = await demonstration(server, 2);
    const [stranger = ""] = await checkInAll(server, elsewhere);
    const neighbour = await connect(server, { key: stranger });
    expect(await ask(neighbour, { poll, choice: "for" })).toEqual({ status: "not-entitled" });
    await expect(screen.timeout(500).emitWithAck("cast", { poll, choice: "for" })).rejects.toThrow();
    for (const socket of [screen, neighbour]) socket.close();
  });

  it("in a flood is one ballot", async () => {
    const phone = await connect(server, { key: keys[1] ?? "" });
    const answers = await Promise.all(Array.from({ length: 2000 }, () => ask(phone, { poll, choice: "for" })));
    const said = (status: string) => answers.filter((answer) => answer.status === status).length;
    expect(said("recorded")).toBe(1);
    expect(said("already-recorded") + said("busy")).toBe(1999);
    phone.close();
    const closed = await call(server, "POST", `/api/v1/polls/${poll}/closing`, undefined, demo.staff.apiToken);
    expect(closed.body).toMatchObject({ for: 1, cast: 1 });
  });
});
