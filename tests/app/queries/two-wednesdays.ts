import { castBallot } from "#app/commands/cast-ballot.ts";
import { chooseAgendaItem } from "#app/commands/choose-agenda-item.ts";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { closePoll } from "#app/commands/close-poll.ts";
import { decideOutcome } from "#app/commands/decide-outcome.ts";
import { draftPoll } from "#app/commands/draft-poll.ts";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { type HeldItem, holdMeeting } from "#app/commands/hold-demonstration-meeting.ts";
import { markAttendance } from "#app/commands/mark-attendance.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { openDraftPoll, openPoll } from "#app/commands/open-poll.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { addSpeech } from "#app/commands/record-speech.ts";
import { finishActionItem } from "#app/commands/update-action-item.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import { actionItemsOf } from "#db/stores/issue.ts";
import { agendaOf, meetingById } from "#db/stores/meeting.ts";
import { attendeeOf, insertPeople } from "#db/stores/roll.ts";
import { saveCommunity } from "#db/stores/staff.ts";
import type { TestHouse } from "#tests/house.ts";
import { arrive } from "#tests/meeting.ts";
import { type CastMember, cast, type SeededCommunity, seedCommunity } from "#tests/people.ts";

export const SETTINGS = { contact: "徐静", contactPhone: "0532-5550 0101", supervisionPhone: "0532-5550 0110" };

/** Who comes to the second Wednesday: eight of the ten with a vote, and one without. */
export const CAME: CastMember[] = ["secretary", "manager", "household", "chen", "liu", "wang", "li", "zhang", "zhao"];
export const STAYED_AWAY: CastMember[] = ["sun", "wu", "observer"];

/** Was taken off the roll before the second Wednesday, and is spoken of there. */
export const MOVED_AWAY = "白云飞";

/** What the first Wednesday promises: one kept, one overdue on the second, one still running. */
const PROMISES = [
  { record: "更换3号楼前盖板", responsible: "翠湖物业服务中心", deadline: "2026-11-20", plan: "到货当天更换" },
  { record: "清理2号楼楼道杂物", responsible: "第二网格", deadline: "2026-11-24", plan: "先贴通知再清" },
  { record: "为商户备沙袋", responsible: "赵玉兰", deadline: "2026-12-20", plan: "向街道领取" },
];

export const ISSUES = {
  lamp: { title: "3号楼东侧路灯不亮", place: "3号楼2单元501门前", category: "公共设施", raisedBy: "钱多多" },
  parking: { title: "车位常被外来车占用", place: "北门停车区", category: "停车", raisedBy: "网格员" },
  greens: { title: "王志远家门前绿地被占", place: "5号楼南侧", category: "环境" },
  signs: { title: "要求拆除沿街招牌", place: "湖东街", category: "市容" },
  cars: { title: "夜间车位不够", place: "小区主路", category: "停车" },
} as const;

export type TwoWednesdays = { lake: SeededCommunity; meetingId: string; code: string };

/** A community after two Wednesday meetings, held by the commands of the room: the second is on 2026-11-25, 14:30 to 15:40. */
export async function holdTwoWednesdays(house: TestHouse): Promise<TwoWednesdays> {
  const lake = await seedCommunity(house);
  await house.db.write((db) => saveCommunity(db, lake.communityId, { settings: SETTINGS }));
  await firstWednesday(house, lake);
  await addMovedAway(house, lake);
  const issues = await enter(house, lake, Object.values(ISSUES));
  house.at(atTime("2026-11-25", "14:00"));
  const plan = {
    body: lake.bodyId,
    startsAt: atTime("2026-11-25", "14:30"),
    place: "议事厅",
    recorder: "徐静",
    issues,
  };
  const { id, code } = await planMeeting(house, lake.actor, plan);
  await gather(house, lake, { id, code });
  house.at(atTime("2026-11-25", "14:30"));
  await openMeeting(house, lake.actor, { meetingId: id });
  await treat(house, lake, { id, code });
  house.at(atTime("2026-11-25", "15:40"));
  await closeMeeting(house, lake.actor, { meetingId: id, pending: "all" });
  return { lake, meetingId: id, code };
}

async function addMovedAway(house: TestHouse, { communityId }: SeededCommunity): Promise<void> {
  const [createdAt, removedAt] = [house.clock(), house.clock()];
  const person = { id: house.newId(), communityId, name: MOVED_AWAY, votingRight: true, createdAt, removedAt };
  await house.db.write((db) => insertPeople(db, [person]));
}

async function enter(house: TestHouse, lake: SeededCommunity, issues: readonly object[]): Promise<string[]> {
  const ids: string[] = [];
  for (const issue of issues) ids.push((await enterIssue(house, lake.actor, issue as typeof ISSUES.lamp)).id);
  return ids;
}

async function firstWednesday(house: TestHouse, lake: SeededCommunity): Promise<void> {
  house.at(atTime("2026-11-17", "09:00"));
  const earlier = PROMISES.map(({ record }) => ({ title: `上周:${record}`, place: "翠湖", category: "其他" }));
  const ids = await enter(house, lake, earlier);
  const items = ids.map(
    (issue, index): HeldItem => ({
      issue,
      speeches: [["居民代表", "请尽快办。"]],
      outcome: { outcome: "timed", tasks: [PROMISES[index] as (typeof PROMISES)[number]] },
    }),
  );
  await holdMeeting(house, lake.actor, { bodyId: lake.bodyId, day: "2026-11-18", absent: 1, items });
  house.at(atTime("2026-11-20", "16:00"));
  const [kept] = await house.db.read((db) => actionItemsOf(db, lake.communityId));
  if (kept) await finishActionItem(house, lake.actor, { ...kept, note: "已更换并试走" });
  house.at(atTime("2026-11-23", "09:00"));
}

/** Some with their phones, the others ticked at the desk. */
async function gather(house: TestHouse, lake: SeededCommunity, meeting: { id: string; code: string }): Promise<void> {
  for (const [minute, member] of CAME.entries()) {
    house.at(atTime("2026-11-25", `14:${String(15 + minute).padStart(2, "0")}`));
    const personId = lake.people[member].id;
    if (member === "chen" || member === "liu") await arrive(house, meeting, personId);
    else await markAttendance(house, lake.actor, { meetingId: meeting.id, personId, present: true });
  }
}

type Held = { id: string; code: string };

/** Every outcome, a secret poll that passes, one that fails, and a named one asked by a program on no item. */
async function treat(house: TestHouse, lake: SeededCommunity, meeting: Held): Promise<void> {
  const items = await house.db.read((db) => agendaOf(db, meeting.id));
  const place = (index: number) => ({ meetingId: meeting.id, agendaItemId: items[index]?.id ?? "" });
  const turnTo = async (index: number) => {
    const from = (await house.db.read((db) => meetingById(db, meeting.id)))?.currentItemId ?? "";
    await chooseAgendaItem(house, lake.actor, { ...place(index), from });
    await addSpeech(house, lake.actor, { ...place(index), speaker: "陈建平", body: "请尽快办。" });
  };
  await turnTo(1);
  await vote(house, lake, meeting, {
    item: place(1).agendaItemId,
    question: "同意王志远垫付换灯费用吗?",
    ballots: "ffffffaa",
  });
  await decideOutcome(house, lake.actor, {
    ...place(1),
    decision: 0,
    outcome: "timed",
    conclusion: "先换灯,再由王志远(13812345678)查线路",
    differences: "个别代表建议加装感应灯",
    tasks: [
      { record: "更换六盏路灯", responsible: "物业公司郑国强", deadline: "2026-12-10", plan: "周末施工" },
      { record: "检查地下线路", responsible: "湖滨供电所", deadline: "2026-12-18", plan: "分三段断电" },
    ],
  });
  await turnTo(2);
  await vote(house, lake, meeting, { item: place(2).agendaItemId, question: "是否加装道闸?", ballots: "fffgg" });
  const parking = {
    decision: 0,
    outcome: "resolved-now",
    conclusion: "物业当场联系车主移车,网格员每晚巡查",
    partyAgrees: true,
  } as const;
  await decideOutcome(house, lake.actor, { ...place(2), ...parking });
  await turnTo(3);
  const greens = { decision: 0, outcome: "next-time", reason: `当事人何秀英和${MOVED_AWAY}没有表态` } as const;
  await decideOutcome(house, lake.actor, { ...place(3), ...greens });
  await turnTo(4);
  const signs = { decision: 0, outcome: "declined", conclusion: "招牌由城管部门管", reason: "不属于社区职责" } as const;
  await decideOutcome(house, lake.actor, { ...place(4), ...signs });
  const asked = {
    meetingId: meeting.id,
    question: "是否增补记录人?",
    mode: "named",
    ruleId: "resident-representatives",
  } as const;
  const { id } = await draftPoll(house, lake.actor, asked);
  await openDraftPoll(house, lake.actor, id);
  await ballotsInto(house, lake, meeting, id, "ffffffff");
  await closePoll(house, lake.actor, id);
}

/** One letter a voter in the order of `CAME`: f for, g against, a abstains; who has no letter does not vote. */
async function vote(
  house: TestHouse,
  lake: SeededCommunity,
  meeting: Held,
  { item, question, ballots }: { item: string; question: string; ballots: string },
): Promise<void> {
  const ask = {
    meetingId: meeting.id,
    agendaItemId: item,
    question,
    mode: "secret",
    ruleId: "resident-representatives",
  } as const;
  const { id } = await openPoll(house, lake.actor, ask);
  await ballotsInto(house, lake, meeting, id, ballots);
  await closePoll(house, lake.actor, id);
}

const CHOICES = { f: "for", g: "against", a: "abstain" } as const;

async function ballotsInto(house: TestHouse, lake: SeededCommunity, meeting: Held, pollId: string, ballots: string) {
  const voters = CAME.filter((member) => cast[member].votingRight);
  for (const [index, letter] of [...ballots].entries()) {
    const { id: personId, name } = lake.people[voters[index] ?? "chen"];
    const line = await house.db.read((db) => attendeeOf(db, meeting.id, personId));
    const keyId = line?.keyId ?? null;
    const voter = { kind: "voter", meetingId: meeting.id, personId, keyId, name, votingRight: true } as const;
    await castBallot(house, voter, { pollId, choice: CHOICES[letter as keyof typeof CHOICES] });
  }
}
