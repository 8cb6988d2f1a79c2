import type { ActionFunctionArgs } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { signIn } from "#app/commands/sign-in.ts";
import * as file from "#app/routes/api/document.ts";
import * as lines from "#app/routes/api/documents.ts";
import * as list from "#app/routes/desk/document-list.tsx";
import * as page from "#app/routes/desk/documents.tsx";
import { cookies } from "#app/routes/shared/access.ts";
import { journalOf } from "#db/journal.ts";
import { saveMeeting } from "#db/stores/meeting.ts";
import { saveCommunity } from "#db/stores/staff.ts";
import { openRoom, type Room } from "#tests/app/commands/room.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { PASSWORD, seedCommunity } from "#tests/people.ts";
import { openWord, paragraphTexts } from "#tests/proof/word-file.ts";

let house: TestHouse;
let room: Room;
let code: string;
let mine: string;
let strangers: string;
beforeEach(async () => {
  house = openTestHouse();
  room = await openRoom(house);
  code = (await room.meeting()).code;
  const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
  [mine, strangers] = await Promise.all([cookieOf(room.community.username), cookieOf(hill.username)]);
});
afterEach(() => house.close());

async function cookieOf(username: string): Promise<string> {
  const { value } = await signIn(house, { username, password: PASSWORD, userAgent: "", days: 1 });
  return (await cookies(house.config).staff.serialize(value)).split(";")[0] ?? "";
}

type Route = (asked: ActionFunctionArgs) => Promise<unknown>;
type Options = { cookie?: string; form?: Record<string, string>; query?: string; params?: Record<string, string> };

/** What a route gives: status, and a page's data or a program's JSON. */
async function ask(route: Route, options: Options = {}) {
  const { cookie = mine, form, query = "", params = {} } = options;
  const request = new Request(`http://localhost:3000/desk/x${query}`, {
    headers: { Cookie: cookie },
    ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
  });
  const asked = { request, params: { code, ...params }, context: { house, nonce: "" } };
  const answer: unknown = await route(asked).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return { status: answer.status, answer, data: null };
  const wrapped = answer as { data?: unknown; init?: { status?: number }; type?: string };
  const isWrapped = wrapped?.type === "DataWithResponseInit";
  return {
    status: isWrapped ? (wrapped.init?.status ?? 200) : 200,
    data: isWrapped ? wrapped.data : answer,
    answer: null,
  };
}

/** Over, but nobody wrote down who kept the record. */
async function over(): Promise<void> {
  const settings = { contact: "徐静", contactPhone: "0532-5550 0101", supervisionPhone: "0532-5550 0110" };
  await house.db.write((db) => saveCommunity(db, room.community.communityId, { settings }));
  await closeMeeting(house, room.community.actor, { meetingId: room.meetingId, pending: "all" });
}

const docx = (genre: string) => ({ params: { file: `${genre}.docx` } });

describe("another community's staff", () => {
  it("find neither the page, nor the papers, nor a way to complete them", async () => {
    await over();
    const complete = { cookie: strangers, form: { recorder: "外人" } };
    const answers = [
      await ask(page.loader, { cookie: strangers }),
      await ask(page.action, complete),
      await ask(lines.loader, { cookie: strangers }),
      await ask(file.loader, { cookie: strangers, ...docx("attendance-sheet") }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await ask(list.loader, { cookie: strangers })).data).toMatchObject({ meetings: [], more: false });
    expect((await room.meeting()).recorder).toBe("");
  });

  it("are sent to sign in when they are nobody at all", async () => {
    const { answer } = await ask(page.loader, { cookie: "" });
    expect(answer?.headers.get("Location")).toMatch(/^\/sign-in\?next=/);
  });
});

describe("programs", () => {
  it("get 409 with what is missing, then the file", async () => {
    const early = await ask(file.loader, docx("minutes"));
    expect(early.status).toBe(409);
    const missing = ["散会时间", "记录人", "议题1的处理结果", "议题2的处理结果", "议题3的处理结果"];
    expect(await early.answer?.json()).toMatchObject({ error: "document-not-ready", details: { missing } });
    await over();
    await house.db.write((db) => saveMeeting(db, room.meetingId, { recorder: "徐静" }));
    const { answer } = await ask(file.loader, docx("minutes"));
    const bytes = Buffer.from(new Uint8Array((await answer?.arrayBuffer()) ?? new ArrayBuffer(0)));
    expect(answer?.headers.get("Content-Type")).toContain("wordprocessingml");
    expect(decodeURIComponent(answer?.headers.get("Content-Disposition") ?? "")).toContain("2026-11-25-会议纪要-");
    expect(paragraphTexts(openWord(bytes).body).join()).toContain("徐静");
  });

  it.each([
    ["?from=2026-02-30", 422],
    ["?from=2020-01-01", 422],
    ["?from=9999-12-31", 422],
    ["?masked=no", 422],
    [`?number=${"长".repeat(31)}`, 422],
    ["?masked=0&from=&number=", 200],
  ])("get %s answered with %i", async (query, status) => {
    await over();
    expect((await ask(file.loader, { query, ...docx("result-notice") })).status).toBe(status);
  });

  it.each(["result-notice", "result-notice.pdf", "toString.docx", "..docx"])("find no %s", async (name) => {
    expect((await ask(file.loader, { params: { file: name } })).status).toBe(404);
  });
});

describe("the page", () => {
  it("keeps the choices of its address, and names one that cannot be", async () => {
    await over();
    const good = await ask(page.loader, { query: "?paper=result-notice&from=2026-12-01&masked=0&number=第3期" });
    expect(good.data).toMatchObject({
      problem: null,
      view: { paper: "result-notice", from: "2026-12-01", masked: false, number: "第3期" },
      notice: { from: "2026-12-01", until: "2026-12-16", days: 15 },
    });
    for (const from of ["2020-01-01", "morgen", "9999-12-31"]) {
      const bad = await ask(page.loader, { query: `?paper=result-notice&from=${from}` });
      expect(bad).toMatchObject({ status: 200, data: { view: { from: "" }, notice: { from: "2026-11-25" } } });
      expect((bad.data as { problem: string }).problem).toMatch(/[一-龥]/);
    }
  });

  it("keeps the official layout to those who issue officially, whatever the address says", async () => {
    await over();
    const query = "?paper=result-notice&layout=official&sealed=0&copyTo=区民政局";
    expect(await ask(page.loader, { query })).toMatchObject({
      status: 200,
      data: { official: false, problem: null, view: { layout: "community", sealed: false, copyTo: "区民政局" } },
    });
    const settings = { official: { organ: "湖滨街道办事处", mark: "湖滨街道办事处", code: "湖街办" } };
    await house.db.write((db) => saveCommunity(db, room.community.communityId, { kind: "street", settings }));
    expect(await ask(page.loader, { query })).toMatchObject({
      data: { official: true, view: { layout: "official", sealed: false, copyTo: "区民政局" } },
    });
  });

  it("saves a wording, refuses one with what was typed, and goes back", async () => {
    const words = { intent: "edit-wording", genre: "minutes", key: "overview", seen: "0" };
    const refused = await ask(page.action, { form: { ...words, text: "到了{到场}人" } });
    expect(refused).toMatchObject({ status: 422, data: { values: { text: "到了{到场}人", key: "overview" } } });
    const saved = await ask(page.action, { form: { ...words, text: "应到｛应到｝人" } });
    expect(saved).toMatchObject({ status: 200, data: { ok: true, value: { key: "overview", place: 1 } } });
    const shown = (await ask(page.loader, { query: "?paper=minutes" })).data;
    expect(shown).toMatchObject({ wordings: [{ key: "overview", versions: [{ text: "应到{应到}人" }] }] });
    const stale = await ask(page.action, { form: { ...words, text: "又一个" } });
    expect(stale).toMatchObject({ status: 409, data: { error: "stale", details: { current: { place: 1 } } } });
    const back = await ask(page.action, { form: { ...words, intent: "restore-wording", seen: "1", text: "" } });
    expect(back).toMatchObject({ data: { ok: true, value: { place: 2 } } });
    const lost = await ask(page.action, { cookie: strangers, form: { ...words, text: "外人写的" } });
    expect(lost.status).toBe(404);
  });

  it("completes what a closed meeting's plan lacks, once, with an entry in the journal", async () => {
    const early = await ask(page.action, { form: { recorder: "徐静" } });
    expect(early).toMatchObject({
      status: 409,
      data: { ok: false, error: "wrong-state", values: { recorder: "徐静" } },
    });
    await over();
    expect(await ask(page.action, { form: { recorder: " \u0000 " } })).toMatchObject({
      status: 422,
      data: { fields: { recorder: "请填写记录人。" } },
    });
    expect(await ask(page.action, { form: { recorder: "徐静\u202e" } })).toMatchObject({ data: { ok: true } });
    expect((await room.meeting()).recorder).toBe("徐静");
    const last = (await house.db.read((db) => journalOf(db, room.meetingId))).at(-1);
    expect(last).toMatchObject({ act: "complete-meeting", data: { code, now: { recorder: "徐静" } } });
    const second = await ask(page.action, { form: { recorder: "许小梅" } });
    expect(second).toMatchObject({ status: 409, data: { error: "stale", details: { current: { recorder: "徐静" } } } });
    expect((await room.meeting()).recorder).toBe("徐静");
    const { data } = await ask(page.loader);
    expect(data).toMatchObject({ blanks: [] });
    for (const genre of ["attendance-sheet", "minutes"]) {
      expect(data).toMatchObject({ papers: expect.arrayContaining([expect.objectContaining({ genre, ready: true })]) });
    }
  });

  it("never overwrites what stands", async () => {
    await over();
    const { chair } = await room.meeting();
    expect(chair).not.toBe("");
    const taken = await ask(page.action, { form: { chair: "别人", recorder: "徐静" } });
    expect(taken).toMatchObject({ status: 409, data: { error: "stale" } });
    expect(await room.meeting()).toMatchObject({ chair, recorder: "" });
  });
});
