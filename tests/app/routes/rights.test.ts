import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeApiToken } from "#app/commands/api-tokens.ts";
import { createOwnMethod } from "#app/commands/create-own-method.ts";
import { addPerson, removePerson } from "#app/commands/edit-person.ts";
import { addRoll } from "#app/commands/edit-roll.ts";
import { makeHelperDeviceHere } from "#app/commands/helper-device.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import { publishOwnMethod } from "#app/commands/publish-own-method.ts";
import { signIn } from "#app/commands/sign-in.ts";
import { strawOptions } from "#app/domain/straw/options.ts";
import { skeleton } from "#app/methods/skeleton.ts";
import { insertStraw } from "#db/stores/straw.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arrive, meetingInSession } from "#tests/meeting.ts";
import { PASSWORD, type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { openRoom, type Room } from "../commands/room.ts";
import { type Answer, ask, everyRoute, everything, type Holder, pathOf } from "./every-route.ts";

/**
 * Who may do what, route by route, against the objects of a community in session with a secret poll open: its neighbour's secretary,
 * a voter of the neighbour's meeting, and nobody at all. A new route fails here until its row says what strangers get.
 */

type Who = "secretary" | "program" | "voter" | "helper" | "nobody";
/** `shut`: refused or sent away. `own`: staff see their own community, everyone else is sent away. `open`: anyone may look. */
type Row = { loader?: "shut" | "own" | "open"; action?: "shut" | "own" | "open"; sends?: Record<string, string>[] };

const intents = (names: string, more: Record<string, string> = {}) =>
  names.split(" ").map((intent) => ({ intent, ...more }));

const FIGURES = { for: "1", against: "0", abstain: "0", invalid: "0" };

const rows: Record<string, Row> = {
  "routes/home.tsx": { loader: "shut" },
  "routes/set-up.tsx": { loader: "shut", action: "shut" },
  "routes/sign-in.tsx": { loader: "open", action: "shut", sends: [{ username: "zhoulan", password: "not-this-one" }] },
  "routes/unknown.tsx": { loader: "shut" },
  "routes/healthz.ts": { loader: "open", action: "shut" },
  "routes/desk/layout.tsx": { loader: "own" },
  "routes/desk/today.tsx": { loader: "own" },
  "routes/desk/journal.tsx": { loader: "own", action: "own" },
  "routes/desk/settings.tsx": {
    loader: "own",
    action: "shut",
    sends: [
      ...intents("community password add-community"),
      { intent: "end-session", id: "theirs" },
      ...intents("revoke-token", { id: "theirs" }),
    ],
  },
  "routes/desk/bodies.tsx": { loader: "own", action: "shut" },
  "routes/desk/body-new.tsx": { loader: "own", action: "shut", sends: [{ name: "" }] },
  "routes/desk/body.tsx": {
    loader: "shut",
    action: "shut",
    sends: intents("save remove", { methodId: "roundtable", "schedule.every": "none", startTime: "14:30" }),
  },
  "routes/desk/issues.tsx": { loader: "own" },
  "routes/desk/issue-new.tsx": { loader: "own", action: "shut" },
  "routes/desk/issue.tsx": {
    loader: "shut",
    action: "shut",
    sends: [{ event: "advance" }, { event: "withdraw", reason: "不办了" }],
  },
  "routes/desk/issue-edit.tsx": { loader: "shut", action: "shut" },
  "routes/desk/actions.tsx": { loader: "own", action: "shut", sends: intents("finish move return undo") },
  "routes/desk/methods.tsx": { loader: "own" },
  "routes/desk/method.tsx": { loader: "shut", action: "shut", sends: [{ on: "on" }, { on: "off" }] },
  "routes/desk/method-own-list.tsx": { loader: "own", action: "shut", sends: intents("remove restore import") },
  "routes/desk/method-own-new.tsx": { loader: "own", action: "shut", sends: [{}, { name: "" }] },
  "routes/desk/method-own-edit.tsx": {
    loader: "shut",
    action: "shut",
    sends: intents("save publish", { edition: "2", draft: JSON.stringify(skeleton("own-x", "别处写的")) }),
  },
  "routes/desk/method-rehearsal.tsx": { loader: "shut" },
  "routes/desk/method-own-rehearsal.tsx": { loader: "shut" },
  "routes/desk/method-export.ts": { loader: "shut" },
  "routes/desk/rules.tsx": { loader: "own" },
  "routes/desk/owners-roll.tsx": {
    loader: "shut",
    action: "shut",
    sends: [
      ...intents("merge keep", { owners: "theirs,others" }),
      { intent: "keep-plain", group: "theirs,others" },
      { intent: "split", owner: "theirs", units: "theirs" },
      { intent: "area", unit: "theirs", area: "80.5", was: "8000" },
    ],
  },
  "routes/desk/owners-import.tsx": {
    loader: "shut",
    action: "shut",
    sends: intents("confirm discard read", { planId: "x", missing: "remove" }),
  },
  "routes/desk/owners-vote.tsx": {
    loader: "shut",
    action: "shut",
    sends: [
      { intent: "prepare", question: "换电梯", ruleId: "owners-general" },
      { intent: "notice", pollId: "theirs", version: "1", endsAt: "2027-01-20T20:00" },
      ...intents("freeze open close", { pollId: "theirs" }),
      { intent: "extend", pollId: "theirs", days: "5" },
      ...intents("paper strike", { pollId: "theirs", personId: "theirs", choice: "for", enteredBy: "周岚" }),
    ],
  },
  "routes/desk/owners-sheet.tsx": { loader: "shut" },
  "routes/desk/meetings.tsx": { loader: "own" },
  "routes/desk/meeting-new.tsx": { loader: "own", action: "shut" },
  "routes/desk/meeting.tsx": {
    loader: "shut",
    action: "shut",
    sends: intents("add remove move order cancel trial-run register-proxy withdraw-proxy"),
  },
  "routes/desk/meeting-edit.tsx": { loader: "shut", action: "shut" },
  "routes/desk/room.tsx": {
    loader: "shut",
    action: "shut",
    sends: [
      ...intents(
        "open close choose attend rebind register-proxy withdraw-proxy speak remove-speech restore-speech undo-outcome report-done report-open report-progress",
      ),
      ...intents("trial-arrive trial-vote trial-stop", { count: "3", leaning: "mixed" }),
      ...intents("open-poll close-poll reveal-poll extend-poll void-poll stop-phones screen constructor __proto__"),
      ...intents("issue-paper enter-count count-again", { issued: "yes", method: "hands", teller: "外人", ...FIGURES }),
      ...intents("reveal-on-phones", { phoneReveal: "2" }),
      ...intents("open-prepared reschedule-poll unschedule-poll", { opensAt: "2027-01-06T15:30" }),
      ...intents("open-straw close-straw discard-straw put-straw-away", { options: "一\n二" }),
      { intent: "decide", outcome: "next-time" },
      { intent: "decide", outcome: "declined" },
    ],
  },
  "routes/desk/trial-run-ending.ts": { action: "shut" },
  "routes/desk/room-speeches.ts": { loader: "shut", action: "shut" },
  "routes/desk/documents.tsx": { loader: "shut", action: "shut" },
  "routes/desk/document-list.tsx": { loader: "own" },
  "routes/desk/people.tsx": { loader: "own" },
  "routes/desk/people-new.tsx": { loader: "own", action: "shut", sends: [{ name: "" }] },
  "routes/desk/people-removed.tsx": { loader: "own", action: "shut" },
  "routes/desk/people-import.tsx": { loader: "own", action: "shut", sends: intents("confirm stage") },
  // Another community's roll in the address is refused before anything of it is shown or changed.
  "routes/desk/people-copy.tsx": { loader: "own", action: "shut", sends: intents("ticked all", { person: "theirs" }) },
  "routes/desk/people-rolls.tsx": {
    loader: "own",
    action: "shut",
    sends: [{ intent: "add", name: "" }, ...intents("restore")],
  },
  "routes/desk/people-roll.tsx": { loader: "shut", action: "shut", sends: intents("save remove", { people: "0" }) },
  "routes/desk/people-edit.tsx": { loader: "shut", action: "shut", sends: intents("save remove") },
  "routes/desk/slips.tsx": { loader: "shut", action: "shut" },
  "routes/desk/helpers.tsx": {
    loader: "shut",
    action: "shut",
    sends: [...intents("make here", { helper: "外人" }), ...intents("revoke")],
  },
  "routes/phone/layout.tsx": { loader: "open" },
  "routes/phone/room.tsx": { loader: "open" },
  "routes/phone/check-in.tsx": {
    loader: "open",
    action: "shut",
    sends: [{ token: "guess" }, { name: "陈建平", roomCode: "000000" }],
  },
  "routes/phone/not-me.tsx": { loader: "shut", action: "own" },
  "routes/phone/ballot.tsx": {
    loader: "open",
    action: "shut",
    sends: [{ choice: "for" }, { choice: "for", confirmed: "yes" }],
  },
  "routes/phone/straw.tsx": { loader: "open", action: "shut", sends: [{ choice: "o1" }, { choice: "" }] },
  "routes/phone/text-size.ts": { action: "open" },
  "routes/phone/assist.tsx": {
    loader: "shut",
    action: "shut",
    sends: [{ link: "guess" }, { present: "guess" }, { choice: "for" }, { choice: "for", confirmed: "yes" }],
  },
  "routes/phone/assist-ballot.ts": { loader: "shut", action: "shut", sends: [{ person: "guess", choice: "for" }] },
  "routes/screen/screen.tsx": {
    loader: "open",
    action: "shut",
    sends: ["next", "back", "black", "qr"].map((key) => ({ key })),
  },
  "routes/api/methods.ts": { loader: "open", action: "shut" },
  "routes/api/rules.ts": { loader: "open", action: "shut" },
  "routes/api/rule-evaluation.ts": { loader: "shut", action: "open" },
  "routes/api/issues.ts": { loader: "shut", action: "shut", sends: [{ title: "" }] },
  "routes/api/issue.ts": { loader: "shut", action: "shut" },
  "routes/api/issue-facts.ts": { loader: "shut", action: "shut", sends: [{ expected: "1" }] },
  "routes/api/issue-steps.ts": { loader: "shut", action: "shut", sends: [{ event: "advance" }] },
  "routes/api/meetings.ts": { loader: "shut", action: "shut" },
  "routes/api/meeting.ts": { loader: "open", action: "shut" },
  "routes/api/meeting-opening.ts": { loader: "shut", action: "shut" },
  "routes/api/meeting-closing.ts": { loader: "shut", action: "shut" },
  "routes/api/check-ins.ts": { loader: "shut", action: "shut", sends: [{ token: "guess" }] },
  "routes/api/polls.ts": { loader: "shut", action: "shut" },
  "routes/api/documents.ts": { loader: "shut", action: "shut" },
  "routes/api/document.ts": { loader: "shut", action: "shut" },
  "routes/api/poll-opening.ts": { loader: "shut", action: "shut" },
  "routes/api/poll-closing.ts": { loader: "shut", action: "shut" },
  "routes/api/poll-counts.ts": { loader: "shut", action: "shut", sends: [{ teller: "外人", ...FIGURES }] },
  "routes/api/poll-papers.ts": { loader: "shut", action: "shut", sends: [{ voter: "x" }] },
  "routes/api/poll-extension.ts": { loader: "shut", action: "shut", sends: [{ minutes: "5" }] },
  "routes/api/poll-voiding.ts": { loader: "shut", action: "shut", sends: [{ reason: "越权" }] },
  "routes/api/ballots.ts": { loader: "shut", action: "shut", sends: [{ choice: "for" }] },
  "routes/api/poll-result.ts": { loader: "shut", action: "shut" },
  "routes/api/unknown.ts": { loader: "shut", action: "shut" },
  // Last, because it ends the secretary's own session.
  "routes/sign-out.tsx": { loader: "shut", action: "own" },
};

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
  const order = (await room.items()).map((each) => each.id).reverse();
  return {
    ...{ code, meetingId, poll: poll.id, pollId: poll.id, issue: item.issueId ?? "", issues: item.issueId ?? "" },
    ...{ straw, strawId: straw },
    ...{ agendaItemId: item.id, agendaItem: item.id, itemId: item.id, from: "", order: order.join(), by: "1" },
    ...{ personId: people.liu.id, id: removed.id, speechId: speech?.id ?? "", body: lake.bodyId },
    rollId: (await addRoll(house, actor, { name: "翠湖党员名册", kind: "people" })).id,
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
  const { code = "", issue = "", poll = "", personId = "", rule = "", body = "", ownMethod = "", rollId = "" } = target;
  const kinds: [RegExp, string][] = [
    [/desk.bod/, body],
    [/desk.method/, ownMethod],
    [/people-roll\./, rollId],
    [/people/, personId],
    [/poll|ballot/, poll],
    [/rule/, rule],
  ];
  const id = kinds.find(([kind]) => kind.test(file))?.[1] ?? issue;
  return { code, id, file: "attendance-sheet.docx" };
}

function bodyOf(file: string, sent: Record<string, string>): { body: BodyInit; type?: string } {
  const { body = "", ownMethod = "", methodVersion = "" } = target;
  const aboutMethod = { id: ownMethod, from: ownMethod, version: methodVersion };
  const about: Record<string, string> = file.includes("bodies")
    ? { id: body }
    : file.includes("method-own")
      ? aboutMethod
      : {};
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
