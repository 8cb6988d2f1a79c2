import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, it } from "vitest";
import { MAX_TEMPLATE_BYTES } from "#app/commands/own-templates.ts";
import { templateForm } from "#app/routes/desk/template-form.ts";
import { boundBodies } from "#app/server/bounds.ts";

let server: Server;
let url: string;
beforeAll(async () => {
  const app = express();
  app.use(boundBodies, (request, response) => {
    request.resume().on("end", () => response.send("reached"));
  });
  server = createServer(app);
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const ID = "a".repeat(22);
function sent(path: string, megabytes: number) {
  const body = new FormData();
  body.set("file", new File([new Uint8Array(megabytes * 1_000_000)], "模板.docx"));
  return fetch(url + path, { method: "POST", body });
}

it.each([
  "/desk/documents/templates",
  "/desk/documents/templates.data",
  `/desk/documents/templates/${ID}`,
  `/desk/documents/templates/${ID}.data`,
  `/desk/documents/${ID}`,
  "/desk/people/import.data",
  "/desk/methods/own",
])("%s gets files of 4 MB, which its own form bounds", async (path) => {
  expect(await (await sent(path, 4)).text()).toBe("reached");
});

it.each([
  "/desk/documents/new",
  "/desk/documents/register",
  `/desk/documents/templates/${ID}/files/1.docx`,
  "/desk/documents/templates/../../settings",
  "/sign-in",
  "/api/v1/issues",
])("%s gets none", async (path) => {
  expect((await sent(path, 4)).status).toBe(413);
});

it.each(["multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "text/plain"])(
  "a template's form keeps no endless body of %s",
  async (type) => {
    let pieces = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pieces += 1;
        if (pieces > 12) controller.close();
        else controller.enqueue(new Uint8Array(1_000_000).fill(97));
      },
    });
    const request = { method: "POST", body, headers: { "Content-Type": type }, duplex: "half" } as RequestInit;
    const before = process.memoryUsage().arrayBuffers;
    const answer = await templateForm(new Request("http://here/", request));
    expect(answer).toMatchObject({ data: { error: "too-large" }, init: { status: 413 } });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * MAX_TEMPLATE_BYTES);
  },
);
