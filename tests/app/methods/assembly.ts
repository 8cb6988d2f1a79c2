import type { Facts, MethodDefinition, MethodSnapshot } from "#app/domain/method/definition.ts";
import { requireStage, step } from "#app/domain/method/step.ts";
import type { Counts } from "#app/domain/rule/counts.ts";
import { refusal } from "#tests/app/domain/refusal.ts";
import { at } from "./solve.ts";
import type { MethodTable } from "./table.ts";

/** The table that all decisions share; those whose notice may be cut short have one way more. */
export function decisionTable(first: string, urgent: boolean): MethodTable {
  const published = (stage: string, end: string) => ({
    advance: end,
    "answer-objection": stage,
    objection: stage,
    correction: stage,
    reconsider: "notice",
  });
  return {
    [first]: { advance: "notice", reject: "rejected", withdraw: "withdrawn" },
    notice: {
      advance: "meeting",
      ...(urgent ? { urgent: "meeting" } : {}),
      postpone: "notice",
      return: first,
      withdraw: "withdrawn",
    },
    meeting: {
      advance: "vote",
      adjourn: "meeting",
      postpone: "notice",
      "no-quorum": "notice",
      return: first,
      withdraw: "withdrawn",
    },
    vote: {
      advance: "publish",
      "not-passed": "publish-failed",
      adjourn: "vote",
      "no-quorum": "notice",
      withdraw: "withdrawn",
    },
    publish: published("publish", "passed"),
    "publish-failed": published("publish-failed", "failed"),
    passed: {},
    failed: {},
    rejected: {},
    withdrawn: {},
  };
}

/** The process in a stage, with these counters. */
export function standing(method: MethodDefinition, stage: string, counts: Facts = {}): MethodSnapshot {
  return at(method, requireStage(method, stage), counts);
}

/** Where an event leads with these facts, or the ids of the lines that are missing. */
export function outcome(
  method: MethodDefinition,
  here: MethodSnapshot,
  event: string,
  facts: Facts,
): string | readonly string[] {
  let to = "";
  const refused = refusal(() => {
    to = step(method, here, { type: event, reason: "有理由", facts }).stage.id;
  });
  if (!refused) return to;
  const { unmet } = refused.details as { unmet: { id: string }[] };
  return unmet.map((line) => line.id);
}

/** What each vote comes to: by counts, the stage that `advance` and `not-passed` lead to, or the lines that refuse. */
export function voted(method: MethodDefinition, vote: Counts, facts: Facts = {}): unknown {
  const here = standing(method, "vote");
  const known = { ...facts, vote };
  return [outcome(method, here, "advance", known), outcome(method, here, "not-passed", known)];
}

/** Where the notice leads, sent on `noticeOn` for a meeting on `meetingOn`. */
export function noticed(method: MethodDefinition, noticeOn: string, meetingOn: string, facts: Facts = {}): unknown {
  return outcome(method, standing(method, "notice"), "advance", { noticeOn, meetingOn, ...facts });
}

/** Where publication from `postedOn` leads on the day `today`. */
export function posted(method: MethodDefinition, postedOn: string, today: string, facts: Facts = {}): unknown {
  const here = standing(method, "publish", facts);
  return outcome(method, here, "advance", { postedOn, postedAt: "公开栏", today, ...facts });
}
