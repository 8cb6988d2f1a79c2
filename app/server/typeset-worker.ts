import { parentPort } from "node:worker_threads";
import { fillTemplate, inspectTemplate } from "#templates/own/index.ts";
import { typeset } from "#templates/typeset.ts";
import type { TemplateAnswer, TemplateOrder } from "./template-reader.ts";
import type { TypesetAnswer, TypesetOrder } from "./typesetter.ts";

parentPort?.on("message", async (order: TypesetOrder | TemplateOrder) => {
  let answer: TypesetAnswer | TemplateAnswer;
  try {
    answer = "template" in order ? await read(order) : await set(order);
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
