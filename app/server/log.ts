import { pino } from "pino";

/** Operational log, JSON lines on stderr. Never give it headers, query strings or bodies: they carry tokens. */
export const log = pino({ level: process.env.LOG_LEVEL ?? "info" }, pino.destination(2));

/** An error that nobody foresaw. Of the request only the path is kept. */
export function report(error: unknown, request: Request): void {
  if (!request.signal.aborted) log.error({ err: error, path: new URL(request.url).pathname }, "unexpected error");
}
