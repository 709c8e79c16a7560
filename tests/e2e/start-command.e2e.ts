import { spawn } from "node:child_process";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { ROOT } from "../../build/bundle.ts";
import { makeFolders } from "./folders.ts";

/** `npm start` as it is built, on machines that lack something. What is said of that is said in sentences. */

/** Starts it without a display and gives what it said by the time at which it gave an address, or had ended. */
async function start(environment: Record<string, string>): Promise<string[]> {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, SOURCELINE_HOST: ___, ...rest } = process.env;
  const child = spawn(process.execPath, [join(ROOT, "electron", "hosts", "start.mjs")], {
    env: { ...rest, ...environment },
  });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  onTestFinished(async () => {
    child.kill("SIGINT");
    await ended;
  });
  const said: string[] = [];
  await new Promise<unknown>((resolve) => {
    createInterface({ input: child.stderr }).on("line", (line) => said.push(line));
    createInterface({ input: child.stdout }).on("line", (line) => {
      said.push(line);
      if (line.includes(" is at ")) resolve(line);
    });
    void ended.then(resolve);
  });
  // Where the sources were changed since the build of these tests, it builds anew first; how to go on is said last.
  return said.filter((line) => line !== "Building Sourceline…" && !line.startsWith("The address lets"));
}

test.runIf(process.platform === "linux")(
  "without a display the page is given to a browser, and the address printed",
  async () => {
    const folders = await makeFolders();
    onTestFinished(folders.remove);
    expect(await start(folders.environment)).toEqual([
      "There is no display here for a desktop window. Sourceline gives the same page to a browser instead.",
      expect.stringMatching(/^Sourceline is at http:\/\/127\.0\.0\.1:\d+\/\?token=/),
    ]);
  },
);

test("where no settings can be written it says so and goes on", async () => {
  const folders = await makeFolders();
  onTestFinished(folders.remove);
  const file = join(folders.cases, "file");
  await writeFile(file, "");
  expect(
    await start({ ...folders.environment, SOURCELINE_HOST: "local", SOURCELINE_SETTINGS: join(file, "in") }),
  ).toEqual([
    expect.stringMatching(/^Nothing can be written to “.+”, so .+ this time\. Set SOURCELINE_SETTINGS /),
    expect.stringMatching(/^Sourceline is at /),
  ]);
});

// Root may write everywhere.
test.skipIf(process.getuid?.() === 0)("where no case can be made it says so and goes on", async () => {
  const folders = await makeFolders();
  onTestFinished(folders.remove);
  await chmod(folders.cases, 0o500);
  expect(await start({ ...folders.environment, SOURCELINE_HOST: "local" })).toEqual([
    expect.stringMatching(/^“.+” cannot be written to\. /),
    expect.stringMatching(/^Sourceline is at /),
  ]);
});
