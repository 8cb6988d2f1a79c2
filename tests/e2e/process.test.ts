import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { weighScripts } from "#app/server/bench/measures.ts";
import { call, demonstration } from "./api-client.ts";
import { newServer, type TestServer } from "./server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await newServer();
  await server.start();
});
afterAll(() => server.remove());

type Ended = { code: number | null; stdout: string; stderr: string };

/** Starts the built server with these settings and waits for its end. */
function startAndWait(env: Record<string, string>): Promise<Ended> {
  const child = spawn(process.execPath, ["build/server/main.js"], {
    env: { ...process.env, HOST: "127.0.0.1", ...env },
  });
  const ended: Ended = { code: null, stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    ended.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    ended.stderr += chunk;
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ ...ended, code })));
}

describe("a server that cannot start", () => {
  const folder = () => mkdtempSync(join(tmpdir(), "yuanzhuo-no-"));

  it("says in one sentence that the port is taken", async () => {
    const holder = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => holder.once("listening", resolve));
    const address = holder.address();
    const port = address && typeof address === "object" ? address.port : 0;
    const dataDir = folder();
    const ended = await startAndWait({ PORT: String(port), DATA_DIR: dataDir });
    holder.close();
    rmSync(dataDir, { recursive: true });
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toMatch(/^端口 \d+ 已被占用.*in use.*\n$/);
  });

  it("says in one sentence that the data folder cannot be written", async () => {
    const dataDir = folder();
    const blocked = join(dataDir, "file-in-the-way");
    writeFileSync(blocked, "");
    chmodSync(blocked, 0o400);
    const ended = await startAndWait({ PORT: "0", DATA_DIR: join(blocked, "data") });
    rmSync(dataDir, { recursive: true });
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toMatch(/^无法在 DATA_DIR.*Cannot write to DATA_DIR.*\n$/);
  });

  it("says in one sentence that the database is from a later version", async () => {
    const dataDir = folder();
    const database = new SQLite(join(dataDir, "yuanzhuo.db"));
    database.exec("CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric)");
    database.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('future', 99999999999999)");
    database.close();
    const ended = await startAndWait({ PORT: "0", DATA_DIR: dataDir });
    rmSync(dataDir, { recursive: true });
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toMatch(/^数据库由更新版本.*newer version.*\n$/);
  });
});

/** What comes back to a request that no client library would send. */
function raw(head: string, body = ""): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.write(`${head}\r\nConnection: close\r\n\r\n${body}`));
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

/** How long a process was ready and other programs had the cores, ms: no fault of its own. 0 where the system does not tell. */
function waitedForCore(pid: number): number {
  const file = `/proc/${pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, "utf8").split(" ")[1]) / 1e6 : 0;
}

describe("a running server", () => {
  it("sends no page into a frame, no script without its nonce, and no header that names its parts", async () => {
    const [first, second] = await Promise.all([fetch(`${server.url}/setup`), fetch(`${server.url}/setup`)]);
    const policy = first.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+';/);
    expect(policy).not.toBe(second.headers.get("content-security-policy"));
    expect(first.headers.get("x-powered-by")).toBeNull();
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    const scripts = (await first.text()).match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(nonce);
  });

  it("refuses what a foreign page posts", async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${server.url}/sign-in`, {
        method: "POST",
        headers,
        body: new URLSearchParams({ username: "a", password: "b" }),
      });
    expect((await post({ Origin: "https://evil.example" })).status).toBe(403);
    expect((await post({ Cookie: "yz_staff=x" })).status).toBe(403);
    expect((await post({ Origin: server.url })).status).not.toBe(403);
  });

  it("answers an unknown page with one of its own, in Chinese, without a stack", async () => {
    const page = await fetch(`${server.url}/no-such-page`);
    const html = await page.text();
    expect(page.status).toBe(404);
    expect(html).toContain("没有这个页面");
    expect(html).not.toMatch(/at \w+ \(|\.tsx?:\d+/);
  });

  it.each([
    ["GET", "/%ff", undefined, undefined, 404],
    ["GET", "/assets/none.js", undefined, undefined, 404],
    ["POST", "/sign-in", "application/json", "{}", 400],
    ["POST", "/sign-in", "application/x-www-form-urlencoded", "a=".padEnd(7_000_000, "x"), 413],
    ["POST", "/api/v1/rules/resident-representatives/evaluation", "application/json", "{bad", 400],
  ])("answers %s %s with a sentence, whatever is sent", async (method, path, type, body, status) => {
    const answer = await fetch(server.url + path, {
      method,
      headers: { Origin: server.url, ...(type ? { "Content-Type": type } : {}) },
      body: body ?? null,
    });
    expect(answer.status).toBe(status);
    const text = await answer.text();
    expect(text).toMatch(/[一-龥]{4}/);
    expect(text).not.toMatch(/node_modules|at \w+ \(/);
  });

  it.each([
    ["GET / HTTP/1.1\r\nHost: a;b'unsafe"],
    ["GET / HTTP/1.1\r\nHost: a, b"],
    ["GET / HTTP/1.1\r\nHost: two words"],
    ["GET / HTTP/1.1\r\nHost: 127.0.0.1:99999999"],
  ])("answers the odd host in %j with 400 and a sentence", async (head) => {
    expect(await raw(head)).toMatch(/^HTTP\/1\.1 400 [\s\S]*"error":"malformed","message":"[一-龥]/);
  });

  it("takes the forms of its own pages through a proxy that puts another name into Host", async () => {
    const form = "username=nobody&password=nothing";
    const head = [
      "POST /sign-in HTTP/1.1\r\nHost: upstream:3000\r\nX-Forwarded-Host: a:99999999",
      `Origin: ${server.url}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${form.length}`,
    ].join("\r\n");
    // Taken: there is no account yet, so it leads to the wizard.
    expect(await raw(head, form)).toMatch(/^HTTP\/1\.1 302 [\s\S]*Location: \/setup/i);
  });

  it("keeps tokens out of its log", async () => {
    const demo = await demonstration(server, 1);
    const token = demo.voters[0]?.token ?? "";
    await (await fetch(`${server.url}/m/${demo.meeting}?t=${token}`)).text();
    const { body } = await call(server, "POST", `/api/v1/meetings/${demo.meeting}/check-ins`, { token });
    expect(body.key).toBeTypeOf("string");
    for (const secret of [token, String(body.key), demo.staff.apiToken]) expect(server.log()).not.toContain(secret);
  });

  it.each(["", "/assist"])(
    "loads no more scripts on a phone's page %j than a hall's Wi-Fi can carry: 120 KB",
    async (path) => {
      const { meeting } = await demonstration(server, 1);
      const { scripts, bytes } = await weighScripts(`${server.url}/m/${meeting}${path}`);
      expect(scripts.filter((name) => /(framework|phone|common)-/.test(name))).toHaveLength(3);
      expect(bytes / 1024).toBeLessThanOrEqual(120);
    },
  );

  it("ends with 0 within ten seconds when asked to, and starts again in under three", async () => {
    const asked = performance.now();
    expect(await server.stop("SIGTERM")).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    const began = performance.now();
    await server.start();
    const took = performance.now() - began;
    expect(took - waitedForCore(server.pid())).toBeLessThan(3000);
    expect((await call(server, "GET", "/healthz")).body).toMatchObject({ status: "ok", database: "sqlite" });
  });
});
