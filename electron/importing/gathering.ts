import type { Dirent, Stats } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { isLitter, mayBeArticle } from "#domain/article-files.ts";
import { Problem } from "#domain/problems.ts";
import { isPartOfPage, pagesAmong } from "./passing-over.ts";

/** A file that was found, or why one was not. */
export type Gathered = { path: string; size: number } | { path: string; problem: Problem };

/** How many files are asked for their size at once. */
const ASKED_AT_ONCE = 64;

const NAMES = new Intl.Collator("en", { numeric: true });

/**
 * The files at these paths, folders searched to the bottom, each once, in the order of their names. Hidden files and
 * symbolic links inside folders are passed over, so that no search runs in a circle; so is the folder that a browser puts
 * beside a page it saves.
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
    else if (found.isFile()) yield { path: place, size: found.size };
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
  const pages = pagesAmong(entries.map(({ name }) => name));
  const wanted = entries
    .filter(({ name }) => !isLitter(name))
    .sort((one, other) => NAMES.compare(one.name, other.name));
  for (let from = 0; from < wanted.length; from += ASKED_AT_ONCE) {
    const some = wanted.slice(from, from + ASKED_AT_ONCE);
    const files = await Promise.all(
      some.map((entry) => (isArticleFile(entry) ? sized(path.join(folder, entry.name)) : null)),
    );
    for (const [index, entry] of some.entries()) {
      const file = files[index];
      if (file) yield file;
      else if (entry.isDirectory() && !isPartOfPage(entry.name, pages))
        yield* gatherFolder(path.join(folder, entry.name));
    }
  }
}

function isArticleFile(entry: Dirent): boolean {
  return entry.isFile() && mayBeArticle(entry.name);
}

async function sized(place: string): Promise<Gathered> {
  try {
    return { path: place, size: (await stat(place)).size };
  } catch {
    return {
      path: place,
      problem: unreadable(place, `“${path.basename(place)}” was there and is gone, or may not be read.`),
    };
  }
}

function unreadable(place: string, sentence: string): Problem<"UNREADABLE_FILE"> {
  return new Problem("UNREADABLE_FILE", sentence, { name: path.basename(place) });
}
