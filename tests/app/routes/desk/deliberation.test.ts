import type { ActionFunctionArgs } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { signIn } from "#app/commands/sign-in.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import * as actions from "#app/routes/desk/actions.tsx";
import * as issue from "#app/routes/desk/issue.tsx";
import * as issueEdit from "#app/routes/desk/issue-edit.tsx";
import * as issueNew from "#app/routes/desk/issue-new.tsx";
import * as issues from "#app/routes/desk/issues.tsx";
import * as meeting from "#app/routes/desk/meeting.tsx";
import * as meetingEdit from "#app/routes/desk/meeting-edit.tsx";
import * as meetingNew from "#app/routes/desk/meeting-new.tsx";
import * as meetings from "#app/routes/desk/meetings.tsx";
import * as methods from "#app/routes/desk/methods.tsx";
import { cookies } from "#app/routes/shared/access.ts";
import { issuesOf } from "#db/stores/issue.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { PASSWORD, type SeededCommunity, seedCommunity } from "#tests/people.ts";

let house: TestHouse;
let lake: SeededCommunity;
let hill: SeededCommunity;
/** The hill's secretary, signed in. */
let cookie: string;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
  hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
  const { value } = await signIn(house, { username: hill.username, password: PASSWORD, userAgent: "", days: 1 });
  cookie = (await cookies(house.config).staff.serialize(value)).split(";")[0] ?? "";
});
afterEach(() => house.close());

type Route = (asked: ActionFunctionArgs) => Promise<unknown>;
type Options = { params?: Record<string, string>; form?: Record<string, string>; cookie?: string; path?: string };

/** What a page's loader or action gives: its data and status, or where it sends the browser. */
async function ask(route: Route, { params = {}, form, cookie: sent = cookie, path = "/desk/x" }: Options = {}) {
  const body = form && new URLSearchParams(form);
  const request = new Request(`http://localhost:3000${path}`, {
    headers: { Cookie: sent },
    ...(body ? { method: "POST", body } : {}),
  });
  const answer = await route({ request, params, context: { house, nonce: "" } }).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get("Location"), data: null };
  const wrapped = answer as { data?: unknown; init?: { status?: number } | null; type?: string };
  const isWrapped = wrapped?.type === "DataWithResponseInit";
  return { status: isWrapped ? (wrapped.init?.status ?? 200) : 200, to: null, data: isWrapped ? wrapped.data : answer };
}

const pages: [string, { loader: Route; action?: Route }][] = [
  ["issues", issues],
  ["issue-new", issueNew],
  ["issue", issue],
  ["issue-edit", issueEdit],
  ["meetings", meetings],
  ["meeting-new", meetingNew],
  ["meeting", meeting],
  ["meeting-edit", meetingEdit],
  ["actions", actions],
  ["methods", methods],
];

describe("pages", () => {
  it.each(pages)("%s asks to sign in", async (_name, page) => {
    expect(await ask(page.loader, { cookie: "" })).toMatchObject({ status: 302, to: "/sign-in?next=%2Fdesk%2Fx" });
    if (page.action) expect(await ask(page.action, { cookie: "", form: {} })).toMatchObject({ status: 302 });
  });

  it("of another community's issue and meeting are not there", async () => {
    const { id } = await enterIssue(house, lake.actor, { title: "路灯" });
    const { code } = await planMeeting(house, lake.actor, {
      body: lake.bodyId,
      startsAt: atTime("2026-11-25", "14:30"),
    });
    for (const page of [issue, issueEdit, meeting, meetingEdit]) {
      expect(await ask(page.loader, { params: { id, code } })).toMatchObject({ status: 404 });
    }
    const forms: [Route, Record<string, string>][] = [
      [issue.action, { event: "withdraw", reason: "试试" }],
      [issueEdit.action, { version: "1", title: "改", firstRaisedOn: "2026-11-20" }],
      [meeting.action, { intent: "add", [`issue-${id}`]: "on" }],
      [meetingEdit.action, { edition: "x", title: "改", day: "2026-11-26", time: "09:00" }],
      [actions.action, { intent: "finish", id: "none", version: "1", note: "办了" }],
    ];
    for (const [action, form] of forms) {
      expect(await ask(action, { params: { id, code }, form })).toMatchObject({
        status: 404,
        data: { error: "not-found" },
      });
    }
  });
});

describe("forms", () => {
  it("keep what was typed and say what is wrong at each field", async () => {
    const form = { title: " ", detail: "晚上看不清", place: "远".repeat(101), firstRaisedOn: "2026-11-20" };
    const answer = await ask(issueNew.action, { form });
    expect(answer).toMatchObject({
      status: 422,
      data: { ok: false, fields: { title: "请填写题目。", place: "地点最多 100 个字。" }, values: form },
    });
  });

  it("enter an issue and go to it", async () => {
    const answer = await ask(issueNew.action, { form: { title: "路灯", firstRaisedOn: "" } });
    const [entered] = await house.db.read((db) => issuesOf(db, hill.communityId));
    expect(answer).toMatchObject({ status: 302, to: `/desk/issues/${entered?.id}` });
  });

  it("name an act that there is not as malformed", async () => {
    expect(await ask(actions.action, { form: { intent: "burn" } })).toMatchObject({ status: 400 });
  });

  it("plan once a day, and send what was ticked along to the meeting that is there", async () => {
    const { id } = await enterIssue(house, hill.actor, { title: "路灯" });
    const form = { body: hill.bodyId, title: "", day: "2026-11-25", time: "14:30", place: "", chair: "", recorder: "" };
    const first = await ask(meetingNew.action, { form });
    expect(first.to).toMatch(/^\/desk\/meetings\/[2-9A-Z]{8}\?done=planned$/);
    const again = await ask(meetingNew.action, { form: { ...form, [`issue-${id}`]: "on" } });
    expect(again.to).toBe(`${first.to?.replace("planned", "existing")}&add=${id}`);
    const past = await ask(meetingNew.action, { form: { ...form, day: "2026-11-18" } });
    expect(past).toMatchObject({ status: 422, data: { fields: { day: "会议日期不能早于今天。" } } });
  });

  it("find issues by any word of theirs", async () => {
    await enterIssue(house, hill.actor, { title: "路灯不亮", place: "3号楼", category: "照明" });
    await enterIssue(house, hill.actor, { title: "车位被占", place: "3号楼", category: "停车" });
    const titles = async (query: string) => {
      const { data } = await ask(issues.loader, { path: `/desk/issues?${query}` });
      return (data as { lines: { title: string }[] }).lines.map((line) => line.title).sort();
    };
    expect(await titles("q=3号楼")).toHaveLength(2);
    expect(await titles("q=3号楼 路灯")).toEqual(["路灯不亮"]);
    expect(await titles("q=2")).toEqual(["车位被占"]);
    expect(await titles("category=停车")).toEqual(["车位被占"]);
    expect(await titles("state=settled")).toEqual([]);
    expect(await titles("stage=roundtable.collect&method=roundtable&state=open&page=9")).toHaveLength(2);
    expect(await titles("state=burnt&page=x")).toHaveLength(2);
    expect(await titles("stage=roundtable.collect&q=%")).toEqual([]);
  });
});
