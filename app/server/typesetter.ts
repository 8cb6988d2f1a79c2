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
 * Sets papers and writes spreadsheets in a thread of its own: 300 rows take some 70 ms of computing, during which no ballot would be acknowledged.
 * Starts with the first order; a thread that dies fails the orders it had and is replaced.
 */
export function createTypesetter(folder: string): Pick<House, "typeset" | "workbook"> & { close(): Promise<void> } {
  const file = join(folder, "typeset-worker.js");
  if (!existsSync(file)) return { typeset, workbook, close: async () => {} };
  const waiting = new Map<number, { resolve(bytes: Buffer): void; reject(error: unknown): void }>();
  let worker: Worker | undefined;
  let orders = 0;

  function start(): Worker {
    const fresh = new Worker(file);
    fresh.unref();
    fresh.on("message", (answer: TypesetAnswer) => {
      const order = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ("bytes" in answer) order?.resolve(Buffer.from(answer.bytes));
      else order?.reject(new Error(answer.failed));
    });
    fresh.on("exit", () => {
      if (worker === fresh) worker = undefined;
      for (const order of waiting.values()) order.reject(new DomainError("busy", "typesetter"));
      waiting.clear();
    });
    // Without a listener an error in the thread would end the server; "exit" follows and answers.
    fresh.on("error", () => {});
    return fresh;
  }

  function order(work: Work): Promise<Buffer> {
    worker ??= start();
    const id = ++orders;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
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
