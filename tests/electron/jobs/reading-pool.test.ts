import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import type { IncomingFile } from "#electron/importing/document.ts";
import { PARTS_AHEAD } from "#electron/jobs/messages.ts";
import { ReadingPool, type ReadingPoolOptions } from "#electron/jobs/reading-pool.ts";
import { specimens } from "../../support/specimens.ts";

function poolOf(options: Partial<ReadingPoolOptions> = {}): ReadingPool {
  const entry = new URL("./troubled-thread.ts", import.meta.url);
  const pool = new ReadingPool({ threads: 2, entry, ...options });
  onTestFinished(() => pool.stop());
  return pool;
}

function filesOf(...names: string[]): IncomingFile[] {
  return names.map((name) => ({ name, content: { kind: "memory", bytes: new Uint8Array(1) } }));
}

/** What came of each file, in the order in which it came. */
async function outcomes(pool: ReadingPool, files: IncomingFile[]): Promise<string[]> {
  const said: string[] = [];
  for await (const { index, part } of pool.read(files, { mapping: null })) {
    if (part?.kind === "unread") said.push(`${index} ${part.unread.sentence}`);
  }
  return said;
}

test("what files are comes in their order, however long each takes", async () => {
  const names = Array.from({ length: 200 }, (_, index) => (index % 40 === 0 ? `slow ${index}` : `plain ${index}`));
  const said = await outcomes(poolOf({ threads: 3 }), filesOf(...names));
  expect(said).toEqual(names.map((name, index) => `${index} ${name}`));
});

test("a file on which a reader hangs is given up, and those behind it are read", async () => {
  const said = await outcomes(
    poolOf({ patience: 700 }),
    filesOf("plain a", "hang b", "plain c", "plain d", "hang e", "plain f"),
  );
  expect(said[1]).toMatch(/^1 “hang b” took longer than 1 seconds to read/);
  expect(said[4]).toMatch(/^4 “hang e” took longer/);
  expect([said[0], said[2], said[3], said[5]]).toEqual(["0 plain a", "2 plain c", "3 plain d", "5 plain f"]);
  expect(said).toHaveLength(6);
});

test("a reader that ends or fails costs the file in its hand and no other", async () => {
  const said = await outcomes(poolOf({ threads: 1 }), filesOf("crash a", "plain b", "throw c", "plain d"));
  expect(said).toHaveLength(4);
  expect(said[0]).toContain("“crash a” could not be read: its reader failed");
  expect(said[2]).toContain("“throw c” could not be read: its reader failed");
  expect([said[1], said[3]]).toEqual(["1 plain b", "3 plain d"]);
});

test("a file that takes more memory than there is is given up", async () => {
  const said = await outcomes(poolOf({ threads: 1, memory: 64 }), filesOf("swell a", "plain b"));
  expect(said[0]).toContain("“swell a” takes more memory to read than there is");
  expect(said[1]).toBe("1 plain b");
}, 60_000);

test("a reader waits where nobody takes what it read", async () => {
  let most = 0;
  let count = 0;
  for await (const { part } of poolOf({ threads: 1 }).read(filesOf("flood"), { mapping: null })) {
    if (part?.kind !== "unread") continue;
    most = Math.max(most, Number(part.unread.sentence));
    if (++count % 100 === 0) await pause(20);
  }
  expect(count).toBe(2_000);
  expect(most).toBeLessThan(PARTS_AHEAD);
});

test("waiting for whoever takes the parts is not hanging", async () => {
  let count = 0;
  for await (const { part } of poolOf({ threads: 1, patience: 300 }).read(filesOf("flood", "plain b"), {
    mapping: null,
  })) {
    if (++count === 10) await pause(1_500);
    if (part?.kind === "unread") expect(part.unread.sentence).not.toContain("took longer");
  }
  expect(count).toBe(2_003);
});

test("whoever leaves ends the reading, and the pool can be asked again", async () => {
  const pool = poolOf();
  for await (const { index } of pool.read(filesOf("plain a", "hang b", "plain c"), { mapping: null })) {
    if (index === 0) break;
  }
  expect(await outcomes(pool, filesOf("plain d"))).toEqual(["0 plain d"]);
});

test("readers load no native library, which could not be ended at any moment", async () => {
  const pool = new ReadingPool({ threads: 1 });
  onTestFinished(() => pool.stop());
  const before = process.report.getReport() as unknown as { sharedObjects: string[] };
  // Read by pdfjs and by jsdom, which both load a canvas where they find one.
  const mended = '<html><body><svg><path d="M0 0"><p>Forty were killed.</p><p>More later.';
  const files = [
    ...specimens().filter(({ name }) => name.endsWith(".pdf")),
    { name: "mended.html", bytes: Buffer.from(mended) },
  ].map(({ name, bytes }): IncomingFile => ({ name, content: { kind: "memory", bytes } }));
  const tools: (string | null)[] = [];
  for await (const { part } of pool.read(files, { mapping: null })) {
    if (part?.kind === "article") tools.push(part.article.tool);
  }
  expect(tools).toEqual([expect.stringContaining("pdfjs"), expect.stringContaining("jsdom")]);
  const after = process.report.getReport() as unknown as { sharedObjects: string[] };
  expect(after.sharedObjects.filter((library) => !before.sharedObjects.includes(library))).toEqual([]);
}, 60_000);
