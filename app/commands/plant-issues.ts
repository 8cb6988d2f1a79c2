import { addDays, type CalendarDay, dayOf } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import { startMethod } from "#app/domain/method/step.ts";
import type { House } from "#app/house.ts";
import { METHODS } from "#app/methods/index.ts";
import { insertIssue, nextNumber } from "#db/stores/issue.ts";
import { meetingByCode } from "#db/stores/meeting.ts";

const BUILDINGS = 40;
const TROUBLES = ["路灯不亮", "车位被占", "雨水倒灌", "楼道堆物", "健身器材损坏", "门禁失灵", "夜间噪声"];
const CATEGORIES = ["路灯照明", "停车秩序", "排水防汛", "环境绿化", "道路设施", "安全隐患"];
const SOURCES = ["网格员走访", "居民当面反映", "物业报送", "12345 转办"];
/** 我方默认: a detail of some 300 characters, as a grid worker types it. */
const SENTENCES = 10;

/**
 * Puts open issues on a community's list, in every stage of every method in turn, without journal entries: for measuring lists. Raised
 * within the last 700 days, the same each time.
 */
export async function plantIssues(house: House, communityId: string, count: number): Promise<void> {
  const createdAt = house.clock();
  const today = dayOf(createdAt);
  await house.db.write(async (db) => {
    const first = await nextNumber(db, "issue", communityId);
    for (let n = 0; n < count; n++) {
      await insertIssue(db, {
        id: house.newId(),
        communityId,
        number: first + n,
        createdAt,
        ...told(n, today),
        ...standing(n),
      });
    }
  });
}

/** The same, for the community of the meeting with this code. Throws not-found. */
export async function plantIssuesBeside(house: House, code: string, count: number): Promise<void> {
  const meeting = await house.db.read((db) => meetingByCode(db, code));
  if (!meeting) throw new DomainError("not-found");
  await plantIssues(house, meeting.communityId, count);
}

const of = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

function told(n: number, today: CalendarDay) {
  const building = `${(n % BUILDINGS) + 1}号楼`;
  const trouble = of(TROUBLES, n);
  const sentence = `${building}居民反映${trouble}已有多日，影响老人和孩子出行，盼尽快处理。`;
  return {
    title: `${building}${trouble}`,
    detail: sentence.repeat((n % (2 * SENTENCES)) + 1),
    place: `${building}${(n % 4) + 1}单元`,
    category: of(CATEGORIES, n),
    source: of(SOURCES, n),
    raisedBy: `${of(["陈", "刘", "王", "李"], n)}家`,
    firstRaisedOn: addDays(today, -(n % 700)),
    timesDiscussed: n % 5,
  };
}

function standing(n: number) {
  const method = of(METHODS, n);
  const stage = of(
    method.stages.filter((each) => !each.final),
    Math.floor(n / METHODS.length),
  ).id;
  return { methodId: method.id, stage, process: { ...startMethod(method), value: stage } };
}
