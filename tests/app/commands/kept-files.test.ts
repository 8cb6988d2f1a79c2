import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { signIn } from "#app/commands/sign-in.ts";
import * as file from "#app/routes/api/register-document-file.ts";
import { cookies } from "#app/routes/shared/access.ts";
import { errorText } from "#app/text/errors.ts";
import { PASSWORD } from "#tests/people.ts";
import { openPaperDesk, type PaperDesk } from "./paper-desk.ts";

let desk: PaperDesk;
let id: string;
let reported: unknown[];
beforeEach(async () => {
  desk = await openPaperDesk();
  id = await desk.issued("result-notice");
  reported = [];
});
afterEach(() => desk.house.close());

const where = (digest: string | null) =>
  join(desk.house.config.dataDir, "files", (digest ?? "").slice(0, 2), digest ?? "");

async function fetched(): Promise<{ status: number; body: Record<string, unknown> }> {
  const house = { ...desk.house, report: (error: unknown) => void reported.push(error) };
  const value = await signIn(house, { username: "zhoulan", password: PASSWORD, userAgent: "", days: 1 });
  const cookie = (await cookies(house.config).staff.serialize(value.value)).split(";")[0] ?? "";
  const request = new Request(`http://localhost:3000/api/v1/documents/${id}/file.docx`, {
    headers: { Cookie: cookie },
  });
  const answer = await file.loader({ request, params: { id }, context: { house, nonce: "" } });
  return { status: answer.status, body: answer.status === 200 ? {} : await answer.json() };
}

it.each([
  ["the file was changed", async () => writeFileSync(where((await desk.find(id)).file), "改过的")],
  ["the file is gone", async () => rmSync(where((await desk.find(id)).file))],
  ["its frozen words were changed", async () => writeFileSync(where((await desk.find(id)).content), "{}")],
  ["its frozen words are gone", async () => rmSync(where((await desk.find(id)).content))],
])("%s: nothing is handed out, a sentence says so, and the operator is told", async (_what, harm) => {
  expect((await fetched()).status).toBe(200);
  await harm();
  const { status, body } = await fetched();
  expect(status).toBe(500);
  expect(body).toEqual({ error: "file-changed", message: errorText["file-changed"].sentence });
  expect(JSON.stringify(body)).not.toMatch(/at |\/|[0-9a-f]{16}/);
  expect(reported).toHaveLength(1);
});
