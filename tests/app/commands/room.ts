import { chooseAgendaItem } from "#app/commands/choose-agenda-item.ts";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { markAttendance } from "#app/commands/mark-attendance.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { addSpeech } from "#app/commands/record-speech.ts";
import { type Issue, issueById } from "#db/stores/issue.ts";
import { type AgendaItem, agendaOf, type Meeting, meetingById } from "#db/stores/meeting.ts";
import type { TestHouse } from "#tests/house.ts";
import { type CastMember, type SeededCommunity, seedCommunity } from "#tests/people.ts";

/** Wednesday 2026-11-25, 14:30 in Shanghai. */
export const WEDNESDAY = new Date("2026-11-25T06:30:00Z");

export const ISSUES = [
  { title: "3号楼东侧路灯不亮", place: "3号楼东侧", category: "公共设施" },
  { title: "地面车位常被外来车占用", place: "北门停车区", category: "停车" },
  { title: "绿地里种菜", place: "5号楼南侧绿地", category: "环境" },
];

export type Room = {
  house: TestHouse;
  community: SeededCommunity;
  meetingId: string;
  /** The report back, then the issues. */
  items(): Promise<AgendaItem[]>;
  item(position: number): Promise<AgendaItem>;
  issue(position: number): Promise<Issue>;
  meeting(): Promise<Meeting>;
  /** Turns to an item and writes down one line. */
  discuss(position: number): Promise<AgendaItem>;
  acts(subject?: string): Promise<string[]>;
};

/** The four fixed seats of the roundtable. */
export const FOUR_SEATS: CastMember[] = ["secretary", "manager", "household", "chen"];

/** A meeting with three issues, opened unless `opened` is false, and these people present. */
export async function openRoom(
  house: TestHouse,
  options: { opened?: boolean; present?: CastMember[]; issues?: typeof ISSUES } = {},
): Promise<Room> {
  const community = await seedCommunity(house);
  const { actor, bodyId } = community;
  const issues: string[] = [];
  for (const issue of options.issues ?? ISSUES) issues.push((await enterIssue(house, actor, issue)).id);
  const plan = { body: bodyId, startsAt: WEDNESDAY, title: "", recorder: "", issues };
  const { id: meetingId } = await planMeeting(house, actor, plan);
  house.at(WEDNESDAY);
  for (const member of options.present ?? FOUR_SEATS) {
    await markAttendance(house, actor, { meetingId, personId: community.people[member].id, present: true });
  }
  const room = roomOf(house, community, meetingId);
  if (options.opened !== false) await openMeeting(house, actor, { meetingId });
  return room;
}

function roomOf(house: TestHouse, community: SeededCommunity, meetingId: string): Room {
  const items = () => house.db.read((db) => agendaOf(db, meetingId));
  const item = async (position: number) => must((await items()).find((each) => each.position === position));
  const meeting = async () => must(await house.db.read((db) => meetingById(db, meetingId)));
  return {
    house,
    community,
    meetingId,
    items,
    item,
    meeting,
    async issue(position) {
      const { issueId } = await item(position);
      return must(await house.db.read((db) => issueById(db, issueId ?? "")));
    },
    async discuss(position) {
      const { id } = await item(position);
      const from = (await meeting()).currentItemId ?? "";
      await chooseAgendaItem(house, community.actor, { meetingId, agendaItemId: id, from });
      const words = { speaker: "陈建平", body: "晚上看不清路,老人不敢出门。" };
      await addSpeech(house, community.actor, { meetingId, agendaItemId: id, ...words });
      return item(position);
    },
    acts: (subject) =>
      house.db.read(async (db) => {
        const entries = await db.select().from(db.tables.journal);
        return entries.filter((entry) => !subject || entry.subject === subject).map((entry) => entry.act);
      }),
  };
}

export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the test's own premise does not hold");
  return value;
}
