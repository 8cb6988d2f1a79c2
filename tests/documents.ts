import type { DocumentChoices } from "#app/domain/document/choices.ts";
import type { Actor, House } from "#app/house.ts";
import { documentLines, madeDocument } from "#app/queries/documents/index.ts";

/** The papers of a meeting and what each still lacks. */
export const meetingDocuments = (house: House, actor: Actor, code: string) =>
  documentLines(house, actor, { kind: "meeting", id: code });

/** One paper of a meeting as a Word file. */
export const meetingDocument = (house: House, actor: Actor, code: string, id: string, choices?: DocumentChoices) =>
  madeDocument(house, actor, { kind: "meeting", id: code }, id, choices);

/** The papers of an issue and what each still lacks. */
export const issueDocuments = (house: House, actor: Actor, id: string) =>
  documentLines(house, actor, { kind: "issue", id });

/** One paper of an issue as a Word file. */
export const issueDocument = (house: House, actor: Actor, id: string, genre: string, choices?: DocumentChoices) =>
  madeDocument(house, actor, { kind: "issue", id }, genre, choices);
