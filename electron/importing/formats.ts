import { csvFormat } from "./csv.ts";
import type { Format, IncomingFile } from "./document.ts";
import { docxFormat } from "./docx.ts";
import { epubFormat } from "./epub.ts";
import { feedFormat } from "./feed.ts";
import { htmlFormat } from "./html.ts";
import { headOf } from "./incoming.ts";
import { jsonFormat } from "./json.ts";
import { mailFormat } from "./mail.ts";
import { markdownFormat } from "./markdown.ts";
import { mhtmlFormat } from "./mhtml.ts";
import { odtFormat } from "./odt.ts";
import { oldOfficeFormat } from "./old-office.ts";
import { pdfFormat } from "./pdf.ts";
import { plainTextFormat } from "./plain-text.ts";
import { rtfFormat } from "./rtf.ts";
import { waczFormat } from "./wacz.ts";
import { warcFormat } from "./warc.ts";
import { zipFormat } from "./zip.ts";

/**
 * All formats, each before those that its files could also be taken for: a document that is a ZIP inside before the ZIP,
 * what has a signature before what is told by its words, and plain text last, which takes whatever is text.
 */
const FORMATS: readonly Format[] = [
  pdfFormat,
  docxFormat,
  odtFormat,
  epubFormat,
  waczFormat,
  zipFormat,
  oldOfficeFormat,
  rtfFormat,
  warcFormat,
  mhtmlFormat,
  mailFormat,
  feedFormat,
  htmlFormat,
  jsonFormat,
  markdownFormat,
  csvFormat,
];

/** The format of a file, told by its content. */
export async function formatOf(file: IncomingFile): Promise<Format> {
  const head = await headOf(file);
  return FORMATS.find((format) => format.recognises(head, file.name)) ?? plainTextFormat;
}
