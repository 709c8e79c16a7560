import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { finish } from "#domain/contract/base.ts";
import type { Change, Entry } from "#domain/journal/change.ts";
import { searchForm } from "#domain/search/form.ts";
import { migrate } from "#electron/store/migrations.ts";
import { bareDatabase, writeRows } from "./support/bare.ts";
import { inFolder, workbenchIn } from "./support/folder.ts";
import { IS_SMALL, inFigures, introduce, printTable, timed } from "./support/measuring.ts";
import { writeTextFiles } from "./support/text-files.ts";

const COUNT = IS_SMALL ? 5_000 : 100_000;

introduce("Importing text articles from a folder");
await inFolder(async (folder) => {
  const articles = path.join(folder, "articles");
  const { bytes } = writeTextFiles(articles, COUNT);
  const megabytes = bytes / 1_000_000;
  const ours = await importOurs(folder, articles);
  const bare = await insertBare(ours.path, path.join(folder, "bare.db"));
  const recoll = indexByRecoll(folder, articles);
  const row = (what: string, milliseconds: number): string[] => [
    what,
    inFigures(milliseconds / 1_000),
    inFigures((COUNT / milliseconds) * 1_000),
    inFigures((megabytes / milliseconds) * 1_000),
    inFigures(milliseconds / bare),
  ];
  console.log(`\n${COUNT.toLocaleString("en")} files, ${inFigures(megabytes)} MB`);
  printTable(
    ["seconds", "", "articles a second", "MB a second", "times the floor"],
    [
      row("read and written to a case", ours.reading),
      row("then the search for copies", ours.copies),
      row("the floor: the same rows and index by bare better-sqlite3", bare),
      ...(recoll === null ? [] : [row("recollindex on the same folder", recoll)]),
    ],
  );
  console.log(`\nProposed as copies: ${ours.proposals}. Greatest resident memory: ${Math.round(ours.memory)} MB.`);
  if (recoll === null) console.log("recollindex is not on this machine.");
});

interface Ours {
  path: string;
  /** Milliseconds. */
  reading: number;
  copies: number;
  proposals: number;
  /** The greatest resident memory of the process, in megabytes. */
  memory: number;
}

async function importOurs(folder: string, articles: string): Promise<Ours> {
  const workbench = workbenchIn(folder);
  try {
    const made = await workbench.client.cases.create({ name: "Import", path: path.join(folder, "import.sourceline") });
    let memory = 0;
    let read = Number.NaN;
    const begun = performance.now();
    const report = await finish(
      await workbench.client.articles.importPaths({ paths: [articles] }),
      ({ done, total, what }) => {
        memory = Math.max(memory, process.memoryUsage().rss);
        // The last file is told of as done when the search for copies begins.
        if (total === null || done < total || what !== "") return;
        read = performance.now();
      },
    );
    const ended = performance.now();
    if (report.imported !== COUNT) throw new Error(`Of ${COUNT} articles, ${report.imported} were imported.`);
    const { total: proposals } = await workbench.client.copies.list({ limit: 1 });
    return { path: made.path, reading: read - begun, copies: ended - read, proposals, memory: memory / 1_000_000 };
  } finally {
    await workbench.close();
  }
}

/** What one entry of an import put into the case beside the rows that the journal speaks of. */
interface Kept {
  rowid: number;
  title: string;
  byline: string;
  sha256: string;
  content: string;
  structure: string;
  signature: Uint8Array;
  originalSha256: string;
  bytes: Uint8Array;
}

/**
 * Puts the very rows of a case into an empty file by bare better-sqlite3, entry by entry, with the same tables, indexes,
 * triggers and search table. What is to be written is had beforehand; only the writing is timed. Gives milliseconds.
 */
async function insertBare(made: string, place: string): Promise<number> {
  const from = new Database(made, { readonly: true });
  const to = bareDatabase(place);
  migrate(to);
  const text = to.prepare("INSERT INTO text (sha256, content, structure) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
  const signature = to.prepare("INSERT INTO text_signature (sha256, signature) VALUES (?, ?) ON CONFLICT DO NOTHING");
  const original = to.prepare("INSERT INTO original (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING");
  const index = to.prepare("INSERT INTO article_search (rowid, title, byline, body) VALUES (?, ?, ?, ?)");
  const keptOf = from.prepare<unknown[], Kept>(
    `SELECT article.rowid, title, byline || ' ' || dateline || ' ' || credits AS byline, text.sha256, content, structure, signature, originalSha256, bytes
     FROM article JOIN text ON text.sha256 = textSha256 JOIN text_signature USING (sha256)
     JOIN original ON original.sha256 = originalSha256 WHERE article.id = ?`,
  );
  let milliseconds = 0;
  for (const { sequence } of from
    .prepare<unknown[], { sequence: number }>("SELECT sequence FROM entry ORDER BY sequence")
    .all()) {
    const stored = from
      .prepare<unknown[], Entry & { changes: string }>("SELECT * FROM entry WHERE sequence = ?")
      .get(sequence);
    if (!stored) continue;
    const {
      below: _below,
      topUndo: _topUndo,
      topRedo: _topRedo,
      ...fields
    } = stored as typeof stored & Record<string, unknown>;
    const entry: Entry = { ...fields, changes: JSON.parse(stored.changes) as Change[] };
    const kept = entry.changes.flatMap(({ table, id }) => {
      const row = table === "article" ? keptOf.get(id) : undefined;
      return row ? [{ ...row, forms: [row.title, row.byline, row.content].map(searchForm) }] : [];
    });
    milliseconds += await timed(() =>
      writeRows(to, entry, () => {
        for (const row of kept) {
          text.run(row.sha256, row.content, row.structure);
          signature.run(row.sha256, row.signature);
          original.run(row.originalSha256, row.bytes);
          index.run(row.rowid, ...row.forms);
        }
      }),
    );
  }
  to.close();
  from.close();
  return milliseconds;
}

/** How long Recoll takes to index the folder, in milliseconds; null where it is not on this machine. */
function indexByRecoll(folder: string, articles: string): number | null {
  const configuration = path.join(folder, "recoll");
  mkdirSync(configuration);
  writeFileSync(path.join(configuration, "recoll.conf"), `topdirs = ${articles}\n`);
  const begun = performance.now();
  const { status, error } = spawnSync("recollindex", ["-c", configuration, "-z"], { stdio: "ignore" });
  if (error) return null;
  if (status !== 0) throw new Error(`recollindex ended with ${status}.`);
  return performance.now() - begun;
}
