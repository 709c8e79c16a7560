import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { finish } from "#domain/contract/base.ts";
import { createWorkbench } from "#electron/workbench/workbench.ts";

/**
 * Plays one scene on a disk of two megabytes, or in a folder that cannot be written to, and writes what was seen to
 * standard output as JSON. It is started in a mount namespace of its own; the disk and the folder are mounted by then.
 */
const [, , scene = "", disk = "", elsewhere = ""] = process.argv;

const workbench = createWorkbench({
  host: "command",
  version: "0.0.0",
  // In one scene there is no room for the settings either.
  settingsFolder: path.join(scene === "create" ? disk : elsewhere, "settings"),
  casesFolder: disk,
  demonstration: async () => {},
  reportDefect: (error) => process.stderr.write(`${error instanceof Error ? error.stack : error}\n`),
});
const { client } = workbench;
const file = path.join(disk, "case.sourceline");
const ballast = path.join(disk, "ballast");
const reserve = path.join(disk, "reserve");

/** What a call answers: “done”, or the code and the sentence of its refusal. */
async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "done";
  } catch (error) {
    if (error instanceof Error && "code" in error) return `${error.code}: ${error.message}`;
    throw error;
  }
}

/** Takes all the room there is. */
function fillDisk(): void {
  const descriptor = openSync(ballast, "w");
  try {
    for (const size of [65_536, 512]) {
      try {
        for (;;) writeSync(descriptor, Buffer.alloc(size, 1));
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
      }
    }
  } finally {
    closeSync(descriptor);
  }
}

function makeRoom(): void {
  for (const taken of [ballast, reserve]) rmSync(taken, { force: true });
}

const listing = () =>
  readdirSync(disk)
    .filter((name) => name !== "ballast" && name !== "settings")
    .sort();
const check = async () => (await finish(await client.cases.check())).findings;

const SCENES: Record<string, () => Promise<object>> = {
  create: async () => {
    fillDisk();
    const refused = await outcome(client.cases.create({ name: "No room", path: file }));
    const left = listing();
    makeRoom();
    const created = await outcome(client.cases.create({ name: "Room", path: file }));
    fillDisk();
    const preferred = await outcome(client.application.prefer({ author: "Ada" }));
    const { author } = await client.application.preferences();
    return { refused, left, created, preferred, stillNamedBefore: author !== "Ada" };
  },

  import: async () => {
    // What somebody will delete to make room.
    writeFileSync(reserve, Buffer.alloc(800_000, 1));
    await client.cases.create({ name: "Filling", path: file });
    const acknowledged: string[] = [];
    let refused = "done";
    for (let number = 0; refused === "done" && number < 500; number++) {
      const text = `Article ${number}.\n${"The post came under fire, residents said. ".repeat(400)}`;
      refused = await outcome(
        client.articles.importText({ text }).then(({ articleId }) => acknowledged.push(articleId ?? "")),
      );
    }
    fillDisk();
    // The log may have a little room of its own left; this is more than that.
    const much = "It was said once more. ".repeat(20_000);
    const again = await outcome(client.articles.importText({ text: much }));
    const usable = { articles: (await client.articles.list({ limit: 1_000 })).total, check: await check() };
    const closed = await outcome(client.cases.close());
    const noteLeft = existsSync(`${file}.open`);
    makeRoom();
    const opened = await outcome(client.cases.open({ path: file }));
    const kept = (await client.articles.list({ limit: 1_000 })).rows.map((row) => row.id);
    const findings = await check();
    const removed = await outcome(client.articles.remove({ ids: kept.slice(0, 1) }));
    const undone = await outcome(client.history.undo());
    const lost = acknowledged.filter((id) => !kept.includes(id));
    const counts = { acknowledged: acknowledged.length, kept: kept.length };
    return { refused, again, usable, closed, noteLeft, opened, findings, removed, undone, lost, counts };
  },

  "long import": async () => {
    const folder = path.join(elsewhere, "articles");
    mkdirSync(folder, { recursive: true });
    for (let number = 0; number < 600; number++) {
      const text = `Article ${number}.\n${`The post ${number} came under fire, residents said. `.repeat(60)}`;
      writeFileSync(path.join(folder, `${number}.txt`), text);
    }
    await client.cases.create({ name: "Filling", path: file });
    const { imported, ended, report } = await finish(await client.articles.importPaths({ paths: [folder] }));
    const articles = (await client.articles.list({})).total;
    return {
      isPart: imported > 0 && imported < 600,
      isCounted: articles === imported,
      ended,
      hasList: report !== null,
    };
  },

  "import goes on": async () => {
    await client.cases.create({ name: "Filling", path: file });
    await client.articles.importText({ text: "First.\nIt was said." });
    fillDisk();
    const text = `Second.\n${"It was said again. ".repeat(8_000)}`;
    const refused = await outcome(client.articles.importText({ text }));
    makeRoom();
    const accepted = await outcome(client.articles.importText({ text }));
    const articles = (await client.articles.list({})).total;
    const findings = await check();
    await client.cases.close();
    return { refused, accepted, articles, findings, left: listing() };
  },

  export: async () => {
    await client.cases.create({ name: "Exported", path: path.join(elsewhere, "exported.sourceline") });
    await client.articles.importText({ text: `Long.\n${"It was said again. ".repeat(60_000)}` });
    fillDisk();
    process.env.TMPDIR = disk;
    const noPlace = await outcome(client.exports.render({ format: "json" }).then(finish));
    makeRoom();
    const noRoom = await outcome(client.exports.render({ format: "json" }).then(finish));
    const waiting = readdirSync(disk).flatMap((name) => readdirSync(path.join(disk, name)));
    await client.cases.close();
    await client.cases.create({ name: "Small", path: path.join(elsewhere, "small.sourceline") });
    const { id, size } = await finish(await client.exports.render({ format: "json" }));
    fillDisk();
    const target = path.join(disk, "export.json");
    const notWritten = await outcome(client.exports.write({ id, path: target }));
    const left = listing().filter((name) => name.startsWith("export"));
    makeRoom();
    const written = await outcome(client.exports.write({ id, path: target }));
    return { noPlace, noRoom, waiting, notWritten, left, written, whole: readFileSync(target).length === size };
  },

  "read only": async () => {
    const before = readFileSync(file);
    const names = listing();
    const opened = await outcome(client.cases.open({ path: file }));
    const created = await outcome(client.cases.create({ name: "New", path: path.join(disk, "new.sourceline") }));
    const untouched = readFileSync(file).equals(before) && listing().join() === names.join();
    return { opened, created, untouched };
  },
};

const seen = await SCENES[scene]?.();
await workbench.close();
process.stdout.write(JSON.stringify(seen));
