import { defineConfig } from "vitest/config";

/** What runs the built page and bundles, one file at a time: two browsers would fight for the machine. */
const BUILT = ["tests/e2e/**/*.e2e.ts", "tests/build/**/*.test.ts"];

export default defineConfig({
  test: {
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
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
