import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { LayoutId } from "#app/domain/document/layout.ts";
import type { Sheet } from "#app/domain/document/sheet.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { House } from "#app/house.ts";
import { workbook } from "#app/queries/sheets/workbook.ts";
import type { Content } from "#templates/content.ts";
import { typeset } from "#templates/typeset.ts";

export type TypesetOrder = { id: number; content: Content; layout: LayoutId };
export type SheetOrder = { id: number; sheet: Sheet };
type Work = Omit<TypesetOrder, "id"> | Omit<SheetOrder, "id">;
export type TypesetAnswer = { id: number; bytes: Uint8Array } | { id: number; failed: string };

/**
 * What a thread may take, MB: left to itself it takes three times as much over a month's papers, and gives none of it back. The list of a hall of 5,000
 * needs more; it is set anew by a thread that may take what it needs, and ends with it.
 */
const USUAL_ROOM = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 192 };

type Order = { id: number; work: Work; resolve(bytes: Buffer): void; reject(error: unknown): void };

/**
 * Sets papers and writes spreadsheets in a thread of its own: 300 rows take some 70 ms of computing, during which no ballot would be acknowledged.
 * Starts with the first order; a thread that dies fails the orders it had and is replaced.
 */
export function createTypesetter(folder: string): Pick<House, "typeset" | "workbook"> & { close(): Promise<void> } {
  const file = join(folder, "typeset-worker.js");
  if (!existsSync(file)) return { typeset, workbook, close: async () => {} };
  const waiting = new Map<number, Order>();
  let worker: Worker | undefined;
  let orders = 0;

  function start(roomy: boolean): Worker {
    const fresh = new Worker(file, roomy ? {} : { resourceLimits: USUAL_ROOM });
    let outgrown = false;
    fresh.unref();
    fresh.on("message", (answer: TypesetAnswer) => {
      settle(answer);
      if (!roomy || waiting.size > 0 || worker !== fresh) return;
      worker = undefined;
      void fresh.terminate();
    });
    // Without a listener an error in the thread would end the server; "exit" follows and answers.
    fresh.on("error", (error: NodeJS.ErrnoException) => {
      outgrown = error.code === "ERR_WORKER_OUT_OF_MEMORY" && !roomy;
    });
    fresh.on("exit", () => {
      // One that was sent away has no orders left; those that wait are its successor's.
      if (worker !== fresh) return;
      worker = outgrown && waiting.size > 0 ? start(true) : undefined;
      if (worker) for (const { id, work } of waiting.values()) worker.postMessage({ id, ...work });
      else failAll();
    });
    return fresh;
  }

  function settle(answer: TypesetAnswer): void {
    const order = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("bytes" in answer) order?.resolve(Buffer.from(answer.bytes));
    else order?.reject(new Error(answer.failed));
  }

  function failAll(): void {
    for (const order of waiting.values()) order.reject(new DomainError("busy", "typesetter"));
    waiting.clear();
  }

  function order(work: Work): Promise<Buffer> {
    worker ??= start(false);
    const id = ++orders;
    return new Promise((resolve, reject) => {
      waiting.set(id, { id, work, resolve, reject });
      worker?.postMessage({ id, ...work });
    });
  }

  return {
    typeset: (content, layout) => order({ content, layout }),
    workbook: (sheet) => order({ sheet }),
    async close() {
      await worker?.terminate();
    },
  };
}
