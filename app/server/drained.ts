import type { ServerResponse } from "node:http";

/** Resolves when the line takes more, or when it is gone: whoever sends a lot waits for it, so that nothing piles up in memory. */
export function drained(response: ServerResponse): Promise<void> {
  if (!response.writableNeedDrain || response.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      response.off("drain", done).off("close", done);
      resolve();
    };
    response.on("drain", done).on("close", done);
  });
}
