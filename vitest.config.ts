import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const endToEnd = "tests/e2e/**/*.test.ts";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [endToEnd],
          setupFiles: ["tests/setup.ts"],
          // Modules are loaded once a worker instead of once a file: that was half of the time. Vitest's own choice would leave a core idle.
          isolate: false,
          maxWorkers: availableParallelism(),
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: [endToEnd],
          setupFiles: ["tests/setup.ts"],
          expect: { poll: { timeout: 15_000 } },
          testTimeout: process.env.PROOF === "full" ? 1_800_000 : 180_000,
          hookTimeout: 120_000,
          // After everything else, and two walks at a time: each spends most of it waiting for a countdown or a page.
          maxWorkers: 2,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
