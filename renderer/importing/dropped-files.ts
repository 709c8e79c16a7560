import { isLitter, mayBeArticle } from "#domain/article-files.ts";

/**
 * The files that were dropped, those of dropped folders with them. A host that knows the paths of files takes a folder as
 * it is; in a browser its files are fetched one by one.
 */
export async function filesIn(items: readonly DataTransferItem[], knowsPaths: boolean): Promise<File[]> {
  // All entries are taken at once: once the event is over, the items are empty.
  const dropped = items.flatMap((item) => {
    const file = item.getAsFile();
    const entry = item.webkitGetAsEntry();
    return file ? [{ file, entry }] : [];
  });
  const files: File[] = [];
  for (const { file, entry } of dropped) {
    if (knowsPaths || !entry?.isDirectory) files.push(file);
    else for await (const inside of filesOf(entry as FileSystemDirectoryEntry)) files.push(inside);
  }
  return files;
}

async function* filesOf(folder: FileSystemDirectoryEntry): AsyncGenerator<File> {
  const reader = folder.createReader();
  for (;;) {
    // A browser gives the entries of a folder a hundred at a time, and none when it has given all.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return;
    for (const entry of entries) {
      if (isLitter(entry.name)) continue;
      if (entry.isDirectory) yield* filesOf(entry as FileSystemDirectoryEntry);
      else if (mayBeArticle(entry.name))
        yield await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    }
  }
}
