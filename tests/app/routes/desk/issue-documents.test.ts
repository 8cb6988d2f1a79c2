import type { ActionFunctionArgs } from "@remix-run/node";
import { afterEach, beforeEach, expect, it } from "vitest";
import { signIn } from "#app/commands/sign-in.ts";
import * as file from "#app/routes/api/issue-document.ts";
import * as lines from "#app/routes/api/issue-documents.ts";
import * as page from "#app/routes/desk/issue-documents.tsx";
import { cookies } from "#app/routes/shared/access.ts";
import { actionItemsOfMeeting } from "#db/stores/issue.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { PASSWORD } from "#tests/people.ts";
import { openWord, paragraphTexts } from "#tests/proof/word-file.ts";
import { holdTwoWednesdays } from "../../queries/two-wednesdays.ts";

let house: TestHouse;
let cookie: string;
let id: string;
beforeEach(async () => {
  house = openTestHouse();
  const { lake, meetingId } = await holdTwoWednesdays(house);
  const [item] = await house.db.read((db) => actionItemsOfMeeting(db, meetingId));
  id = item?.issueId ?? "";
  const { value } = await signIn(house, { username: lake.username, password: PASSWORD, userAgent: "", days: 1 });
  cookie = (await cookies(house.config).staff.serialize(value)).split(";")[0] ?? "";
});
afterEach(() => house.close());

type Route = (asked: ActionFunctionArgs) => Promise<unknown>;
type Options = { query?: string; name?: string; form?: Record<string, string> };

async function ask(route: Route, { query = "", name = "", form }: Options = {}): Promise<unknown> {
  const request = new Request(`http://localhost:3000/x${query}`, {
    headers: { Cookie: cookie },
    ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
  });
  return route({ request, params: { id, file: name }, context: { house, nonce: "" } } as ActionFunctionArgs);
}

const word = async (name: string) => {
  const answer = (await ask(file.loader, { name })) as Response;
  return { answer, text: paragraphTexts(openWord(Buffer.from(await answer.arrayBuffer())).body).join("\n") };
};

it("programs and the page get the same papers of an issue, each as a Word file", async () => {
  const told = (await ((await ask(lines.loader)) as Response).json()) as { genre: string; missing: string[] }[];
  const shown = (await ask(page.loader, { query: "?paper=assignment" })) as {
    data?: { papers: { genre: string; gaps: unknown[] }[]; issue: { id: string } };
    papers?: { genre: string; gaps: unknown[] }[];
  };
  const { papers = [] } = shown.data ?? shown;
  expect(papers.map(({ genre, gaps }) => [genre, gaps.length])).toEqual(
    told.map(({ genre, missing }) => [genre, missing.length]),
  );
  const { answer, text } = await word("assignment.docx");
  expect(answer.headers.get("Content-Type")).toContain("wordprocessingml");
  expect(decodeURIComponent(answer.headers.get("Content-Disposition") ?? "")).toContain(
    "交办（督办）单-3号楼东侧路灯不亮.docx",
  );
  expect(text).toContain("更换六盏路灯");
});

it("a wording that staff put in other words stands on the paper from then on", async () => {
  const form = {
    intent: "edit-wording",
    genre: "feedback-notice",
    key: "ask",
    text: "欢迎到居委会当面说。",
    seen: "0",
  };
  const before = (await word("feedback-notice.docx")).text;
  expect(before).not.toContain(form.text);
  expect(await ask(page.action, { form })).toMatchObject({ ok: true });
  expect((await word("feedback-notice.docx")).text).toContain(form.text);
});
