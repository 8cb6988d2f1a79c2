import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { errorText } from "#app/text/errors.ts";
import { rootText } from "#app/text/root.ts";

/** Largest body that reaches a route. */
const LARGEST = 2_000_000;
/** Pages that take files bound the upload themselves while it comes in, so that the refusal stands in their form. */
const BOUNDS_ITSELF =
  /^\/desk\/(people\/import|methods\/own|documents\/(templates\/)?[\w-]{22}|documents\/templates)(\.data)?$/;
const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/;

/** Refuses a Host that is none: it goes into our headers and into URLs, which would fail on it. */
export const refuseOddHosts: RequestHandler = (request, response, next) => {
  const { host = "" } = request.headers;
  if (/^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`)) return next();
  refuse(request, response, "malformed");
};

/** Refuses bodies that are too large or of unknown length before a byte of them is kept, and pages anything but forms. */
export const boundBodies: RequestHandler = (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") return next();
  if (BOUNDS_ITSELF.test(request.path)) return next();
  const { "content-length": length, "transfer-encoding": chunked, "content-type": type } = request.headers;
  if (chunked !== undefined || Number(length ?? 0) > LARGEST) return refuse(request, response, "too-large");
  if (!request.path.startsWith("/api/") && Number(length ?? 0) > 0 && !FORM.test(type ?? ""))
    return refuse(request, response, "malformed");
  next();
};

/** Read and thrown away before the answer: who is still sending when the line closes never sees why. */
const DRAINED = 64_000_000;

function refuse(request: Request, response: Response, word: "too-large" | "malformed"): void {
  const { status, sentence } = errorText[word];
  const answer = () => {
    response.set("Connection", "close").status(status).json({ error: word, message: sentence });
  };
  const length = Number(request.headers["content-length"] ?? Number.POSITIVE_INFINITY);
  if (length > DRAINED) answer();
  else request.once("end", answer).resume();
}

/** What express itself could not serve: one sentence, no stack. */
export const lastResort: ErrorRequestHandler = (error: { status?: number }, _request, response, next) => {
  if (response.headersSent) return next(error);
  const known = error.status !== undefined && error.status >= 400 && error.status < 500;
  const status = known ? error.status : 500;
  response
    .status(status ?? 500)
    .type("text/plain; charset=utf-8")
    .send(known ? errorText["not-found"].sentence : rootText.crashed);
};
