import { decodeWords } from "postal-mime";
import { Problem } from "#domain/problems.ts";
import type { Format, IncomingFile, ReadDocument, StatedFields } from "./document.ts";
import { readHtml } from "./html.ts";
import { bytesOf } from "./incoming.ts";
import {
  isSavedPage,
  type MimeHeader,
  type MimePart,
  messageHeader,
  readHeader,
  readParts,
  withoutEnvelope,
} from "./mime.ts";
import { pagesAmong } from "./mime-bodies.ts";

/** Pages that a browser saved as one file, with their pictures (MHTML, MHT). */
export const mhtmlFormat: Format = {
  name: "MHTML",
  recognises: (head) => {
    const header = messageHeader(head);
    return header !== null && isSavedPage(header);
  },
  async read(file: IncomingFile) {
    const original = await bytesOf(file);
    return [{ kind: "document", name: file.name, original, document: await readMhtml(file.name, original) }];
  },
};

/**
 * Reads a saved page: its main page, or where that holds only frames or scripts, the largest other page in it. Its address
 * is that from which it was saved. The date in its header is when it was saved, and says nothing of when it was published.
 * Throws a problem that names the file where there is no page with text in it.
 */
async function readMhtml(name: string, bytes: Uint8Array): Promise<ReadDocument> {
  const message = withoutEnvelope(bytes);
  const { header } = readHeader(message);
  const pages = pagesAmong(readParts(name, message), header);
  const main = pages[0];
  if (!main) throw noPage(name);
  let refused: unknown = null;
  for (const page of pages) {
    try {
      const document = await readHtml(name, page.bytes, page.charset);
      const stated: StatedFields = { ...titleOf(header), ...document.stated, ...addressOf(header, main) };
      return { ...document, stated, mediaType: "multipart/related" };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused ??= error;
    }
  }
  throw refused;
}

function addressOf(header: MimeHeader, main: MimePart): StatedFields {
  const address = header.get("snapshot-content-location") ?? main.header.get("content-location") ?? "";
  return /^https?:\/\/[^\s/]/i.test(address) && URL.canParse(address)
    ? { url: { value: address, from: "header" } }
    : {};
}

function titleOf(header: MimeHeader): StatedFields {
  const subject = decodeWords(header.get("subject") ?? "").trim();
  return subject === "" ? {} : { title: { value: subject.slice(0, 2_000), from: "header" } };
}

function noPage(name: string): Problem {
  return new Problem(
    "UNREADABLE_FILE",
    `“${name}” is a saved page without a page in it; it may be cut off. Save it from the browser anew.`,
    { name },
  );
}
