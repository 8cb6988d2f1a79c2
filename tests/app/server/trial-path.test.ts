import type { Request, Response } from "express";
import { expect, it } from "vitest";
import { codeOf } from "#app/commands/meeting-code.ts";
import { isTrialCode, trialCodeOf } from "#app/domain/meeting/trial-code.ts";
import { keepTrialsInside, trialCodeIn } from "#app/server/trial-path.ts";

const CODE = "0ABCDEFG";

it.each([
  [`/desk/meetings/${CODE}`, CODE],
  [`/desk/meetings/${CODE}.data?index`, CODE],
  [`/desk/meetings/${CODE}/room.data?_routes=routes%2Fdesk%2Froom`, CODE],
  [`/screen/${CODE}?k=x`, CODE],
  [`/m/${CODE}/check-in`, CODE],
  [`/api/v1/meetings/${CODE}/check-ins`, CODE],
  // Read as the routes read it, after the dots are gone.
  [`/desk/meetings/${CODE}/../../people/7`, ""],
  [`/desk/people/../meetings/${CODE}/room`, CODE],
  [`/desk/issues/${CODE}`, ""],
  [`/desk/meetings/2L8F3JVH/room?from=/desk/meetings/${CODE}`, ""],
  ["/desk/meetings/2L8F3JVH/room", ""],
  [`/desk/meetings/${CODE}Z/room`, ""],
  [`/x/desk/meetings/${CODE}`, ""],
  [`//desk/meetings/${CODE}`, ""],
  ["/desk/meetings/new", ""],
  ["", ""],
])("%s lies under the rehearsal %j", (address, code) => {
  expect(trialCodeIn(address)).toBe(code);
});

it("no meeting's own code is ever one of a rehearsal, and a rehearsal's always is", () => {
  const fresh = Array.from({ length: 2000 }, (_, n) => codeOf(`id ${n}`));
  expect(fresh.filter(isTrialCode)).toEqual([]);
  expect(fresh.map(trialCodeOf).every(isTrialCode)).toBe(true);
});

const page = `http://localhost:3000/desk/meetings/${CODE}/room`;

it.each([
  ["GET", "/desk/issues/7", page, true],
  ["POST", `/desk/meetings/${CODE}/room`, page, true],
  ["POST", "/sign-out", page, true],
  ["POST", "/desk/issues/7", `http://localhost:3000/desk/issues/7`, true],
  ["POST", "/desk/issues/7", undefined, true],
  ["POST", "/desk/issues/7", page, false],
  ["POST", "/desk/meetings/2L8F3JVH/room", page, false],
  ["POST", "/desk/meetings/0ABCDEFH/room", page, false],
  ["PUT", "/api/v1/polls/7/closing", page, false],
])("%s %s from %s: %j", (method, address, referer, passes) => {
  const told: unknown[] = [];
  const response = {
    status: (code: number) => ({ json: (body: object) => told.push({ code, ...body }) }),
  } as unknown as Response;
  let passed = false;
  const request = { method, headers: { referer }, originalUrl: address, path: address } as unknown as Request;
  keepTrialsInside(request, response, () => {
    passed = true;
  });
  expect(passed).toBe(passes);
  expect(told).toEqual(passes ? [] : [expect.objectContaining({ code: 409, error: "trial-run" })]);
});
