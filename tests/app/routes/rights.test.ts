import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeApiToken } from "#app/commands/api-tokens.ts";
import { createOwnMethod } from "#app/commands/create-own-method.ts";
import { addPerson, removePerson } from "#app/commands/edit-person.ts";
import { addRoll } from "#app/commands/edit-roll.ts";
import { makeHelperDeviceHere } from "#app/commands/helper-device.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import { addOwnTemplate } from "#app/commands/own-templates.ts";
import { publishOwnMethod } from "#app/commands/publish-own-method.ts";
import { signIn } from "#app/commands/sign-in.ts";
import { strawOptions } from "#app/domain/straw/options.ts";
import type { Actor } from "#app/house.ts";
import { sampleTemplate } from "#app/queries/own-template-sample.ts";
import { insertDocument } from "#db/stores/document.ts";
import { insertStraw } from "#db/stores/straw.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arrive, meetingInSession } from "#tests/meeting.ts";
import { PASSWORD, type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { openRoom, type Room } from "../commands/room.ts";
import { type Answer, ask, everyRoute, everything, type Holder, pathOf } from "./every-route.ts";
import { rows, type Who } from "./rights.ts";

/**
 * Who may do what, route by route, against the objects of a community in session with a secret poll open: its neighbour's secretary,
 * a voter of the neighbour's meeting, and nobody at all. A new route fails here until its row in rights.ts says what strangers get.
 */

const routes = await everyRoute();

it("lists every route that reads or changes something", () => {
  const listed = (part: "loader" | "action") =>
    Object.keys(rows)
      .filter((file) => rows[file]?.[part])
      .sort();
  const there = (part: "loader" | "action") =>
    [...routes].flatMap(([file, route]) => (route[part] ? [file] : [])).sort();
  expect(listed("loader")).toEqual(there("loader"));
  expect(listed("action")).toEqual(there("action"));
});

let house: TestHouse;
let room: Room;
let hill: SeededCommunity;
let holders: [Who, Holder][];
/** Ids of the lake's objects, and values that its own staff could send about them. */
let target: Record<string, string>;
/** Words that stand in the lake's data and nowhere else. */
const LAKES_OWN = /翠湖党员名册|翠湖院坝会|路灯不亮|老人不敢出门|离开的人|修路灯/;

beforeAll(async () => {
  house = openTestHouse();
  room = await openRoom(house);
  hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
  target = await targets();
  holders = await strangers();
});
afterAll(() => house.close());

async function targets(): Promise<Record<string, string>> {
  const { community: lake, meetingId } = room;
  const { actor, people } = lake;
  const item = await room.discuss(2);
  const [speech] = await house.db.read(async (db) => db.select().from(db.tables.speech));
  const gone = { name: "离开的人", seat: "", unit: "", phone: "", votingRight: true };
  const removed = await addPerson(house, actor, gone);
  await removePerson(house, actor, { id: removed.id, version: 1 });
  const { code, version } = await room.meeting();
  for (const who of ["liu", "wang", "li", "zhang"] as const)
    await arrive(house, { id: meetingId, code }, people[who].id);
  const rule = "resident-representatives";
  const poll = await openPoll(house, actor, { meetingId, question: "是否同意修路灯", mode: "secret", ruleId: rule });
  const straw = await moodCheckOf(meetingId);
  await makeApiToken(house, actor, "平台");
  const method = await createOwnMethod(house, actor, { name: "翠湖院坝会" });
  const { version: methodVersion } = await publishOwnMethod(house, actor, { id: method.id, version: 1 });
  const sample = { name: "翠湖纪要.docx", bytes: await sampleTemplate(house) };
  const template = await addOwnTemplate(house, actor, { name: "翠湖党员名册模板", file: sample });
  const document = await issuedPaper(actor, meetingId);
  const order = (await room.items()).map((each) => each.id).reverse();
  return {
    ...{ code, meetingId, poll: poll.id, pollId: poll.id, issue: item.issueId ?? "", issues: item.issueId ?? "" },
    ...{ straw, strawId: straw, template: template.id },
    ...{ agendaItemId: item.id, agendaItem: item.id, itemId: item.id, from: "", order: order.join(), by: "1" },
    ...{ personId: people.liu.id, id: removed.id, speechId: speech?.id ?? "", body: lake.bodyId },
    rollId: (await addRoll(house, actor, { name: "翠湖党员名册", kind: "people" })).id,
    ...{ document, sourceId: code, digest: "" },
    ...{ ownMethod: method.id, methodVersion: String(methodVersion) },
    ...{ version: "1", expected: "1", decision: "0", present: "no", reveal: "1", minutes: "5", screen: "qr" },
    ...{ rule, ruleId: rule, question: "越权", mode: "secret", reason: "越权", note: "越权", speaker: "越权" },
    ...{
      startsAt: "2026-12-02T06:30:00Z",
      day: "2026-12-02",
      time: "14:30",
      name: "越权",
      title: "",
      edition: String(version),
    },
  };
}

/** One that lacks nothing but the right to it. */
async function issuedPaper({ communityId, staffId }: Actor, sourceId: string): Promise<string> {
  const id = house.newId();
  const choices = { from: "2026-11-23" };
  const content = await house.files.put(Buffer.from(JSON.stringify({ fileName: "路灯不亮.docx" })));
  const row = { id, communityId, genre: "result-notice", sourceKind: "meeting" as const, sourceId, choices, content };
  const issued = { state: "issued" as const, number: "2026年第1号", issuedOn: "2026-11-23", file: content };
  const about = { title: "协商结果公示 · 路灯不亮", public: true, masked: true, layout: "community" };
  const made = { draftedBy: staffId, createdAt: house.clock() };
  await house.db.write((db) => insertDocument(db, { ...row, ...issued, ...about, ...made }));
  return id;
}

/** An open one beside the vote, where no act would leave it: then every refusal is about who asks. */
async function moodCheckOf(meetingId: string): Promise<string> {
  const id = house.newId();
  const asked = { id, meetingId, question: "修路灯怎么看", options: strawOptions(["一", "二"]) };
  await house.db.write((db) => insertStraw(db, { ...asked, state: "open", openedAt: house.clock() }));
  return id;
}

/** The neighbours have a meeting in session themselves, so that only the object tells them from the lake's people. */
async function strangers(): Promise<[Who, Holder][]> {
  const meeting = await meetingInSession(house, hill);
  const { value } = await signIn(house, { username: hill.username, password: PASSWORD, userAgent: "", days: 1 });
  const { key } = await arrive(house, meeting, hill.people.chen.id);
  const { token } = await makeApiToken(house, hill.actor, "南山平台");
  const tablet = await makeHelperDeviceHere(house, hill.actor, meeting.code);
  return [
    ["nobody", {}],
    ["voter", { voter: key, bearer: key }],
    ["helper", { helper: tablet.key }],
    ["program", { bearer: token }],
    ["secretary", { staff: value }],
  ];
}

function paramsOf(file: string): Record<string, string> {
  const { template = "" } = target;
  const { document = "" } = target;
  const { code = "", issue = "", poll = "", personId = "", rule = "", body = "", ownMethod = "", rollId = "" } = target;
  const kinds: [RegExp, string][] = [
    [/document-(life|photo)|register-document/, document],
    [/desk.bod/, body],
    [/desk.method/, ownMethod],
    [/own-template/, template],
    [/people-roll\./, rollId],
    [/people/, personId],
    [/poll|ballot/, poll],
    [/rule/, rule],
  ];
  const id = kinds.find(([kind]) => kind.test(file))?.[1] ?? issue;
  const files: [RegExp, string][] = [
    [/own-template-file/, "1.docx"],
    [/own-document/, `${template}.docx`],
  ];
  return { code, id, file: files.find(([kind]) => kind.test(file))?.[1] ?? "attendance-sheet.docx" };
}

function bodyOf(file: string, sent: Record<string, string>): { body: BodyInit; type?: string } {
  const { body = "", ownMethod = "", methodVersion = "", template = "" } = target;
  const aboutMethod = { id: ownMethod, from: ownMethod, version: methodVersion };
  const kinds: [string, Record<string, string>][] = [
    ["own-templates", { id: template }],
    ["bodies", { id: body }],
    ["method-own", aboutMethod],
  ];
  const about = kinds.find(([kind]) => file.includes(kind))?.[1] ?? {};
  const all = { ...target, ...about, ...sent };
  if (!file.startsWith("routes/api/")) return { body: new URLSearchParams(all) };
  return { body: JSON.stringify({ ...all, agenda: [{ issue: target.issue }] }), type: "application/json" };
}

/** What the database holds of everybody but the hill's own people. */
async function lakesRows(): Promise<string> {
  const rows = Object.entries(await everything(house)).flatMap(([table, all]) =>
    all.map((row) => JSON.stringify([table, row])),
  );
  return rows.filter((row) => !row.includes(hill.communityId) && !row.includes(hill.staffId)).join("\n");
}

const isShut = ({ status, to }: Answer) => (status >= 400 && status < 500) || (to !== null && !to.includes("done="));

const withPart = (part: "loader" | "action") =>
  Object.entries(rows).flatMap(([file, row]) => {
    const [route, rule] = [routes.get(file)?.[part], row[part]];
    return route && rule ? [{ file, route, rule, sends: row.sends ?? [{}] }] : [];
  });

describe("reading shows strangers nothing of the lake's that is not for everyone", () => {
  it.each(withPart("loader"))("$file", async ({ file, route, rule }) => {
    const before = JSON.stringify(await everything(house));
    for (const [who, holder] of holders) {
      const answer = await ask(house, route, holder, { params: paramsOf(file), path: pathOf(file) });
      const mayLook = rule === "open" || (rule === "own" && (who === "secretary" || who === "program"));
      expect(mayLook ? answer.status < 400 : isShut(answer), `${who}: ${answer.status}`).toBe(true);
      if (rule !== "open") expect(textOf(answer), who).not.toMatch(LAKES_OWN);
    }
    expect(JSON.stringify(await everything(house))).toBe(before);
  });
});

describe("acting changes nothing of the lake's", () => {
  it.each(withPart("action"))("$file", async ({ file, route, rule, sends }) => {
    const read = rule === "own" ? lakesRows : async () => JSON.stringify(await everything(house));
    const before = await read();
    for (const sent of sends) {
      for (const [who, holder] of holders) {
        const asked = { params: paramsOf(file), path: pathOf(file), method: "POST", ...bodyOf(file, sent) };
        const answer = await ask(house, route, holder, asked);
        const what = `${who} ${JSON.stringify(sent)}: ${answer.status}`;
        if (rule === "shut") expect(isShut(answer), what).toBe(true);
        expect(textOf(answer), what).not.toMatch(LAKES_OWN);
        expect(await read(), what).toBe(before);
      }
    }
  });
});

const textOf = ({ body }: Answer) => JSON.stringify(body) ?? "";
