import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelMeeting } from "#app/commands/cancel-meeting.ts";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { finishActionItem, moveDeadline } from "#app/commands/update-action-item.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import { meetingFacts } from "#app/queries/documents/facts.ts";
import { figuresOf, periodSummary } from "#app/queries/documents/genres/period-summary.ts";
import { problemListOfMeeting, problemListOfPeriod } from "#app/queries/documents/genres/problem-list.ts";
import { periodFacts } from "#app/queries/documents/period-facts.ts";
import { problemRow } from "#app/queries/documents/problems.ts";
import type { PeriodFigures } from "#templates/genres/period-summary.ts";
import { ledgerCells } from "#templates/parts/ledger.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { seedCommunity } from "#tests/people.ts";
import { issueAndPost } from "./posted.ts";
import { holdTwoWednesdays, ISSUES, type TwoWednesdays } from "./two-wednesdays.ts";

let house: TestHouse;
let held: TwoWednesdays;

/** Two Wednesdays in November; at the turn of the month something on each side of midnight, and a meeting that is called off. */
beforeAll(async () => {
  house = openTestHouse();
  held = await holdTwoWednesdays(house);
  const { actor, bodyId } = held.lake;
  const open = (await figures("SELECT id FROM action_item WHERE state = 'open' ORDER BY number")) as { id: string }[];
  const [crates, sandbags, lamps] = await items(open.map((row) => row.id));
  house.at(atTime("2026-11-30", "23:59"));
  await finishActionItem(house, actor, { ...must(lamps), note: "六盏全部换好" });
  await enterIssue(house, actor, { title: "十一月最后一分钟提出", place: "北门", category: "环境" });
  house.at(atTime("2026-12-01", "00:00"));
  await enterIssue(house, actor, { title: "十二月第一分钟提出", place: "南门", category: "环境" });
  await finishActionItem(house, actor, { ...must(crates), note: "清理完毕" });
  await moveDeadline(house, actor, { ...must(sandbags), deadline: "2027-01-10", reason: "街道缺货" });
  for (const day of ["2026-11-30", "2026-12-02"]) {
    house.at(atTime("2026-11-26", "09:00"));
    const startsAt = atTime(day, day === "2026-11-30" ? "23:30" : "14:30");
    const plan = { body: bodyId, startsAt, place: "议事厅", recorder: "徐静", issues: [] };
    const { id } = await planMeeting(house, actor, plan);
    await cancelMeeting(house, actor, { meetingId: id, reason: "停电" });
  }
  await issueAndPost(house, held, "2026-11-26");
  house.at(atTime("2026-12-05", "09:00"));
});
afterAll(() => house.close());

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the test's own premise: it is there");
  return value;
}

type Row = Record<string, unknown>;
const figures = (sql: string): Promise<Row[]> => house.db.read(async (db) => db.all<Row>(sql as never));

async function items(ids: string[]) {
  const rows = await house.db.read(async (db) => db.select().from(db.tables.actionItem));
  return ids.map((id) => rows.find((row) => row.id === id));
}

const summary = async (id: string) => figuresOf(await periodFacts(house, held.lake.actor, id));

/** The same figures by SQL of the test's own: days are text, eight hours east of what is stored. */
async function counted(from: string, until: string): Promise<Partial<PeriodFigures>> {
  const day = (column: string) => `date(${column} / 1000 + 28800, 'unixepoch')`;
  const within = (column: string) => `${day(column)} BETWEEN '${from}' AND '${until}'`;
  const one = async (sql: string) => Number(Object.values((await figures(`SELECT count(*) AS n ${sql}`))[0] ?? {})[0]);
  const heldIn = `SELECT id FROM meeting WHERE state IN ('open', 'closed') AND ${within("starts_at")}`;
  const promised = `FROM action_item WHERE meeting_id IN (${heldIn})`;
  const done = `state = 'done' AND ${day("done_at")} <= '${until}'`;
  const given = `(state = 'cancelled' AND ${day("done_at")} <= '${until}')`;
  const was = `coalesce((SELECT json_extract(data, '$.was') FROM journal WHERE subject = action_item.id AND act = 'move-deadline'
    AND date(at, '+8 hours') > '${until}' ORDER BY seq LIMIT 1), deadline)`;
  const item = `FROM agenda_item WHERE kind = 'issue' AND meeting_id IN (${heldIn})`;
  const settled = `FROM issue WHERE first_raised_on <= '${until}' AND settled_at IS NOT NULL AND ${within("settled_at")}`;
  return {
    meetings: await one(`FROM (${heldIn})`),
    cancelled: await one(`FROM meeting WHERE state = 'cancelled' AND ${within("starts_at")}`),
    discussed: await one(item),
    issues: await one(`FROM (SELECT DISTINCT issue_id ${item})`),
    outcomes: {
      "resolved-now": await one(`${item} AND outcome = 'resolved-now'`),
      timed: await one(`${item} AND outcome = 'timed'`),
      declined: await one(`${item} AND outcome = 'declined'`),
      "next-time": await one(`${item} AND outcome = 'next-time'`),
      onward: await one(`${item} AND outcome = 'onward'`),
      none: await one(`${item} AND outcome IS NULL`),
    },
    raised: await one(`FROM issue WHERE first_raised_on BETWEEN '${from}' AND '${until}'`),
    settled: await one(settled),
    open: await one(
      `FROM issue WHERE first_raised_on <= '${until}' AND (settled_at IS NULL OR ${day("settled_at")} > '${until}')`,
    ),
    tasks: await one(`${promised} AND NOT ${given}`),
    done: await one(`${promised} AND ${done}`),
    overdue: await one(`${promised} AND NOT (${done}) AND NOT ${given} AND ${was} < '${until}'`),
    givenUp: await one(`${promised} AND ${given}`),
    polls: await one(`FROM poll WHERE state = 'closed' AND meeting_id IN (${heldIn})`),
    passed: await one(
      `FROM poll WHERE state = 'closed' AND json_extract(result, '$.passed') = 1 AND meeting_id IN (${heldIn})`,
    ),
    voided: await one(`FROM poll WHERE state = 'voided' AND meeting_id IN (${heldIn})`),
    notices: await one(
      `FROM (SELECT DISTINCT document_id FROM posting WHERE posted_on BETWEEN '${from}' AND '${until}')`,
    ),
    objections: await one(`FROM objection WHERE received_on BETWEEN '${from}' AND '${until}'`),
    answered: await one(
      `FROM objection WHERE received_on BETWEEN '${from}' AND '${until}' AND replied_on <= '${until}'`,
    ),
  };
}

describe("the figures of a period", () => {
  it("are those that SQL counts by days in Shanghai: November, the quarter, and December up to today", async () => {
    expect(await summary("2026-11")).toMatchObject(await counted("2026-11-01", "2026-11-30"));
    expect(await summary("2026-Q4")).toMatchObject(await counted("2026-10-01", "2026-12-05"));
    expect(await summary("2026-12")).toMatchObject(await counted("2026-12-01", "2026-12-05"));
  });

  it("the premise holds: both sides of midnight have something", async () => {
    const [november, december] = [await summary("2026-11"), await summary("2026-12")];
    expect(november).toMatchObject({ meetings: 2, cancelled: 1, tasks: 5, done: 2, overdue: 1, polls: 3, passed: 2 });
    expect(december).toMatchObject({ meetings: 0, cancelled: 1, raised: 1, tasks: 0, notices: 0, objections: 1 });
    expect(november).toMatchObject({ raised: 9, notices: 1, objections: 1, answered: 0 });
    expect(await summary("2026-Q4")).toMatchObject({ tasks: 5, done: 3, overdue: 0, objections: 2, answered: 1 });
  });

  it("the ledger's lines add up to them, and tell of the notice and of what was said against it", async () => {
    const { ledger, figures: sums } = periodSummary(await periodFacts(house, held.lake.actor, "2026-11"));
    const sum = (of: "done" | "all" | "overdue") => ledger.reduce((total, row) => total + row[of], 0);
    expect([sum("done"), sum("all"), sum("overdue")]).toEqual([sums.done, sums.tasks, sums.overdue]);
    expect(ledger).toHaveLength(sums.discussed);
    const second = ledger.filter((row) => row.day === "2026-11-25");
    expect(second.map((row) => row.notices)).toEqual(second.map(() => [{ from: "2026-11-26", until: "2026-12-11" }]));
    expect(second[0]).toMatchObject({ objections: 1, done: 1, all: 2, tasks: ["更换六盏路灯", "检查地下线路"] });
  });

  it("an issue that was declined is no example of what was achieved, and what was posted for a meeting is told once", async () => {
    const input = periodSummary(await periodFacts(house, held.lake.actor, "2026-11"));
    const settled = (await figures("SELECT title FROM issue WHERE settled_at IS NOT NULL")).map(({ title }) => title);
    expect(settled).toContain(ISSUES.signs.title);
    expect(input.cases.map(({ title }) => title)).not.toContain(ISSUES.signs.title);
    const rows = input.ledger.map(ledgerCells);
    const second = rows.filter((_, place) => input.ledger[place]?.day === "2026-11-25");
    expect(second.map((cells) => cells.slice(-2))).toEqual([
      ["2026年\n11月26日至\n2026年\n12月11日", "1件"],
      ...second.slice(1).map(() => ["同上", "同上"]),
    ]);
  });

  it("name nobody from the roll beside a count", async () => {
    const { overdue, figures: sums } = periodSummary(await periodFacts(house, held.lake.actor, "2026-11"));
    expect(overdue).toEqual([{ number: 2, title: "清理2号楼楼道杂物", detail: "时限2026年11月24日" }]);
    expect(JSON.stringify(sums)).not.toMatch(/[一-龥]/);
  });

  it("a month that has not begun, and what is no month, are not there", async () => {
    for (const id of ["2027-01", "2026-13", "2026-Q5", "november"]) {
      await expect(periodFacts(house, held.lake.actor, id)).rejects.toMatchObject({ word: "not-found" });
    }
  });
});

describe("the list of problems", () => {
  const row = async (period: string, title: string) =>
    problemListOfPeriod(await periodFacts(house, held.lake.actor, period)).rows.find((each) => each.title === title);

  it("of November holds what was open in it, as it stood at its end", async () => {
    const { rows } = problemListOfPeriod(await periodFacts(house, held.lake.actor, "2026-11"));
    const [{ n = 0 } = {}] = (await figures(
      "SELECT count(*) AS n FROM issue WHERE first_raised_on <= '2026-11-30' AND (settled_at IS NULL OR date(settled_at / 1000 + 28800, 'unixepoch') >= '2026-11-01')",
    )) as { n?: number }[];
    expect(rows).toHaveLength(n);
    expect(rows.map((each) => each.title)).not.toContain("十二月第一分钟提出");
    expect(await row("2026-11", "上周:清理2号楼楼道杂物")).toMatchObject({ light: "red", standing: "逾期" });
    expect(await row("2026-11", "上周:为商户备沙袋")).toMatchObject({
      light: "green",
      measures: [{ deadline: "2026-12-20" }],
    });
  });

  it("of December tells what became of it since", async () => {
    expect(await row("2026-12", "上周:清理2号楼楼道杂物")).toMatchObject({ light: "green", standing: "已办结" });
    expect(await row("2026-12", "上周:为商户备沙袋")).toMatchObject({ measures: [{ deadline: "2027-01-10" }] });
    expect(await row("2026-12", ISSUES.lamp.title)).toMatchObject({
      lead: "物业公司郑国强",
      partners: ["湖滨供电所"],
      times: 1,
      light: "green",
      measures: [{ title: "更换六盏路灯" }, { title: "检查地下线路" }],
    });
    expect(await row("2026-12", ISSUES.greens.title)).toMatchObject({ light: "yellow", standing: "未议成", times: 1 });
    expect(await row("2026-12", "十二月第一分钟提出")).toMatchObject({ light: "yellow", standing: "待上会", times: 0 });
  });

  it("takes what was settled in the room, or answered, for no issue without a result", async () => {
    const { problems, asOf } = await periodFacts(house, held.lake.actor, "2026-11");
    const open = (title: string) => {
      const problem = must(problems.find(({ issue }) => issue.title === title));
      expect(problem.tasks).toEqual([]);
      return problemRow({ ...problem, settledOn: null }, asOf);
    };
    expect(open(ISSUES.parking.title)).toMatchObject({ light: "green", standing: "已办结" });
    expect(open(ISSUES.signs.title)).toMatchObject({ light: "green", standing: "不能办" });
    const put = must(problems.find(({ issue }) => issue.title === ISSUES.greens.title));
    // The reason stands in one column, not in two.
    const again = put.hearings.map((each) => ({ ...each, item: { ...each.item, conclusion: each.item.reason } }));
    const { said, remark } = problemRow({ ...put, hearings: again }, asOf);
    expect(said).not.toBe("");
    expect(remark).not.toContain(said);
  });

  it("counts the meetings of an issue as the issue does", async () => {
    const { rows } = problemListOfPeriod(await periodFacts(house, held.lake.actor, "2026-12"));
    const known = (await figures("SELECT number, times_discussed AS times FROM issue")) as {
      number: number;
      times: number;
    }[];
    expect(rows.map(({ number, times }) => [number, times])).toEqual(
      rows.map(({ number }) => [number, known.find((each) => each.number === number)?.times]),
    );
  });

  it("of a meeting is the community's as of that day", async () => {
    const list = problemListOfMeeting(await meetingFacts(house, held.lake.actor, held.code));
    expect(list.asOf).toBe("2026-11-25");
    const lamp = list.rows.find((each) => each.title === ISSUES.lamp.title);
    expect(lamp).toMatchObject({ light: "green", standing: "在办", times: 1, firstRaisedOn: "2026-11-23" });
    expect(list.rows.map((each) => each.title)).not.toContain("十一月最后一分钟提出");
  });
});

it("another community's months are its own", async () => {
  const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
  const facts = await periodFacts(house, hill.actor, "2026-11");
  expect(figuresOf(facts)).toMatchObject({ meetings: 0, cancelled: 0, tasks: 0, raised: 0, notices: 0, objections: 0 });
  expect([facts.problems, facts.meetings, facts.published.size]).toEqual([[], [], 0]);
});
