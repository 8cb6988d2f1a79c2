import { pino } from "pino";

/** Operational log, JSON lines on stderr. Never give it headers, query strings or bodies: they carry tokens. */
export const log = pino({ level: process.env.LOG_LEVEL ?? "info" }, pino.destination(2));
