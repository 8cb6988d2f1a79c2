import { addDays, atTime, type CalendarDay, dayOf } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { meetingByCode } from "#db/stores/meeting.ts";
import { enterIssue } from "./enter-issue.ts";
import { type HeldItem, holdMeeting } from "./hold-demonstration-meeting.ts";

const ISSUES = 3;

/**
 * Holds so many meetings of the body of the meeting with this code, all in one month that is over, each with three issues, a secret vote, promises and a
 * record: for measuring what a month's file costs. Tells the month. Throws not-found.
 */
export async function plantMeetingsBeside(house: House, code: string, count: number): Promise<string> {
  const meeting = await house.db.read((db) => meetingByCode(db, code));
  if (!meeting) throw new DomainError("not-found");
  const { communityId, bodyId } = meeting;
  const actor: Actor = { kind: "staff", staffId: "", communityId, name: "测量", role: "secretary" };
  const month = addDays(`${dayOf(house.clock()).slice(0, 7)}-01`, -40).slice(0, 7);
  for (let n = 0; n < count; n++) {
    const day = `${month}-${String((n % 28) + 1).padStart(2, "0")}`;
    await holdMeeting(house, actor, { bodyId, day, absent: 4, items: await itemsOf(house, actor, day, n) });
  }
  return month;
}

async function itemsOf(house: House, actor: Actor, day: CalendarDay, n: number): Promise<HeldItem[]> {
  const then: House = { ...house, clock: () => atTime(day, "09:00"), publish: () => {} };
  const items: HeldItem[] = [];
  for (let place = 0; place < ISSUES; place++) {
    const title = `${n + 1}号楼第${place + 1}单元门前路灯不亮`;
    const { id } = await enterIssue(then, actor, { title, place: `${n + 1}号楼`, category: "公共设施" });
    items.push(itemOf(id, day, place));
  }
  return items;
}

function itemOf(issue: string, day: CalendarDay, place: number): HeldItem {
  const speeches: HeldItem["speeches"] = Array.from({ length: 6 }, (_, n) => [
    `居民代表${n + 1}`,
    "老人晚上出门看不清路，已经反映过几次，请写明谁来修、什么时候修好，修好以后请通知大家。",
  ]);
  const task = (record: string, days: number) => {
    return { record, responsible: "物业服务中心", deadline: addDays(day, days), plan: "先断电检查，再逐盏更换" };
  };
  const outcome = {
    outcome: "timed" as const,
    conclusion: "先换灯，再查线路",
    tasks: [task("更换路灯", 5), task("检查线路", 12)],
  };
  const poll = { question: `是否同意第${place + 1}项由物业先行垫付`, against: 3, abstain: 2 };
  return place === 0 ? { issue, speeches, poll, outcome } : { issue, speeches, outcome };
}
