import { DomainError } from "#app/domain/errors.ts";
import { defineMethod } from "#app/domain/method/define.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { benchCouncil } from "./bench-council.ts";
import { coBuildingDay } from "./co-building-day.ts";
import { collectiveAssembly } from "./collective-assembly.ts";
import { disputeSurvey } from "./dispute-survey.ts";
import roundtable1 from "./earlier/roundtable-1.json" with { type: "json" };
import { estateDay } from "./estate-day.ts";
import { fiveThreeThree } from "./five-three-three.ts";
import { fourDiscussions } from "./four-discussions.ts";
import { fourTogether } from "./four-together.ts";
import { jointMeeting } from "./joint-meeting.ts";
import { laneCouncil } from "./lane-council.ts";
import { matterAdmission } from "./matter-admission.ts";
import { monthlyProblem } from "./monthly-problem.ts";
import { oneCommitteeThreeCouncils } from "./one-committee-three-councils.ts";
import { oneFiveTwoOne } from "./one-five-two-one.ts";
import { oneFourX } from "./one-four-x.ts";
import { oneThreeSix } from "./one-three-six.ts";
import { oneTwoN } from "./one-two-n.ts";
import { orderService } from "./order-service.ts";
import { ownersDecision } from "./owners-decision.ts";
import { partyMembers } from "./party-members.ts";
import { propertyJointMeeting } from "./property-joint-meeting.ts";
import { redProperty } from "./red-property.ts";
import { residentRepresentatives } from "./resident-representatives.ts";
import { residentsMeeting } from "./residents-meeting.ts";
import { roundtable } from "./roundtable.ts";
import { sevenSteps } from "./seven-steps.ts";
import { smallWish } from "./small-wish.ts";
import { talkItOver } from "./talk-it-over.ts";
import { threePass } from "./three-pass.ts";
import { threePassSixActs } from "./three-pass-six-acts.ts";
import { villagerRepresentatives } from "./villager-representatives.ts";
import { villagersMeeting } from "./villagers-meeting.ts";
import { wednesday } from "./wednesday.ts";

/** Every built-in method in its present version, in the order of the gallery. */
export const METHODS: readonly MethodDefinition[] = [
  roundtable,
  wednesday,
  disputeSurvey,
  oneFourX,
  threePass,
  threePassSixActs,
  sevenSteps,
  oneCommitteeThreeCouncils,
  oneThreeSix,
  fiveThreeThree,
  fourDiscussions,
  oneFiveTwoOne,
  oneTwoN,
  benchCouncil,
  laneCouncil,
  estateDay,
  coBuildingDay,
  jointMeeting,
  fourTogether,
  redProperty,
  propertyJointMeeting,
  orderService,
  matterAdmission,
  monthlyProblem,
  smallWish,
  talkItOver,
  residentsMeeting,
  residentRepresentatives,
  villagersMeeting,
  villagerRepresentatives,
  partyMembers,
  ownersDecision,
  collectiveAssembly,
];

/** Versions that issues may still be running by. A version that was published is never changed: a change is a new version. */
const EARLIER: readonly MethodDefinition[] = [defineMethod(roundtable1)];

/** A built-in method by id, in its present version or the one asked for; undefined where there is none. */
export function builtIn(id: string, version?: number): MethodDefinition | undefined {
  const present = METHODS.find((each) => each.id === id);
  if (version === undefined || present?.version === version) return present;
  return EARLIER.find((each) => each.id === id && each.version === version);
}

/** A built-in method by id, in its present version; `not-found` where there is none. */
export function requireMethod(id: string): MethodDefinition {
  const method = builtIn(id);
  if (!method) throw new DomainError("not-found", { method: id });
  return method;
}
