import { Problem } from "#domain/problems.ts";
import type { ReadArticle, Unread } from "./article.ts";
import type { IncomingFile, Part, ReadingOptions, StatedByOutside } from "./document.ts";
import { finishArticle } from "./finishing.ts";
import { formatOf } from "./formats.ts";
import { inMemory, sizeOf } from "./incoming.ts";
import { MappingWanted } from "./table.ts";

/** How deep files may lie in one another: a mail in an archive in a mail. */
const DEEPEST = 8;

/** How many parts may come out of one file; an archive of nothing but names would have no end. */
const MOST_PARTS = 2_000_000;

/** How much may come out of one file, however it was packed, in bytes. */
const MOST_UNPACKED = 8 * 1024 ** 3;

/** What one file turned out to be: articles, and parts that cannot be read, in the order in which they stand in it. */
export type ReadPart =
  | { kind: "article"; article: ReadArticle }
  | { kind: "unread"; unread: Unread }
  | { kind: "columns-left"; name: string; columns: readonly string[] };

/**
 * Reads a file of whatever format, and files that lie in it. Never throws for what is in the file: what cannot be read
 * comes out as a sentence, and what comes after it is still read.
 */
export async function* readIncoming(file: IncomingFile, options: ReadingOptions): AsyncGenerator<ReadPart> {
  yield* readAt(file, options, { depth: 0, unpacked: { bytes: 0, parts: 0 } });
}

interface Place {
  depth: number;
  /** Shared by all files that came out of one. */
  unpacked: { bytes: number; parts: number };
}

async function* readAt(given: IncomingFile, options: ReadingOptions, place: Place): AsyncGenerator<ReadPart> {
  try {
    const file = await inMemory(given);
    if (sizeOf(file) === 0) throw unreadable(file.name, "is empty: there is nothing in it.");
    const format = await formatOf(file);
    for await (const part of await format.read(file, options)) {
      if (++place.unpacked.parts > MOST_PARTS)
        throw unreadable(file.name, "holds more than two million parts. Cut it up and import what you need.");
      yield* partOf(part, file, options, place);
    }
  } catch (error) {
    yield { kind: "unread", unread: unreadOf(given.name, error) };
  }
}

async function* partOf(
  part: Part,
  file: IncomingFile,
  options: ReadingOptions,
  place: Place,
): AsyncGenerator<ReadPart> {
  switch (part.kind) {
    case "columns-left":
      yield part;
      return;
    case "failed":
      yield { kind: "unread", unread: unreadOf(part.name, part.problem) };
      return;
    case "member": {
      const inner = { depth: place.depth + 1, unpacked: place.unpacked };
      inner.unpacked.bytes += sizeOf(part.file);
      if (inner.depth > DEEPEST || inner.unpacked.bytes > MOST_UNPACKED) {
        const why =
          inner.depth > DEEPEST
            ? "lies in too many files within files"
            : "and what lay before it are too large unpacked";
        yield {
          kind: "unread",
          unread: unreadOf(part.file.name, unreadable(part.file.name, `${why}. Unpack it and import what you need.`)),
        };
        return;
      }
      yield* readAt(part.file, options, inner);
      return;
    }
    case "document":
      try {
        yield {
          kind: "article",
          article: finishArticle(part.name, part.original, part.document, statedOf(part.name, file)),
        };
      } catch (error) {
        yield { kind: "unread", unread: unreadOf(part.name, error) };
      }
  }
}

/** What the outside says of a file holds for all that is in it; its address is that of one article alone. */
function statedOf(name: string, { name: fileName, stated = {} }: IncomingFile): StatedByOutside {
  if (name === fileName) return stated;
  const { url: _ofTheFile, ...ofAll } = stated;
  return ofAll;
}

/**
 * Why something could not be read. A parser that throws has met what it was not made for; that is told as a sentence, and
 * its stack goes to the log.
 */
function unreadOf(name: string, error: unknown): Unread {
  if (error instanceof Problem) {
    return { name, sentence: error.message, wantsMapping: error instanceof MappingWanted, defect: null };
  }
  const { message } = unreadable(
    name,
    "cannot be read: it is damaged, or of a form that is not known here. Open it in the program it came from and save it anew, or as PDF or plain text.",
  );
  return {
    name,
    sentence: message,
    wantsMapping: false,
    defect: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

function unreadable(name: string, what: string): Problem {
  return new Problem("UNREADABLE_FILE", `“${name}” ${what}`, { name });
}
