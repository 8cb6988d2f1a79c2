import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { workbook } from "#app/queries/sheets/workbook.ts";
import { fillTemplate, inspectTemplate } from "#templates/own/index.ts";
import { typeset } from "#templates/typeset.ts";
import type { TemplateAnswer, TemplateOrder } from "./template-reader.ts";
import type { SheetOrder, TypesetAnswer, TypesetOrder } from "./typesetter.ts";

// Ballots go before papers. On Linux this is about the calling thread alone; elsewhere it would slow the whole server down.
if (process.platform === "linux") setPriority(0, 10);

parentPort?.on("message", async (order: TypesetOrder | SheetOrder | TemplateOrder) => {
  let answer: TypesetAnswer | TemplateAnswer;
  try {
    if ("template" in order) answer = await read(order);
    else answer = "sheet" in order ? { id: order.id, bytes: await workbook(order.sheet) } : await set(order);
  } catch (error) {
    answer = { id: order.id, failed: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});

async function set({ id, content, layout }: TypesetOrder): Promise<TypesetAnswer> {
  return { id, bytes: await typeset(content, layout) };
}

async function read({ id, template, data }: TemplateOrder): Promise<TemplateAnswer> {
  return { id, result: data === null ? await inspectTemplate(template) : await fillTemplate(template, data) };
}
