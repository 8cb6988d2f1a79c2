import { addDays, atTime } from "#app/domain/calendar/day.ts";
import { madeDocument } from "#app/queries/documents/index.ts";
import type { TestHouse } from "#tests/house.ts";
import type { TwoWednesdays } from "./two-wednesdays.ts";

/**
 * The second Wednesday's notice as issued on `day`, put up for fifteen days, with two objections: one of the day after, answered on
 * 4 December, and one of 2 December, not answered. Tells the issued file's bytes.
 */
export async function issueAndPost(house: TestHouse, held: TwoWednesdays, day: string): Promise<Buffer> {
  const { actor, communityId } = held.lake;
  const source = { kind: "meeting", id: held.code } as const;
  house.at(atTime(day, "10:00"));
  const { bytes, fileName } = await madeDocument(house, actor, source, "result-notice");
  const file = await house.files.put(bytes);
  const [id, postingId, now] = [house.newId(), house.newId(), house.clock()];
  const people = { draftedBy: actor.name, checkedBy: actor.name, issuedBy: actor.name };
  const times = { createdAt: now, checkedAt: now, issuedAt: now, issuedOn: day };
  const paper = { id, communityId, genre: "result-notice", sourceKind: "meeting", sourceId: held.meetingId } as const;
  const put = { id: postingId, documentId: id, place: "北门公告栏", postedOn: day, until: addDays(day, 15) };
  const objection = (number: number, receivedOn: string) => {
    const said = { body: "路灯应当先查线路", receivedOn, replyBy: addDays(receivedOn, 5), receivedBy: actor.name };
    return { id: house.newId(), communityId, documentId: id, number, ...said, createdAt: now };
  };
  await house.db.write(async (db) => {
    const { document, posting, objection: objections } = db.tables;
    const title = fileName.slice(0, -".docx".length);
    const state = { title, public: true, masked: true, choices: {}, layout: "community", state: "issued" } as const;
    await db.insert(document).values({ ...paper, ...state, ...people, ...times, file });
    await db.insert(posting).values({ ...put, postedBy: actor.name, createdAt: now });
    await db
      .insert(objections)
      .values([
        { ...objection(1, addDays(day, 1)), reply: "已请供电所检查", repliedBy: actor.name, repliedOn: "2026-12-04" },
        objection(2, "2026-12-02"),
      ]);
  });
  return bytes;
}
