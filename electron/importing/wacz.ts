import { Problem } from "#domain/problems.ts";
import type { Format, IncomingFile, Part } from "./document.ts";
import { isObject } from "./json-cells.ts";
import { linesIn } from "./json-lines.ts";
import { JsonDamage } from "./json-records.ts";
import { isArticle, memberOf } from "./warc-members.ts";
import { responsesIn, WarcDamage } from "./warc-responses.ts";
import { openZip, type ZipEntry } from "./zip-entries.ts";

/**
 * Web archives with a list of their pages (WACZ 1.1): a ZIP of WARC files, and `pages/*.jsonl`. Only pages that are listed are
 * read, since what else was sent are their frames and advertisements.
 */
export const waczFormat: Format = {
  name: "WACZ",
  recognises: (head, name) => {
    const begin = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString("latin1");
    if (!begin.startsWith("PK\x03\x04")) return false;
    return namesIn(begin).some((entry) => OWN_FILES.test(entry)) || /\.wacz$/i.test(name);
  },
  read: readWacz,
};

const OWN_FILES = /^(archive\/[^/]+\.warc(\.gz)?|pages\/pages\.jsonl|indexes\/index\.(cdx|cdxj|idx)(\.gz)?)$/;

/** The names of the entries whose headers stand in the first bytes of an archive. */
function namesIn(begin: string): string[] {
  const names: string[] = [];
  for (let at = 0; at !== -1; at = begin.indexOf("PK\x03\x04", at + 4)) {
    const length = begin.charCodeAt(at + 26) + 256 * begin.charCodeAt(at + 27);
    names.push(begin.slice(at + 30, at + 30 + length));
  }
  return names;
}

/** A page that is listed. */
interface ListedPage {
  title: string | null;
  isFound: boolean;
}

async function* readWacz(file: IncomingFile): AsyncGenerator<Part> {
  const archive = await openZip(file);
  try {
    const entries = await Array.fromAsync(archive.entries());
    entries.sort((one, other) => COLLATOR.compare(one.name, other.name));
    const pages = await pagesListed(entries);
    let found = 0;
    for (const entry of entries.filter(({ name }) => /^archive\/.*\.warc(\.gz)?$/.test(name))) {
      for await (const part of partsOf(file.name, entry, pages)) {
        found++;
        yield part;
      }
    }
    const missing = [...(pages ?? [])].filter(([, { isFound }]) => !isFound);
    for (const [url] of missing) yield missed(file.name, url);
    if (found + missing.length === 0) {
      const sentence = `“${file.name}” holds no page or document that could be an article.`;
      throw new Problem("UNREADABLE_FILE", sentence, { name: file.name });
    }
  } finally {
    await archive.close();
  }
}

const COLLATOR = new Intl.Collator("en", { numeric: true });

async function* partsOf(archive: string, entry: ZipEntry, pages: Map<string, ListedPage> | null): AsyncGenerator<Part> {
  try {
    for await (const response of responsesIn(archive, entry.pieces())) {
      const page = pages?.get(comparable(response.url));
      if (pages && !page) continue;
      if (page && response.location !== null && response.status >= 300 && response.status < 400) {
        // The page that was asked for led on to another, which is the one that was seen.
        page.isFound = true;
        const target = URL.parse(response.location, response.url)?.href;
        const key = target === undefined ? null : comparable(target);
        if (key !== null && !pages?.has(key)) pages?.set(key, { title: page.title, isFound: false });
        continue;
      }
      if (!isArticle(response)) continue;
      const part = await memberOf(archive, response, page?.title);
      if (!part) continue;
      if (page) page.isFound = true;
      yield part;
    }
  } catch (error) {
    const name = `${archive} › ${entry.name}`;
    const sentence = `“${name}” is damaged, and pages behind the damage cannot be read. Get the archive again.`;
    if (error instanceof WarcDamage) {
      yield { kind: "failed", name, problem: new Problem("UNREADABLE_FILE", sentence, { name }) };
    } else if (error instanceof Problem) yield { kind: "failed", name, problem: error };
    else throw error;
  }
}

/** The pages that are listed, by their addresses; null where there is no list, or none is on it. */
async function pagesListed(entries: readonly ZipEntry[]): Promise<Map<string, ListedPage> | null> {
  const pages = new Map<string, ListedPage>();
  for (const entry of entries.filter(({ name }) => /^pages\/[^/]+\.jsonl$/.test(name))) {
    try {
      for await (const line of linesIn(entry.pieces())) {
        const page = pageOn(line.toString("utf8"));
        if (page) pages.set(comparable(page.url), { title: page.title, isFound: false });
      }
    } catch (error) {
      // Pages that are not known to be listed are better than none.
      if (!(error instanceof JsonDamage)) throw error;
    }
  }
  return pages.size === 0 ? null : pages;
}

/** A line of the list; its first one says what it is a list of. */
function pageOn(line: string): { url: string; title: string | null } | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (!isObject(value)) return null;
  const { url, title }: { url?: unknown; title?: unknown } = value;
  if (typeof url !== "string") return null;
  return { url, title: typeof title === "string" && title.trim() !== "" && title !== url ? title : null };
}

/** An address as it is compared: written in one way, and without the place in the page. */
function comparable(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return url;
  parsed.hash = "";
  return parsed.href;
}

function missed(archive: string, url: string): Part {
  const name = `${archive} › ${url}`;
  const sentence = `“${name}” is listed as a page, and the archive holds no text of it.`;
  return { kind: "failed", name, problem: new Problem("UNREADABLE_FILE", sentence, { name }) };
}
