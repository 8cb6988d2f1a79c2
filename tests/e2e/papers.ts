import mammoth from "mammoth";
import type { BrowserContext } from "playwright-core";
import { expect } from "vitest";
import { audit } from "./audit.ts";
import type { TestServer } from "./server.ts";

/** All that a Word file says, as one line of text. */
export async function paperText(file: Buffer): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: file });
  return value.replace(/\s+/g, " ");
}

type Expected = {
  code: string;
  /** "YYYY-MM-DD" of the one action item. */
  deadline: string;
  task: { record: string; responsible: string };
  titles: string[];
};

/** Downloads the meeting's three papers as its staff and holds every figure, name and day against the database. */
export async function comparePapers(server: TestServer, staff: BrowserContext, expected: Expected): Promise<void> {
  const { code, deadline, task, titles } = expected;
  const cookies = (await staff.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const paper = async (genre: string) => {
    const address = `${server.url}/api/v1/meetings/${code}/documents/${genre}.docx`;
    const answer = await fetch(address, { headers: { Cookie: cookies } });
    expect(answer.status, genre).toBe(200);
    return paperText(Buffer.from(await answer.arrayBuffer()));
  };
  const rows = (sql: string) => audit(server, sql);
  const poll = JSON.parse(String(rows("SELECT result FROM poll")[0]?.result));
  const figures = [
    `应到${poll.due}人`,
    `到会${poll.present}人`,
    `同意${poll.for}票`,
    `反对${poll.against}票`,
    `弃权${poll.abstain}票`,
  ];
  const [, month, day] = deadline.split("-").map(Number);

  const minutes = await paper("minutes");
  const promised = [task.record, task.responsible, `${month}月${day}日`];
  for (const words of [...figures, ...promised, ...titles]) expect(minutes).toContain(words);
  for (const { name } of rows("SELECT name FROM attendee WHERE present_at IS NOT NULL"))
    expect(minutes).toContain(name);
  expect(minutes).toContain(rows("SELECT hash FROM journal WHERE act = 'close-meeting'")[0]?.hash);

  const sheet = await paper("attendance-sheet");
  const roll = rows("SELECT name FROM attendee");
  for (const { name } of roll) expect(sheet).toContain(name);
  for (const figure of [poll.due, poll.present]) expect(sheet).toContain(String(figure));

  const notice = await paper("result-notice");
  for (const words of [...figures, "0532-55500101", "0532-55500110", task.record]) expect(notice).toContain(words);
  for (const { name } of roll) {
    if (name !== "徐静") expect(notice, "a public paper names nobody on the roll but the contact").not.toContain(name);
  }
}
