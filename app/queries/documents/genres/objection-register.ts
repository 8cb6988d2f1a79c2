import { REPLY_DAYS } from "#app/domain/document/objection.ts";
import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import type { IssueFacts } from "#app/queries/documents/issue-facts.ts";
import type { RegisteredObjection as Row } from "#db/stores/objection-register.ts";
import type { RegisteredObjection } from "#templates/genres/objection-register.ts";
import type { GenreInput } from "#templates/index.ts";

/** 异议登记表: what was said against the papers that were issued from this meeting or issue. */
export function objectionRegister(facts: MeetingFacts | IssueFacts): GenreInput<"objection-register"> {
  const { name, demonstration } = facts.community;
  return {
    community: name,
    demonstration,
    matter: facts.kind === "meeting" ? facts.meeting.title : facts.issue.title,
    today: facts.today,
    replyDays: REPLY_DAYS,
    objections: facts.objections.map(rowOf),
  };
}

function rowOf({ objection, paper, receivedBy, repliedBy }: Row): RegisteredObjection {
  const { number, objector, contact, body, evidence, receivedOn, replyBy } = objection;
  const { reply, repliedOn, satisfied, further } = objection;
  return {
    number,
    paper: paper.title,
    paperNumber: paper.number,
    objector,
    contact,
    content: body,
    evidence,
    receivedOn,
    receivedBy,
    replyBy,
    reply,
    repliedBy,
    repliedOn: repliedOn ?? "",
    ...(satisfied === null ? {} : { satisfied }),
    further,
  };
}
