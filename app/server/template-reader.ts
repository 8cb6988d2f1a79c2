import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Filling, Inspection } from "#app/domain/document/own-template.ts";
import type { PlaceholderData } from "#app/domain/document/placeholders.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { OwnTemplates } from "#app/house.ts";
import { fillTemplate, inspectTemplate } from "#templates/own/index.ts";

/** `data` null: look it over only. */
export type TemplateOrder = { id: number; template: Uint8Array; data: PlaceholderData | null };
export type TemplateAnswer = { id: number; result: Inspection | Filling } | { id: number; failed: string };

type Limits = { milliseconds: number; megabytes: number; waiting: number };
type Waiting = Omit<TemplateOrder, "id"> & {
  resolve(result: Inspection | Filling): void;
  reject(error: unknown): void;
};

/** An hour's minutes of 300 people take 0.3 s; what takes longer than this is no template. 我方默认. */
const LIMITS: Limits = { milliseconds: 10_000, megabytes: 384, waiting: 20 };

/** In this thread: for programs, tests and development, where nobody votes meanwhile. */
export const ownTemplatesHere: OwnTemplates = { inspect: inspectTemplate, fill: fillTemplate };

/**
 * Reads uploaded templates in a thread of their own, apart from the one that sets papers: one after another, each for so long and with so
 * much memory, after which the thread is stopped and the file refused. Whoever waits behind it is served by the next thread.
 */
export function createTemplateReader(
  folder: string,
  limits: Limits = LIMITS,
): { ownTemplates: OwnTemplates; close(): Promise<void> } {
  const file = join(folder, "typeset-worker.js");
  if (!existsSync(file)) return { ownTemplates: ownTemplatesHere, close: async () => {} };
  return readInThread(() => new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } }), limits);
}

/** The same with any thread that answers a `TemplateOrder` by a `TemplateAnswer`. */
export function readInThread(
  newThread: () => Worker,
  limits: Limits,
): { ownTemplates: OwnTemplates; close(): Promise<void> } {
  const queue: Waiting[] = [];
  let thread: Worker | undefined;
  let busy = false;
  let orders = 0;

  function next(): void {
    const order = busy ? undefined : queue.shift();
    if (!order) return;
    busy = true;
    thread ??= start();
    const mine = thread;
    const id = ++orders;
    const done = (settle: () => void) => {
      clearTimeout(timer);
      mine.off("message", onMessage).off("exit", onExit);
      busy = false;
      settle();
      next();
    };
    const onMessage = (answer: TemplateAnswer) =>
      done(() => ("result" in answer ? order.resolve(answer.result) : order.reject(new Error(answer.failed))));
    // Out of memory, most likely.
    const onExit = () => done(() => order.resolve({ ok: false, fault: { reason: "fills-too-large" } }));
    const timer = setTimeout(() => {
      thread = undefined;
      done(() => order.resolve({ ok: false, fault: { reason: "too-slow" } }));
      void mine.terminate();
    }, limits.milliseconds);
    mine.on("message", onMessage).on("exit", onExit);
    mine.postMessage({ id, template: order.template, data: order.data } satisfies TemplateOrder);
  }

  function start(): Worker {
    const fresh = newThread();
    fresh.unref();
    fresh.on("exit", () => {
      if (thread === fresh) thread = undefined;
    });
    // Without a listener an error in the thread would end the server; "exit" follows and answers.
    fresh.on("error", () => {});
    return fresh;
  }

  const ask = (template: Uint8Array, data: PlaceholderData | null) =>
    new Promise<Inspection | Filling>((resolve, reject) => {
      if (queue.length >= limits.waiting) return reject(new DomainError("busy", "templates"));
      queue.push({ template, data, resolve, reject });
      next();
    });
  return {
    ownTemplates: {
      inspect: (template) => ask(template, null) as Promise<Inspection>,
      fill: (template, data) => ask(template, data) as Promise<Filling>,
    },
    async close() {
      await thread?.terminate();
    },
  };
}
