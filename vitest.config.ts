import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** What runs the built page and bundles. */
const BUILT = ["tests/e2e/**/*.e2e.ts", "tests/build/**/*.test.ts"];

export default defineConfig({
  test: {
    // A story with a browser waits for the half of its time, and so do tests that wait for the disk: two at once pay also on
    // two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: BUILT,
          // A busy machine is slow, not broken.
          testTimeout: 30_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          name: "e2e",
          environment: "node",
          include: BUILT,
          globalSetup: "tests/e2e/build-once.ts",
          testTimeout: 180_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
