import { isLitter, mayBeArticle } from "#domain/article-files.ts";
import type { SentFiles } from "#domain/contract/shell.ts";
import { usableFileName } from "#domain/file-names.ts";
import { words } from "./words.ts";

/** Files that were dropped, and what of a dropped folder could not be looked at. */
export interface Dropped {
  files: File[];
  refused: SentFiles["refused"];
}

/**
 * The files that were dropped, those of dropped folders with them. A host that knows the paths of files takes a folder as
 * it is; in a browser its files are fetched one by one. `found` is told how many there are by then, and gives false where no
 * more are wanted.
 */
export async function filesIn(
  items: readonly DataTransferItem[],
  knowsPaths: boolean,
  found: (files: number) => boolean,
): Promise<Dropped> {
  // All entries are taken at once: once the event is over, the items are empty.
  const dropped = items.flatMap((item) => {
    const file = item.getAsFile();
    const entry = item.webkitGetAsEntry();
    return file ? [{ file, entry }] : [];
  });
  const all: Dropped = { files: [], refused: [] };
  for (const { file, entry } of dropped) {
    if (knowsPaths || !entry?.isDirectory) all.files.push(file);
    else {
      for await (const inside of filesOf(entry as FileSystemDirectoryEntry)) {
        if (inside instanceof File) all.files.push(inside);
        else all.refused.push(inside);
        if (!found(all.files.length)) return all;
      }
    }
  }
  return all;
}

type Inside = File | SentFiles["refused"][number];

async function* filesOf(folder: FileSystemDirectoryEntry): AsyncGenerator<Inside> {
  const reader = folder.createReader();
  for (;;) {
    let entries: FileSystemEntry[];
    try {
      // A browser gives the entries of a folder a hundred at a time, and none when it has given all.
      entries = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    } catch {
      yield refused(folder);
      return;
    }
    if (entries.length === 0) return;
    const wanted = entries.filter(({ name }) => !isLitter(name));
    const files = await Promise.all(
      wanted.map((entry) => (entry.isFile ? fileOf(entry as FileSystemFileEntry) : null)),
    );
    for (const [index, entry] of wanted.entries()) {
      const file = files[index];
      if (file) yield file;
      else if (entry.isDirectory) yield* filesOf(entry as FileSystemDirectoryEntry);
    }
  }
}

async function fileOf(entry: FileSystemFileEntry): Promise<Inside | null> {
  if (!mayBeArticle(entry.name)) return null;
  try {
    return await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  } catch {
    return refused(entry);
  }
}

function refused({ name }: FileSystemEntry): SentFiles["refused"][number] {
  return { name: usableFileName(name), sentence: words.unreadable(usableFileName(name)) };
}
