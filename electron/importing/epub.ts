import { posix } from "node:path";
import { Problem } from "#domain/problems.ts";
import { decodeText } from "./decoding.ts";
import type { DraftBlock, Format, IncomingFile, Part, ReadDocument, StatedFields } from "./document.ts";
import { type Book, pagesInNavigation, readBook } from "./epub-book.ts";
import { parsePage } from "./html-article.ts";
import { blocksOfNode } from "./html-blocks.ts";
import { measureMarkup } from "./html-nesting.ts";
import { bytesOf } from "./incoming.ts";
import { MalformedXml } from "./xml.ts";
import { entriesByName, openZip, type ZipEntry } from "./zip-entries.ts";

const LIMITS = { entries: 50_000, bytes: 1024 * 1024 * 1024 };
const MEDIA_TYPE = "application/epub+zip";

/** From how many characters on a page is an article of its own; covers, title pages and dividers have fewer. */
const SHORTEST_ARTICLE = 400;

/** A page of a book that was read. */
interface Page {
  path: string;
  blocks: DraftBlock[];
  length: number;
}

/**
 * EPUB files. An issue of a magazine or a paper is one article for each page that its table of contents names and that
 * holds at least 400 characters; pages between these belong to the one before them. What comes before the first, such as
 * covers, is left out. A book whose contents do not name two such pages is one article. All of them keep the whole file
 * as their original.
 */
export const epubFormat: Format = {
  name: "EPUB",
  recognises: (head) => {
    const begin = Buffer.from(head.subarray(0, 512));
    return begin.subarray(0, 4).equals(Buffer.from("PK\x03\x04")) && begin.includes(`mimetype${MEDIA_TYPE}`);
  },
  read: async (file) => {
    const original = await bytesOf(file);
    const { name } = file;
    const inMemory: IncomingFile = { name, content: { kind: "memory", bytes: original } };
    const archive = await openZip(inMemory, LIMITS);
    try {
      const entries = await entriesByName(archive);
      await refuseLocked(name, entries);
      const book = await readBook(entries);
      const { pages, failed } = await readPages(book, entries);
      if (pages.length === 0) throw damaged(name);
      return articlesOf(name, original, book, pages, await pagesInNavigation(book, entries), failed);
    } catch (error) {
      throw error instanceof MalformedXml ? damaged(name) : error;
    } finally {
      await archive.close();
    }
  },
};

async function readPages(
  book: Book,
  entries: ReadonlyMap<string, ZipEntry>,
): Promise<{ pages: Page[]; failed: number }> {
  const pages: Page[] = [];
  let failed = 0;
  for (const path of book.spine) {
    const entry = entries.get(path);
    try {
      if (!entry) throw new MalformedXml(`There is no page ${path}.`);
      const { markup } = measureMarkup(decodeText(path, await entry.read()).text, true);
      const { body } = parsePage(markup);
      const blocks = body ? blocksOfNode(body) : [];
      pages.push({ path, blocks, length: blocks.reduce((sum, { text }) => sum + text.length, 0) });
    } catch (error) {
      if (!(error instanceof Problem || error instanceof MalformedXml)) throw error;
      failed++;
    }
  }
  return { pages, failed };
}

function articlesOf(
  name: string,
  original: Uint8Array,
  book: Book,
  pages: readonly Page[],
  named: ReadonlyMap<string, string>,
  failed: number,
): Part[] {
  const unread = failed === 0 ? null : `${failed} of its ${failed + pages.length} pages could not be read.`;
  const doubt = [book.doubt, unread].filter((sentence) => sentence !== null).join(" ") || null;
  const document = (blocks: DraftBlock[], stated: StatedFields): ReadDocument => ({
    blocks,
    stated,
    mediaType: MEDIA_TYPE,
    tool: "",
    doubt,
    isPlain: false,
  });
  const articles: { title: string; path: string; blocks: DraftBlock[] }[] = [];
  for (const { path, blocks, length } of pages) {
    const title = named.get(path);
    if (title !== undefined && length >= SHORTEST_ARTICLE) articles.push({ title, path, blocks: [...blocks] });
    else articles.at(-1)?.blocks.push(...blocks);
  }
  if (articles.length < 2) {
    const blocks = pages.flatMap((page) => page.blocks);
    return [{ kind: "document", name, original, document: document(blocks, book.stated) }];
  }
  const { title: _titleOfIssue, byline: _writerOfIssue, ...ofIssue } = book.stated;
  return articles.map(({ title, path, blocks }) => ({
    kind: "document",
    name: `${name} › ${posix.basename(path)}`,
    original,
    document: document(blocks, { ...ofIssue, ...(title && { title: { value: title, from: "document" } }) }),
  }));
}

/** Fonts may be made unreadable in a free book; pages are so only in one that is bound to a reader. */
async function refuseLocked(name: string, entries: ReadonlyMap<string, ZipEntry>): Promise<void> {
  const encryption = await entries.get("META-INF/encryption.xml")?.read();
  if (!encryption || !/URI=["'][^"']*\.x?html?["']/i.test(Buffer.from(encryption).toString("latin1"))) return;
  const sentence = `“${name}” is locked by its seller and can be read only in the seller’s program. Import a copy that is not locked.`;
  throw new Problem("UNREADABLE_FILE", sentence, { name });
}

function damaged(name: string): Problem {
  const sentence = `“${name}” is a damaged EPUB, and cannot be read. Get it again.`;
  return new Problem("UNREADABLE_FILE", sentence, { name });
}
