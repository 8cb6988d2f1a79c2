import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { issueDocument } from "#app/commands/issue-document.ts";
import { signIn } from "#app/commands/sign-in.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { House } from "#app/house.ts";
import { loader } from "#app/routes/desk/document-life.tsx";
import { cookies } from "#app/routes/shared/access.ts";
import { openPaperDesk, type PaperDesk } from "#tests/app/commands/paper-desk.ts";
import { PASSWORD } from "#tests/people.ts";

let desk: PaperDesk;
beforeEach(async () => {
  desk = await openPaperDesk();
});
afterEach(() => desk.house.close());

async function page(house: House, id: string) {
  const { value } = await signIn(house, { username: "zhoulan", password: PASSWORD, userAgent: "", days: 1 });
  const cookie = (await cookies(house.config).staff.serialize(value)).split(";")[0] ?? "";
  const request = new Request(`http://localhost:3000/desk/documents/${id}`, { headers: { Cookie: cookie } });
  return loader({ request, params: { id }, context: { house, nonce: "" } });
}

it("of a paper that was issued while the disk was full shows its number, and its file as soon as there is room", async () => {
  const { house, drafter } = desk;
  const full: House = { ...house, files: { ...house.files, put: () => Promise.reject(new DomainError("busy")) } };
  const id = await desk.draft("minutes");
  await desk.check(id);
  const { version } = await desk.find(id);
  await issueDocument(full, drafter, { id, version });
  expect((await page(full, id)).document).toMatchObject({ number: "2026年第1号", file: null });
  expect((await page(house, id)).document.file).toMatch(/^[0-9a-f]{64}$/);
});

it("of a paper whose frozen words are gone from the disk still shows what is known of it", async () => {
  const { house, drafter } = desk;
  const id = await desk.draft("minutes");
  await desk.check(id);
  const { version, content } = await desk.find(id);
  const full: House = { ...house, files: { ...house.files, put: () => Promise.reject(new DomainError("busy")) } };
  await issueDocument(full, drafter, { id, version });
  rmSync(join(house.config.dataDir, "files", content?.slice(0, 2) ?? "", content ?? ""));
  expect((await page(house, id)).document).toMatchObject({ number: "2026年第1号", file: null });
});
