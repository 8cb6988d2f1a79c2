import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, it } from "vitest";
import { castBallot } from "#app/commands/cast-ballot.ts";
import { closePoll } from "#app/commands/close-poll.ts";
import { enterCount } from "#app/commands/enter-count.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import { addOwnTemplate } from "#app/commands/own-templates.ts";
import { SINGLES } from "#app/domain/document/placeholders.ts";
import type { PaperSource } from "#app/domain/document/source.ts";
import type { PollMode } from "#app/domain/poll/machine.ts";
import type { Actor } from "#app/house.ts";
import { archiveOf } from "#app/queries/archive/index.ts";
import { ballotSheets } from "#app/queries/ballot-sheets.ts";
import { chosen } from "#app/queries/documents/choices.ts";
import { documentLines, prepare, sourceFacts } from "#app/queries/documents/index.ts";
import { documentsPage } from "#app/queries/documents/page.ts";
import { filledTemplate } from "#app/queries/own-templates.ts";
import { attendanceFile, PERIOD_SHEETS, periodFile } from "#app/queries/sheets/index.ts";
import { genres } from "#templates/index.ts";
import { openRoom } from "#tests/app/commands/room.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arriveAsVoter } from "#tests/meeting.ts";
import type { CastMember } from "#tests/people.ts";
import { paragraph, wordFile } from "#tests/templates/own/files.ts";

/**
 * Two meetings that are the same in everything but how their people vote: no paper of the meeting, its issue or its month, no sheet, no archive, no
 * template of the community's own and no page about them may differ while the poll is open; nor after a secret one, where only who cast what differs.
 */
const VOTERS: CastMember[] = ["chen", "liu", "wang", "li", "zhang", "household", "secretary"];
const TEMPLATE = wordFile({
  body:
    SINGLES.map(({ name }) => paragraph(`{${name}}`)).join("") +
    paragraph(
      "{#表决}{表决事项}{同意}{反对}{弃权}{结论}{结果}{#选项}{得票}{/选项}{/表决}{#议题}{#表决}{同意}{/表决}{/议题}",
    ),
});

let houses: TestHouse[] = [];
afterEach(async () => {
  await Promise.all(houses.map((house) => house.close()));
  houses = [];
});

async function meetingThatVotes(choices: string[], mode: PollMode, closed: boolean): Promise<Record<string, unknown>> {
  const house = openTestHouse();
  houses.push(house);
  const room = await openRoom(house);
  const { community, meetingId } = room;
  const { actor } = community;
  const item = await room.discuss(2);
  const { code } = await room.meeting();
  const voters = [];
  for (const who of VOTERS) voters.push(await arriveAsVoter(house, { id: meetingId, code }, community.people[who].id));
  const template = await addOwnTemplate(house, actor, {
    name: "自己的纪要",
    file: { name: "a.docx", bytes: TEMPLATE },
  });
  const asked = { meetingId, question: "是否同意修路灯", mode, ruleId: "resident-representatives" };
  const { id: pollId } = await openPoll(house, actor, { ...asked, agendaItemId: item.id });
  const byPhone = mode === "secret" || mode === "named";
  for (const [n, choice] of byPhone ? choices.entries() : []) {
    const voter = voters[n];
    if (voter) expect(await castBallot(house, voter, { pollId, choice })).toEqual({ status: "recorded" });
  }
  const of = (id: string) => choices.filter((choice) => choice === id).length;
  const votes = { for: of("for"), against: of("against"), abstain: of("abstain"), invalid: 0 };
  for (const teller of byPhone ? [] : ["李华", "王强"])
    await enterCount(house, actor, { pollId, teller, ...votes, issued: 7, collected: choices.length });
  if (closed) await closePoll(house, actor, pollId);
  return everyPaper(house, actor, { code, issueId: item.issueId ?? "", templateId: template.id });
}

type Named = { code: string; issueId: string; templateId: string };

async function everyPaper(house: TestHouse, actor: Actor, { code, issueId, templateId }: Named) {
  const told: Record<string, unknown> = {};
  const sources: [PaperSource, string][] = [
    ["meeting", code],
    ["issue", issueId],
    ["period", "2026-11"],
  ];
  for (const [kind, id] of sources) {
    const source = { kind, id };
    const facts = await sourceFacts(house, actor, source);
    told[`${kind} lines`] = await documentLines(house, actor, source);
    for (const genre of Object.keys(genres)) {
      told[`${kind} ${genre} page`] = await documentsPage(house, actor, source, {}, genre);
      for (const masked of [true, false]) {
        // Also what still lacks something: nothing of it may be said by another way.
        const paper = prepare(facts, genre, chosen(facts, { masked }, house.clock()));
        told[`${kind} ${genre} ${masked}`] = paper && [paper.content(), paper.fileName, paper.wordings()];
      }
    }
    if (kind !== "issue") told[`${kind} archive`] = await unpacked(house, actor, source);
  }
  told.sheets = [
    await attendanceFile(house, actor, code),
    ...(await Promise.all(PERIOD_SHEETS.map((sheet) => periodFile(house, actor, "2026-11", sheet)))),
  ].map(({ bytes }) => partsOf(bytes));
  told.ballots = await ballotSheets(house, actor, code);
  told.own = partsOf((await filledTemplate(house, actor, templateId, code)).bytes);
  return told;
}

async function unpacked(house: TestHouse, actor: Actor, source: { kind: PaperSource; id: string }) {
  const { pieces } = await archiveOf(house, actor, source);
  const bytes: Uint8Array[] = [];
  for await (const piece of pieces({ step() {}, lacking() {}, failed: fail })) bytes.push(piece);
  // Sums of Word files differ by when they were set.
  const files = Object.entries(unzipSync(Buffer.concat(bytes))).filter(([path]) => !/manifest|SHA256/.test(path));
  return files.map(([path, file]) => [path, /\.(docx|xlsx)$/.test(path) ? partsOf(file) : strFromU8(file)]);
}

const partsOf = (file: Uint8Array) =>
  Object.entries(unzipSync(file)).flatMap(([name, part]) =>
    name.startsWith("docProps/") ? [] : [[name, strFromU8(part)]],
  );

const fail = (error: unknown) => {
  throw error;
};

const AYES = ["for", "for", "for", "for", "for", "for"];
const NOES = ["against", "abstain", "against", "for", "against", "abstain"];

it.each(["secret", "named", "hands", "paper"] as const)(
  "threat: early results: no paper, sheet or archive tells anything of an open poll by %s",
  async (mode) => {
    const [ayes, noes] = [await meetingThatVotes(AYES, mode, false), await meetingThatVotes(NOES, mode, false)];
    expect(Object.values(ayes).filter(Boolean).length).toBeGreaterThan(60);
    expect(noes).toEqual(ayes);
  },
  30_000,
);

it("threat: row order or time reveals who chose what: no paper differs when others chose the same", async () => {
  const turned = [...NOES.slice(1), ...NOES.slice(0, 1)];
  const [told, other] = [await meetingThatVotes(NOES, "secret", true), await meetingThatVotes(turned, "secret", true)];
  expect(JSON.stringify(told["meeting tally-report true"])).toContain("是否同意修路灯");
  expect(other).toEqual(told);
}, 30_000);

it("its premise holds: of a closed poll papers, archives, templates and the month tell the figures", async () => {
  const [ayes, noes] = [await meetingThatVotes(AYES, "secret", true), await meetingThatVotes(NOES, "secret", true)];
  const differing = Object.keys(ayes).filter((key) => JSON.stringify(ayes[key]) !== JSON.stringify(noes[key]));
  expect(differing).toEqual(
    expect.arrayContaining([
      "meeting tally-report true",
      "meeting record true",
      "meeting archive",
      "period archive",
      "own",
    ]),
  );
}, 30_000);
