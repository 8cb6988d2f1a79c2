import type { Request, RequestHandler } from "express";
import { isTrialCode } from "#app/domain/meeting/trial-code.ts";
import { errorText } from "#app/text/errors.ts";
import { trialRunText } from "#app/text/trial-run.ts";

/** Every address that lies under a meeting's code; Remix reads the data of `/x` at `/x.data`. */
const UNDER_A_CODE = /^\/(?:desk\/meetings|screen|m|api\/v1\/meetings)\/([0-9A-Z]+)(?=[/.]|$)/;
const HERE = "http://here.invalid";

/** The code of the rehearsal that an address lies under, or "" for everything else. Read after parsing, as the routes read it. */
export function trialCodeIn(address: string): string {
  if (!URL.canParse(address, HERE)) return "";
  const [, code = ""] = UNDER_A_CODE.exec(new URL(address, HERE).pathname) ?? [];
  return isTrialCode(code) ? code : "";
}

/**
 * A page of a rehearsal shows the ids of real issues and people, as its house is a copy. Whatever it posts must stay in the rehearsal: a form
 * that leads out of it would act on the real ones.
 */
export const keepTrialsInside: RequestHandler = (request: Request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") return next();
  const from = trialCodeIn(request.headers.referer ?? "");
  if (from === "" || trialCodeIn(request.originalUrl) === from || request.path === "/sign-out") return next();
  response.status(errorText["trial-run"].status).json({ error: "trial-run", message: trialRunText.leadsOut });
};
