import type { CalendarDay } from "#app/domain/calendar/day.ts";
import type { Facts, MethodDefinition } from "#app/domain/method/definition.ts";
import { seatsTaken } from "#app/domain/method/seats.ts";
import { ownerWords } from "./owner-matters.ts";

/** What is known about an issue when a step is decided. Commands fill it from stored rows; gate lines name its members. */
export interface IssueFacts {
  readonly title?: string;
  /** Where: street number, building, corner. */
  readonly place?: string;
  /** Category in the secretary's words. */
  readonly category?: string;
  /** Number of lines in the record of who said what about it. */
  readonly statements?: number;
  /** The community's answer, given in the meeting. */
  readonly response?: string;
  /** 当事人点头: the person concerned agrees that it is settled. */
  readonly partyAgrees?: boolean;
  /** 事项记录: what is to be done. */
  readonly record?: string;
  /** 责任人. */
  readonly responsible?: string;
  /** 时限, "YYYY-MM-DD". */
  readonly deadline?: string;
  /** 计划. */
  readonly plan?: string;
  /** What was done, written when the action item is finished. */
  readonly doneNote?: string;
  /** 满意度评价, see `RATINGS`. */
  readonly rating?: string;
  /** Seat ids taken at the meeting(s) that discussed it (`seatsTaken`). */
  readonly seatsPresent?: readonly string[];
  /** Number of the issue it was merged into. */
  readonly mergedInto?: string;
  /** Reason for a refusal or an exception; `StepEvent.reason` goes before it. */
  readonly reason?: string;
}

/** What was counted at the meetings: lines of the record, and the seat texts of everybody who came, one a person; and which day it is. */
type Counted = { readonly statements: number; readonly seats: readonly string[]; readonly today: CalendarDay };
type OwnWords = Required<Pick<IssueFacts, "title" | "place" | "category">> & { readonly detail: string };

/**
 * Everything that is known about an issue when its gates are asked: what was `entered`, over that its own words; to the statements and
 * seats that a program says were recorded elsewhere comes what was counted at the meetings.
 */
export function knownFacts(method: MethodDefinition, own: OwnWords, entered: Facts, counted: Counted): Facts {
  const { title, place, category } = own;
  const { statements, seatsPresent } = entered;
  const seats = [...seatsTaken(method, counted.seats), ...(Array.isArray(seatsPresent) ? seatsPresent : [])];
  return {
    ...entered,
    title,
    place,
    category,
    statements: (typeof statements === "number" ? statements : 0) + counted.statements,
    seatsPresent: [...new Set(seats)],
    today: counted.today,
    ownerWords: ownerWords(`${title}\n${own.detail}`),
  };
}

export const RATINGS = ["satisfied", "fair", "unsatisfied"] as const;
export type Rating = (typeof RATINGS)[number];
