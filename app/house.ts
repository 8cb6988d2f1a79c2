import type { Database } from "#db/connect.ts";
import type { Files } from "#db/files.ts";
import type { Content } from "#templates/content.ts";
import type { LayoutId } from "./domain/document/layout.ts";
import type { Filling, Inspection } from "./domain/document/own-template.ts";
import type { PlaceholderData } from "./domain/document/placeholders.ts";
import type { Sheet } from "./domain/document/sheet.ts";
import type { SimulatedPhones } from "./domain/meeting/simulated-phones.ts";

export type Config = {
  port: number;
  host: string;
  /** Folder of everything that must be kept. */
  dataDir: string;
  databaseFile: string;
  /** The address phones use; goes into QR codes. No trailing slash. */
  publicUrl: string;
  /** True when `publicUrl` is https: cookies are then Secure and carry the __Host- prefix. */
  secure: boolean;
  version: string;
  migrations: string;
  /** Of a rehearsed meeting: its phones keep their check-in beside that of the real meeting, not in its place. */
  trialRun?: true;
};

/**
 * What concerns whom after a commit: `everyone` includes phones; `room` is desks and screens, as is `turnout`, when a
 * ballot came in; `bindings` when a person's device was taken back; `papers` when somebody was handed a paper ballot or gave it back: it is told to
 * desks, screens and that person's phone alone.
 */
export type Concern = "everyone" | "room" | "turnout" | "bindings" | "papers";

/** What commands and queries are given: the only way to the database, the clock, ids and secrets. Composed in `app/server`. */
export type House = {
  db: Database;
  config: Config;
  clock(): Date;
  /** An unguessable opaque id of 128 random bits, 22 URL-safe characters. */
  newId(): string;
  /** Keyed digest (HMAC-SHA-256, base64url) for tokens and codes that must not be stored. */
  sign(text: string): string;
  /** Sets a paper in type: the Word file's bytes. Off the event loop where people vote meanwhile. */
  typeset(content: Content, layout: LayoutId): Promise<Buffer>;
  /** Writes a spreadsheet: the .xlsx file's bytes. Likewise. */
  workbook(sheet: Sheet): Promise<Buffer>;
  ownTemplates: OwnTemplates;
  /** What is kept beside the database and never changed: issued papers, own templates, pictures. */
  files: Files;
  /** Puts an error that nobody foresaw into the operational log, with the request's path and nothing else of it. */
  report(error: unknown, request: Request): void;
  /** Tells live clients that a meeting changed. Called after the commit, never inside it. */
  publish(meetingId: string, concern: Concern): void;
  /** Where meetings are rehearsed; programs beside the server have no such place. */
  trialRuns?: TrialRuns;
  /** 彩排: this house is itself the copy in which one meeting is rehearsed, to be thrown away. */
  trialRun?: TrialRun;
};

/** 自备模板: reads and fills Word files that somebody uploaded, off the event loop and not for long. */
export type OwnTemplates = {
  /** Throws `busy` when too many wait. */
  inspect(template: Uint8Array): Promise<Inspection>;
  fill(template: Uint8Array, data: PlaceholderData): Promise<Filling>;
};

/** Starts rehearsals, and knows those that are running. */
export type TrialRuns = {
  /** Opens a rehearsal of this meeting, or finds the one that is running. Throws too-many. */
  start(meeting: { id: string; communityId: string }): Promise<{ code: string }>;
  /** The rehearsal of this meeting that is running. */
  runningOf(meetingId: string): { code: string; endsAt: Date } | null;
};

/** A rehearsal as its own house sees it. */
export type TrialRun = {
  /** The house it was copied from: the staff sign in there, and every other page belongs there. */
  real: House;
  /** The code of the meeting that is rehearsed, in the real house. */
  realCode: string;
  /** The one meeting that may be acted on here, by its id and code here. */
  meetingId: string;
  code: string;
  /** When it ends by itself. */
  endsAt: Date;
  phones: SimulatedPhones;
  /** Ends it: everybody is sent away and nothing of it stays. */
  end(): Promise<void>;
};

/** The houses of this process: the real one, and one for each rehearsal. */
export type Houses = {
  real: House;
  /** The house of a meeting code: a rehearsal's for its own code, the real one for any other. */
  of(code: string): House;
};

/** Who acts. `name` is what the journal and the papers show. */
export type Actor = { kind: "staff"; staffId: string; communityId: string; name: string; role: "secretary" | "clerk" };

/** Whoever an act is put down to in the journal: staff, or the clock. */
export type Doer = Pick<Actor, "communityId" | "name">;

/** Somebody in the room, let in by a key bound to their device; `keyId` names that binding, null where there is none (demonstrations). */
export type Voter = {
  kind: "voter";
  meetingId: string;
  personId: string;
  keyId: string | null;
  name: string;
  votingRight: boolean;
};
