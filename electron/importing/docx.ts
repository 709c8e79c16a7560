import type mammoth from "mammoth";
import library from "mammoth/package.json" with { type: "json" };
import { Problem } from "#domain/problems.ts";
import type { Format, IncomingFile, ReadDocument, StatedFields } from "./document.ts";
import { blocksOfWordDocument, type WordElement, wordTitleOf } from "./docx-blocks.ts";
import { hidingStyles, withoutHiddenWords } from "./docx-hidden.ts";
import { bytesOf } from "./incoming.ts";
import { statedOfProperties, titleOfProperties, writerOfProperties } from "./properties.ts";
import { textsOf } from "./xml.ts";
import { entriesByName, openZip, type ZipEntry } from "./zip-entries.ts";

/** How much a document may hold unpacked, pictures among it, and how large one part of it that is read can be, in bytes. */
const LIMITS = { entries: 20_000, bytes: 512 * 1024 * 1024 };
const LARGEST_PART = 48 * 1024 * 1024;

/**
 * Word documents: read by mammoth, whose own document is taken and not its HTML. Insertions that are tracked are read as
 * text, deletions and hidden words are not. Comments and headers stay out; notes come at the end.
 */
export const docxFormat: Format = {
  name: "Word",
  recognises: (head, name) => {
    const begin = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
    if (!begin.subarray(0, 4).equals(Buffer.from("PK\x03\x04"))) return false;
    return begin.includes("word/") || (begin.includes("[Content_Types].xml") && /\.do[ct][xm]$/i.test(name));
  },
  read: async (file) => {
    const original = await bytesOf(file);
    return [{ kind: "document", name: file.name, original, document: await readDocx(file.name, original) }];
  },
};

async function readDocx(name: string, original: Uint8Array): Promise<ReadDocument> {
  const file: IncomingFile = { name, content: { kind: "memory", bytes: original } };
  const archive = await openZip(file, LIMITS);
  try {
    const entries = await entriesByName(archive);
    const { document, hasHiddenWords } = await wordDocumentOf(name, entries);
    return {
      blocks: blocksOfWordDocument(document),
      ...statedOfProperties({ ...(await propertiesOf(entries)), ...wordTitleOf(document) }),
      mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      tool: `mammoth ${library.version}`,
      doubt: hasHiddenWords ? "Words in it are hidden, and were left out." : null,
      isPlain: false,
    };
  } finally {
    await archive.close();
  }
}

/** The parts whose words are read, wherever in the archive they lie. */
const PART_WITH_WORDS = /(?:^|\/)(?:document|footnotes|endnotes)\d*\.xml$/;

/**
 * What mammoth makes of the parts, and whether words in them were hidden. It reads them through our own reading of archives,
 * which trusts no size that an archive states; what it would make into HTML is taken out before, and hidden words, since it does
 * not know them.
 */
async function wordDocumentOf(
  name: string,
  entries: ReadonlyMap<string, ZipEntry>,
): Promise<{ document: WordElement; hasHiddenWords: boolean }> {
  let read: WordElement | null = null;
  let hasHiddenWords = false;
  const parts = {
    exists: (path: string) => entries.has(path),
    read: async (path: string, encoding?: string) => {
      const entry = entries.get(path);
      if (!entry) throw new Error(`There is no part ${path}.`);
      if (entry.uncompressedSize > LARGEST_PART) throw tooLarge(name);
      const bytes = Buffer.from(await entry.read());
      if (!encoding) return bytes;
      const text = bytes.toString(encoding === "base64" ? "base64" : "utf8").replace(/^\uFEFF/, "");
      if (encoding === "base64" || !PART_WITH_WORDS.test(path)) return text;
      const shown = withoutHiddenWords(text, await styles());
      hasHiddenWords ||= shown.hasHiddenWords;
      return shown.xml;
    },
  };
  const styles = async () => {
    const part = "word/styles.xml";
    return hidingStyles(parts.exists(part) ? String(await parts.read(part, "utf-8")) : "");
  };
  const { default: word } = await import("mammoth");
  const input = { file: parts } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
  try {
    await word.convertToHtml(input, {
      includeEmbeddedStyleMap: false,
      transformDocument: (document: WordElement) => {
        read = document;
        return { ...document, children: [] };
      },
    });
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw damaged(name);
  }
  if (!read) throw damaged(name);
  return { document: read, hasHiddenWords };
}

async function propertiesOf(entries: ReadonlyMap<string, ZipEntry>): Promise<StatedFields> {
  const entry = entries.get("docProps/core.xml");
  if (!entry) return {};
  try {
    const properties = textsOf(await entry.read(), ["title", "creator"]);
    const title = titleOfProperties(properties.get("title")?.[0]);
    const byline = writerOfProperties(properties.get("creator")?.[0]);
    return {
      ...(title && { title: { value: title, from: "document" } }),
      ...(byline && { byline: { value: byline, from: "document" } }),
    };
  } catch {
    // The text counts; a document whose properties are damaged has none.
    return {};
  }
}

function damaged(name: string): Problem {
  const sentence = `“${name}” is a damaged Word document, and cannot be read. Open it in a word processor, let it repair the document, and save it anew.`;
  return new Problem("UNREADABLE_FILE", sentence, { name });
}

function tooLarge(name: string): Problem {
  const sentence = `“${name}” holds more text than one article can have. Cut it into parts and import those.`;
  return new Problem("UNREADABLE_FILE", sentence, { name });
}
