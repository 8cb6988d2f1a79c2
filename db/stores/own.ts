import { DomainError } from "#app/domain/errors.ts";
import type { Handle } from "#db/connect.ts";
import { type Document, documentById } from "./document.ts";
import { type Roll, rollById } from "./further-roll.ts";
import { type ActionItem, actionItemById, type Issue, issueById } from "./issue.ts";
import { type Body, bodyById, type Meeting, meetingByCode, meetingById } from "./meeting.ts";
import { type Objection, objectionById } from "./objection.ts";
import { type OwnMethod, ownMethodById } from "./own-method.ts";
import { type OwnTemplate, ownTemplateById } from "./own-template.ts";
import { type Poll, pollById } from "./poll.ts";
import { type Posting, postingById } from "./posting.ts";
import { type Person, personById } from "./roll.ts";
import { type StrawPoll, strawById } from "./straw.ts";

/** Who asks: whatever belongs to another community is `not-found`, as if it did not exist. */
type Asker = { communityId: string };

function owned<Row extends { communityId: string }>(asker: Asker, row: Row | undefined): Row {
  if (row?.communityId !== asker.communityId) throw new DomainError("not-found");
  return row;
}

/** The issue, if it belongs to the asker's community. Throws not-found. */
export async function ownIssue(db: Handle, asker: Asker, id: string): Promise<Issue> {
  return owned(asker, await issueById(db, id));
}

/** The action item, if it belongs to the asker's community. Throws not-found. */
export async function ownActionItem(db: Handle, asker: Asker, id: string): Promise<ActionItem> {
  return owned(asker, await actionItemById(db, id));
}

/** The person, if on the roll of the asker's community or removed from it. Throws not-found. */
export async function ownPerson(db: Handle, asker: Asker, id: string): Promise<Person> {
  return owned(asker, await personById(db, id));
}

/** The further roll, in use or not, if it is the asker's community's. Throws not-found. */
export async function ownRoll(db: Handle, asker: Asker, id: string): Promise<Roll> {
  return owned(asker, await rollById(db, id));
}

/** The body, in use or not, if it belongs to the asker's community. Throws not-found. */
export async function ownBody(db: Handle, asker: Asker, id: string): Promise<Body> {
  return owned(asker, await bodyById(db, id));
}

/** The meeting, if it belongs to the asker's community. Throws not-found. */
export async function ownMeeting(db: Handle, asker: Asker, id: string): Promise<Meeting> {
  return owned(asker, await meetingById(db, id));
}

/** The meeting with this code, if it belongs to the asker's community. Throws not-found. */
export async function ownMeetingByCode(db: Handle, asker: Asker, code: string): Promise<Meeting> {
  return owned(asker, await meetingByCode(db, code));
}

/** The poll with its meeting, if they belong to the asker's community. Throws not-found. */
export async function ownPoll(db: Handle, asker: Asker, id: string): Promise<{ poll: Poll; meeting: Meeting }> {
  const poll = await pollById(db, id);
  if (!poll) throw new DomainError("not-found");
  return { poll, meeting: await ownMeeting(db, asker, poll.meetingId) };
}

/** The document, in any state, if it belongs to the asker's community. Throws not-found. */
export async function ownDocument(db: Handle, asker: Asker, id: string): Promise<Document> {
  return owned(asker, await documentById(db, id));
}

/** The posting with its document, if they belong to the asker's community. Throws not-found. */
export async function ownPosting(
  db: Handle,
  asker: Asker,
  id: string,
): Promise<{ posting: Posting; document: Document }> {
  const posting = await postingById(db, id);
  if (!posting) throw new DomainError("not-found");
  return { posting, document: await ownDocument(db, asker, posting.documentId) };
}

/** The objection, if it belongs to the asker's community. Throws not-found. */
export async function ownObjection(db: Handle, asker: Asker, id: string): Promise<Objection> {
  return owned(asker, await objectionById(db, id));
}

/** The own method, if the asker's community wrote it; what a street shares is read through `methodsAtHand`. Throws not-found. */
export async function ownMethod(db: Handle, asker: Asker, id: string): Promise<OwnMethod> {
  return owned(asker, await ownMethodById(db, id));
}

/** The mood check with its meeting, if they belong to the asker's community. Throws not-found. */
export async function ownStraw(db: Handle, asker: Asker, id: string): Promise<{ straw: StrawPoll; meeting: Meeting }> {
  const straw = await strawById(db, id);
  if (!straw) throw new DomainError("not-found");
  return { straw, meeting: await ownMeeting(db, asker, straw.meetingId) };
}

/** The template of the community's own, in use or not. Throws not-found. */
export async function ownTemplate(db: Handle, asker: Asker, id: string): Promise<OwnTemplate> {
  return owned(asker, await ownTemplateById(db, id));
}
