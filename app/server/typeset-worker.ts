import { parentPort } from "node:worker_threads";
import { type TypesetAnswer, type TypesetOrder, typesetHere } from "./typesetter.ts";

parentPort?.on("message", async ({ id, genre, input }: TypesetOrder) => {
  let answer: TypesetAnswer;
  try {
    answer = { id, bytes: await typesetHere(genre, input) };
  } catch (error) {
    answer = { id, failed: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
