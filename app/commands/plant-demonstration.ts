import { addDays, atTime, type CalendarDay, dayOf, weekdayOf } from "#app/domain/calendar/day.ts";
import { nextMeetingDays } from "#app/domain/calendar/schedule.ts";
import type { Actor, House } from "#app/house.ts";
import {
  type DemonstrationIssue,
  demonstrationIssues,
  demonstrationRoll,
  demonstrationText as text,
} from "#app/text/demonstration.ts";
import { actionItemsOf } from "#db/stores/issue.ts";
import { insertPeople } from "#db/stores/roll.ts";
import { saveCommunity } from "#db/stores/staff.ts";
import { enterIssue } from "./enter-issue.ts";
import { type HeldItem, holdMeeting } from "./hold-demonstration-meeting.ts";
import { planMeeting } from "./plan-meeting.ts";
import { record } from "./record.ts";
import { type CommunityIds, WEDNESDAYS } from "./set-up.ts";
import { finishActionItem } from "./update-action-item.ts";

/** The same house on another day: a demonstration's past goes through the same commands as any real meeting. */
const houseAt = (house: House, at: Date): House => ({ ...house, clock: () => at, publish: () => {} });

/** Fills a new community with a roll of 60 members, two past Wednesday meetings with their action items, and the next one planned. */
export async function plantDemonstration(house: House, ids: CommunityIds, secretary: string): Promise<void> {
  const actor: Actor = { kind: "staff", ...ids, name: secretary, role: "secretary" };
  const today = dayOf(house.clock());
  const next = nextMeetingDays(WEDNESDAYS, today).day;
  // Back from today, not from the next meeting: that one may lie behind a holiday.
  const last = addDays(today, -((weekdayOf(today) + 4) % 7 || 7));
  const before = addDays(last, -7);
  await house.db.write(async (db) => {
    await saveCommunity(db, ids.communityId, { settings: text.contact });
    const createdAt = house.clock();
    const rows = demonstrationRoll(secretary).map((person) => ({ ...person, id: house.newId(), createdAt }));
    await insertPeople(
      db,
      rows.map((row) => ({ ...row, communityId: ids.communityId })),
    );
    await record(house, db, actor, "plant-demonstration", ids.communityId, { people: rows.length });
  });
  const issues = await enterIssues(house, actor, addDays(before, -3));
  await holdMeeting(house, actor, {
    bodyId: ids.bodyId,
    day: before,
    absent: 14,
    items: firstMeeting(issues, last, next),
  });
  await holdMeeting(house, actor, { bodyId: ids.bodyId, day: last, absent: 11, items: secondMeeting(issues, next) });
  await reportSandbags(houseAt(house, atTime(last, "17:40")), actor);
  const agenda = [issues.parking, issues.greens, issues.charging];
  await planMeeting(house, actor, {
    body: ids.bodyId,
    startsAt: atTime(next, "14:30"),
    recorder: text.recorder,
    issues: agenda,
  });
}

type IssueIds = Record<DemonstrationIssue, string>;

async function enterIssues(house: House, actor: Actor, day: CalendarDay): Promise<IssueIds> {
  const ids: Partial<IssueIds> = {};
  let hour = 9;
  for (const [name, issue] of Object.entries(demonstrationIssues)) {
    const at = houseAt(house, atTime(day, `${String(hour++).padStart(2, "0")}:10`));
    ids[name as DemonstrationIssue] = (await enterIssue(at, actor, issue)).id;
  }
  return ids as IssueIds;
}

function firstMeeting(issues: IssueIds, last: CalendarDay, next: CalendarDay): HeldItem[] {
  const { cover, quarrel, sandbags } = text;
  return [
    {
      issue: issues.cover,
      speeches: cover.speeches,
      // Due before the coming meeting and still open: the first item shows it as overdue.
      outcome: {
        outcome: "timed",
        tasks: [{ record: cover.record, responsible: "翠湖物业服务中心", deadline: last, plan: cover.plan }],
      },
    },
    {
      issue: issues.quarrel,
      speeches: quarrel.speeches,
      outcome: { outcome: "resolved-now", conclusion: quarrel.conclusion, partyAgrees: true },
    },
    {
      issue: issues.sandbags,
      speeches: sandbags.speeches,
      outcome: {
        outcome: "timed",
        tasks: [{ record: sandbags.record, responsible: "第二网格", deadline: next, plan: sandbags.plan }],
      },
    },
  ];
}

function secondMeeting(issues: IssueIds, next: CalendarDay): HeldItem[] {
  const { lamps, locks } = text;
  return [
    {
      issue: issues.lamps,
      speeches: lamps.speeches,
      poll: { question: lamps.question, against: 3, abstain: 2 },
      outcome: {
        outcome: "timed",
        differences: lamps.differences,
        tasks: [
          {
            record: lamps.record,
            responsible: "翠湖物业服务中心、湖滨供电所",
            deadline: addDays(next, 2),
            plan: lamps.plan,
          },
        ],
      },
    },
    {
      issue: issues.locks,
      speeches: locks.speeches,
      outcome: {
        outcome: "timed",
        tasks: [
          { record: locks.record, responsible: "翠湖物业服务中心", deadline: addDays(next, 9), plan: locks.plan },
        ],
      },
    },
    { issue: issues.parking, speeches: [], outcome: { outcome: "next-time", reason: text.parkingReason } },
  ];
}

async function reportSandbags(house: House, actor: Actor): Promise<void> {
  const items = await house.db.read((db) => actionItemsOf(db, actor.communityId));
  const sandbags = items.find((item) => item.title === text.sandbags.record);
  if (sandbags) await finishActionItem(house, actor, { ...sandbags, note: text.sandbags.done });
}
