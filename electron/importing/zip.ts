import { Problem } from "#domain/problems.ts";
import type { Format, IncomingFile, Part } from "./document.ts";
import { isPassedOver, pagesAmong } from "./passing-over.ts";
import { openZip, type ZipEntry } from "./zip-entries.ts";

/**
 * Archives of articles. Documents that are ZIP archives inside (DOCX, ODT, EPUB, WACZ) have formats of their own, which are
 * asked first.
 */
export const zipFormat: Format = {
  name: "ZIP",
  recognises: (head) => {
    const begin = Buffer.from(head.subarray(0, 4)).toString("latin1");
    return begin === "PK\x03\x04" || begin === "PK\x05\x06";
  },
  read: readZip,
};

/** Gives the files in an archive in the order of their names. Nothing is written to a disk. */
async function* readZip(file: IncomingFile): AsyncGenerator<Part> {
  const archive = await openZip(file);
  try {
    const entries = await Array.fromAsync(archive.entries());
    refuseOtherDocuments(file.name, entries);
    const pages = pagesAmong(entries.map(({ name }) => name));
    const kept = entries.filter(({ name }) => !isPassedOver(name, pages));
    if (kept.length === 0) throw whyNothing(file.name, entries);
    const places = new Map(kept.map((entry, index) => [entry.name, index]));
    const byName = kept
      .map((entry, index) => ({ entry, isLast: places.get(entry.name) === index }))
      .sort((one, other) => COLLATOR.compare(one.entry.name, other.entry.name));
    for (const { entry, isLast } of byName) yield isLast ? await memberOf(file, entry) : hidden(file, entry);
  } finally {
    await archive.close();
  }
}

const COLLATOR = new Intl.Collator("en", { numeric: true });

async function memberOf(file: IncomingFile, entry: ZipEntry): Promise<Part> {
  const name = nameOf(file, entry);
  try {
    const bytes = await entry.read();
    // What the record of a web archive says of a file holds for what is in it.
    const stated = file.stated ? { stated: file.stated } : {};
    return { kind: "member", file: { name, content: { kind: "memory", bytes }, ...stated } };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { kind: "failed", name, problem: error };
  }
}

/** An entry behind which another of the same name stands; programs that unpack show the last one only. */
function hidden(file: IncomingFile, entry: ZipEntry): Part {
  const name = nameOf(file, entry);
  const sentence = `“${name}” is in its archive more than once; the last one was read, as other programs have it.`;
  return { kind: "failed", name, problem: new Problem("UNREADABLE_FILE", sentence, { name }) };
}

function nameOf(file: IncomingFile, { name }: ZipEntry): string {
  return `${file.name} › ${name}`;
}

function whyNothing(name: string, entries: readonly ZipEntry[]): Problem {
  const sentence =
    entries.length === 0
      ? "is an empty archive: there is no file in it."
      : "is an archive without articles: pictures, sound, programs and hidden files in it are passed over.";
  return new Problem("UNREADABLE_FILE", `“${name}” ${sentence}`, { name });
}

/** What an archive is by a file in it, and what to do to read it. */
const OTHER_DOCUMENTS: readonly { has: RegExp; sentence: string }[] = [
  { has: /^xl\/workbook\.(xml|bin)$/, sentence: "is a workbook of Excel. Save the sheet with the articles as CSV." },
  { has: /^ppt\/presentation\.xml$/, sentence: "is a presentation of PowerPoint. Save it as PDF." },
  { has: /^index\/document\.iwa$/i, sentence: "is a document of Pages, Numbers or Keynote. Export it as PDF or Word." },
  { has: /^meta-inf\/manifest\.(xml|mf)$/i, sentence: "is no archive of articles. Save it as PDF or plain text." },
];

function refuseOtherDocuments(name: string, entries: readonly ZipEntry[]): void {
  const found = OTHER_DOCUMENTS.find(({ has }) => entries.some((entry) => has.test(entry.name)));
  if (found) throw new Problem("UNREADABLE_FILE", `“${name}” ${found.sentence}`, { name });
}
