import type { Dirent, Stats } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { Problem } from "#domain/problems.ts";

/** Files that are taken from a folder; a file that is named outright is tried whatever its name. */
const ARTICLE_FILES = /\.(txt|text|md|markdown)$/i;

/** A file that was found, or why one was not. */
export type Gathered = { path: string } | { path: string; problem: Problem };

/**
 * The article files at these paths, folders searched to the bottom, each once, in the order of their names. Hidden files
 * and symbolic links inside folders are passed over, so that no search runs in a circle.
 */
export async function* gatherFiles(paths: readonly string[]): AsyncGenerator<Gathered> {
  for (const given of paths) {
    const place = path.resolve(given);
    let found: Stats;
    try {
      found = await stat(place);
    } catch {
      yield { path: place, problem: unreadable(place, `There is no file “${given}”, or it cannot be read.`) };
      continue;
    }
    if (found.isDirectory()) yield* gatherFolder(place);
    else if (found.isFile()) yield { path: place };
    // A pipe or a device may have no end.
    else yield { path: place, problem: unreadable(place, `“${given}” is neither a file nor a folder.`) };
  }
}

async function* gatherFolder(folder: string): AsyncGenerator<Gathered> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    yield { path: folder, problem: unreadable(folder, `The folder “${folder}” cannot be read.`) };
    return;
  }
  for (const entry of entries.sort((one, other) => one.name.localeCompare(other.name, "en", { numeric: true }))) {
    if (entry.name.startsWith(".")) continue;
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* gatherFolder(place);
    else if (entry.isFile() && ARTICLE_FILES.test(entry.name)) yield { path: place };
  }
}

function unreadable(place: string, sentence: string): Problem<"UNREADABLE_FILE"> {
  return new Problem("UNREADABLE_FILE", sentence, { name: path.basename(place) });
}
