import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { ROOT } from "#electron/hosts/places.ts";
import { temporaryFolder } from "../../../support/workbench.ts";

const PROGRAM = path.join(ROOT, "electron", "hosts", "command", "sourceline.mjs");

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

// Each command is a process of its own, and a test runs several.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

function begin(...line: string[]): ChildProcess & { outcome: Promise<Outcome> } {
  const environment = {
    ...process.env,
    SOURCELINE_SETTINGS: path.join(folder, "settings"),
    SOURCELINE_CASES: path.join(folder, "cases"),
  };
  const child = spawn(process.execPath, [PROGRAM, ...line], { cwd: folder, env: environment });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const outcome = Promise.all([once(child, "close"), text(child.stdout), text(child.stderr)]).then(
    ([[code], stdout, stderr]) => ({ code, stdout, stderr }),
  );
  return Object.assign(child, { outcome });
}

function run(...line: string[]): Promise<Outcome> {
  const child = begin(...line);
  child.stdin?.end();
  return child.outcome;
}

/** The output of a command that is to succeed, as JSON. */
async function json(...line: string[]) {
  const { code, stdout, stderr } = await run(...line, "--json");
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return JSON.parse(stdout);
}

function writeArticles(): void {
  mkdirSync(path.join(folder, "inbox"));
  writeFileSync(path.join(folder, "inbox", "ferry.txt"), "Ferry was not stopped\n\nThe ferry made six crossings.\n");
  writeFileSync(path.join(folder, "inbox", "boats.txt"), "Boats seen\n\nTwo residents saw twelve boats.\n");
}

describe("usage", () => {
  test("is told where it is asked for, with the exit codes", async () => {
    const { code, stdout } = await run("--help");
    expect(code).toBe(0);
    for (const word of ["new", "import", "list", "show", "call", "export", "check", "serve", "130  interrupted"]) {
      expect(stdout).toContain(word);
    }
    expect(await run("check", "--help")).toMatchObject({ code: 0, stdout: expect.stringContaining("--report FILE") });
    expect((await run("--version")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each([
    [[], "Say what to do."],
    [["dance"], "There is no command “dance”."],
    [["list", "case"], "“list” needs more words."],
    [["new", "one", "two"], "“new” takes fewer words."],
    [["new", "one", "--colour"], "--colour"],
    [["export", "case", "pdf", "--out", "x"], "There is no format “pdf”."],
    [["export", "case", "json"], "--out PATH"],
    [["call", "case", "no.such"], "There is no procedure “no.such”."],
    [["call", "case", "application.watch"], "There is no procedure “application.watch”."],
    [["call", "case", "articles.list", "{"], "“{” is not JSON."],
    [["serve", "--port", "many"], "A port is a whole number"],
  ])("%j is wrong and ends with 2", async (line, sentence) => {
    const { code, stdout, stderr } = await run(...line);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(sentence);
    expect(stderr).toContain("--help");
  });
});

describe("a case", () => {
  test("is made, filled, listed, shown, exported, checked and made again, and stays one file", async () => {
    writeArticles();
    expect(await json("new", "lake")).toMatchObject({ name: "lake", path: path.join(folder, "lake.sourceline") });

    const report = await json("import", "lake", "inbox");
    expect(report).toMatchObject({ imported: 2, known: 0, failed: 0, cancelled: false });
    expect(await json("import", "lake", "inbox", "--report", "said.csv")).toMatchObject({ imported: 0, known: 2 });
    expect(readFileSync(path.join(folder, "said.csv"), "utf8").trim().split("\n")).toHaveLength(3);

    const articles = await json("list", "lake", "articles");
    expect(articles.map((row: { title: string }) => row.title).sort()).toEqual(["Boats seen", "Ferry was not stopped"]);
    expect(await json("list", "lake", "claims")).toEqual([]);

    const { code, stdout } = await run("list", "lake.sourceline", "articles");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ID {2,}PUBLISHED {2}OUTLET {2}CLAIMS {2}TITLE\n/);
    expect(stdout.trim().split("\n")).toHaveLength(3);

    const shown = await json("show", "lake", articles[0].id);
    expect(shown).toMatchObject({ noun: "article", value: { id: articles[0].id, title: articles[0].title } });

    expect(await run("check", "lake")).toMatchObject({ code: 0, stdout: expect.stringContaining("all is well") });
    expect(await json("export", "lake", "json", "--out", "lake.json")).toMatchObject({
      path: path.join(folder, "lake.json"),
    });
    const again = await run("export", "lake", "json", "--out", "lake.json");
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining("lake.json") });
    expect((await run("export", "lake", "json", "--out", "lake.json", "--replace")).code).toBe(0);

    await json("new", "copy", "--from", "lake.json");
    expect(await json("list", "copy", "articles")).toEqual(articles);
    expect(readdirSync(folder).filter((name) => name.includes(".sourceline"))).toEqual([
      "copy.sourceline",
      "lake.sourceline",
    ]);
  });

  test("that is of an earlier form is brought to the newest, which is told", async () => {
    writeArticles();
    await json("new", "lake");
    await json("import", "lake", "inbox");
    const database = new Database(path.join(folder, "lake.sourceline"));
    database.exec("UPDATE search_form SET version = version - 1");
    database.close();
    const { code, stderr } = await run("list", "lake", "articles", "--progress");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "1 of 2 bring the case to the newest form\n" });
    expect(await run("check", "lake")).toMatchObject({ code: 0, stderr: "" });
  });

  test("has no events yet, which is said beside the empty list", async () => {
    await run("new", "lake");
    const { code, stdout, stderr } = await run("list", "lake", "events", "--json");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "[]\n" });
    expect(stderr).toContain("no events");
  });

  test("that is not there, or an id that it does not hold, is a problem in a sentence", async () => {
    const missing = await run("list", "nowhere", "articles");
    expect(missing).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("nowhere") });

    await run("new", "lake");
    const id = "01900000-0000-7000-8000-000000000000";
    expect(await run("show", "lake", id)).toMatchObject({ code: 1, stderr: expect.stringContaining(id) });
    expect(await run("new", "lake")).toMatchObject({ code: 1, stderr: expect.stringContaining("lake.sourceline") });
  });

  test("takes what can be read; what cannot ends the import with 1", async () => {
    writeArticles();
    writeFileSync(path.join(folder, "inbox", "empty.txt"), "");
    await run("new", "lake");
    const { code, stdout, stderr } = await run("import", "lake", "inbox", "--progress");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^failed +empty\.txt +“empty\.txt” is empty/m);
    expect(stderr).toContain("2 imported, 0 known already, 1 failed.");
    expect(stderr).toContain("boats.txt\n");
  });

  test("that is damaged is found out by check, which ends with 3", async () => {
    writeArticles();
    await run("new", "lake");
    await run("import", "lake", "inbox");
    const file = path.join(folder, "lake.sourceline");
    const bytes = readFileSync(file);
    const place = bytes.indexOf("The ferry made six crossings.");
    expect(place).toBeGreaterThan(0);
    bytes.write("The ferry made ten crossings.", place);
    writeFileSync(file, bytes);

    const { code, stdout } = await run("check", "lake");
    expect(code).toBe(3);
    expect(stdout).toMatch(/\d+ wrong\.\n$/);
  });

  test("shows no control character of an article to the terminal", async () => {
    writeFileSync(path.join(folder, "odd.txt"), "Odd \u202etitle\u009b31m here\n\nA text about something.\n");
    await run("new", "lake");
    await run("import", "lake", "odd.txt");
    const { stdout } = await run("list", "lake", "articles");
    expect(stdout).toContain("here");
    expect(stdout).not.toMatch(/[\u202e\u009b]/);
  });
});

describe("call", () => {
  test("takes input from the line and from stdin, and gives the output of any procedure", async () => {
    await run("new", "lake");
    const made = await json("call", "lake", "sources.create", '{"name":"Northwire","kind":"wire"}');
    const asking = begin("call", "lake", "sources.get", "-");
    asking.stdin?.end(JSON.stringify({ id: made.sourceId }));
    const { code, stdout } = await asking.outcome;
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ name: "Northwire", kind: "wire" });
    expect(await json("call", "lake", "cases.check")).toMatchObject({ clean: true });
    expect(await json("call", "lake", "cases.close")).toBeNull();
  });

  test("says what is wrong with an input", async () => {
    await run("new", "lake");
    expect(await run("call", "lake", "articles.get", '{"id":3}')).toMatchObject({
      code: 1,
      stderr: "An id is a UUID, as the lists give it.\n",
    });
    // What is no sentence of its own is said of its field.
    const { code, stderr } = await run("call", "lake", "articles.list", '{"limit":"x"}');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^limit: /);
  });
});

describe("interruption", () => {
  test("of an import keeps what is whole, says so and ends with 130", async () => {
    const count = 6_000;
    mkdirSync(path.join(folder, "many"));
    for (let number = 0; number < count; number++) {
      writeFileSync(
        path.join(folder, "many", `${number}.txt`),
        `Article ${number}\n\nThis is the text of ${number}.\n`,
      );
    }
    await run("new", "lake");
    const importing = begin("import", "lake", "many", "--progress");
    // The first entry is written after a hundred files, so that something is whole by then.
    let heard = "";
    importing.stderr?.on("data", (piece) => {
      heard += piece;
      const furthest = Math.max(
        ...Array.from(heard.matchAll(/^([\d,]+) /gm), ([, done = ""]) => Number(done.replace(",", ""))),
      );
      // A second interruption would end it on the spot.
      if (furthest >= 200 && !importing.killed) importing.kill("SIGINT");
    });
    const { code, stderr } = await importing.outcome;

    expect(code).toBe(130);
    const kept = Number(/Interrupted\. .*: (\d+)\.\n$/.exec(stderr)?.[1]);
    expect(kept).toBeGreaterThanOrEqual(100);
    expect(kept).toBeLessThan(count);
    expect(await json("list", "lake", "articles")).toHaveLength(kept);
    expect((await run("check", "lake")).code).toBe(0);
  });

  test("of whoever reads the output is no failure", async () => {
    await run("new", "lake");
    const child = begin("call", "--help");
    child.stdout?.destroy();
    expect(await child.outcome.catch(() => once(child, "close"))).toBeDefined();
    expect(child.exitCode).toBe(0);
  });

  test("stops the server and closes the case", async () => {
    await run("new", "lake");
    const serving = begin("serve", "lake");
    let heard = "";
    serving.stdout?.on("data", (piece) => {
      heard += piece;
      if (heard.includes("Ctrl-C")) serving.kill("SIGTERM");
    });
    const { code, stdout } = await serving.outcome;
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Sourceline is at http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}\n/);
    expect(readdirSync(folder).filter((name) => name.startsWith("lake"))).toEqual(["lake.sourceline"]);
  });
});
