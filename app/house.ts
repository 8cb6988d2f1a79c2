import type { Database } from "#db/connect.ts";
import type { GenreId, GenreInput } from "#templates/index.ts";

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
  typeset(genre: GenreId, input: GenreInput<GenreId>): Promise<Buffer>;
  /** Puts an error that nobody foresaw into the operational log, with the request's path and nothing else of it. */
  report(error: unknown, request: Request): void;
  /** Tells live clients that a meeting changed. Called after the commit, never inside it. */
  publish(meetingId: string, concern: Concern): void;
};

/** Who acts. `name` is what the journal and the papers show. */
export type Actor = { kind: "staff"; staffId: string; communityId: string; name: string; role: "secretary" | "clerk" };

/** Somebody in the room, let in by a key bound to their device; `keyId` names that binding, null where there is none (demonstrations). */
export type Voter = {
  kind: "voter";
  meetingId: string;
  personId: string;
  keyId: string | null;
  name: string;
  votingRight: boolean;
};
