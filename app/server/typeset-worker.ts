import { parentPort } from "node:worker_threads";
import { typeset } from "#templates/typeset.ts";
import type { TypesetAnswer, TypesetOrder } from "./typesetter.ts";

parentPort?.on("message", async ({ id, content, layout }: TypesetOrder) => {
  let answer: TypesetAnswer;
  try {
    answer = { id, bytes: await typeset(content, layout) };
  } catch (error) {
    answer = { id, failed: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
