import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import mammoth from "mammoth";
import type { IncomingFile } from "#electron/importing/document.ts";
import { getDocument, VerbosityLevel } from "#electron/importing/pdfjs.ts";
import { readIncoming } from "#electron/importing/reading.ts";
import { docxOf, wordParagraph } from "../tests/support/office.ts";
import { pdfOf } from "../tests/support/pdf.ts";
import { type Figure, IS_SMALL, inTurns, introduce, printFigures } from "./support/measuring.ts";
import { prose } from "./support/prose.ts";
import { generator } from "./support/random.ts";

/**
 * Files of three formats, read into articles on one thread as an import reads them: text, structure, signature, metadata,
 * language, hashes. The floor is the library alone, in turns on the same files, which gives a part of that.
 */
const COUNT = IS_SMALL ? 20 : 100;
const random = generator(7);
const paragraphs = (number: number) => Array.from({ length: number }, () => `${prose(60, random)}.`);

const menu = Array.from({ length: 60 }, (_, index) => `<li><a href="/${index}">${prose(2, random)}</a></li>`).join("");
const page = (): string =>
  `<!doctype html><html lang="en"><head><title>${prose(8, random)}</title><meta property="og:site_name" content="Northwire"></head><body><nav><ul>${menu}</ul></nav><main><article><h1>${prose(8, random)}</h1>${paragraphs(
    12,
  )
    .map((words) => `<p>${words}</p>`)
    .join("")}</article></main><aside><ul>${menu}</ul></aside><footer>${prose(40, random)}</footer></body></html>`;
const paper = (): Uint8Array =>
  pdfOf({
    pages: Array.from({ length: 3 }, () =>
      (
        paragraphs(6)
          .join(" ")
          .match(/.{1,80}\s/g) ?? []
      )
        .slice(0, 46)
        .map((text, index) => ({ x: 60, y: 780 - 15 * index, text })),
    ),
  });
const letter = (): Uint8Array =>
  docxOf({
    body: paragraphs(35)
      .map((words) => wordParagraph(words))
      .join(""),
  });

async function figure(what: string, make: () => Uint8Array, alone: (bytes: Uint8Array) => unknown): Promise<Figure> {
  const files = Array.from({ length: COUNT }, make);
  const fileAt = (turn: number): Uint8Array => files[turn] ?? new Uint8Array();
  // The first of each loads its library.
  await read(fileAt(0));
  await alone(fileAt(0).slice());
  return {
    what,
    ...(await inTurns(
      COUNT,
      (turn) => read(fileAt(turn)),
      (turn) => alone(fileAt(turn).slice()),
    )),
  };
}

async function read(bytes: Uint8Array): Promise<void> {
  const file: IncomingFile = { name: "a file", content: { kind: "memory", bytes: bytes.slice() } };
  for await (const part of readIncoming(file, { mapping: null })) {
    if (part.kind === "unread") throw new Error(part.unread.sentence);
  }
}

async function readPdfAlone(bytes: Uint8Array): Promise<void> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) await (await document.getPage(number)).getTextContent();
  await task.destroy();
}

introduce("Reading files into articles, on one thread");
printFigures([
  await figure(
    "HTML page of 7 KB of text; floor: Readability over linkedom",
    () => Buffer.from(page()),
    (bytes) => new Readability(parseHTML(Buffer.from(bytes).toString()).document as unknown as Document).parse(),
  ),
  await figure("PDF of 3 pages; floor: pdfjs giving its text", paper, readPdfAlone),
  await figure("DOCX of 2,100 words; floor: mammoth to HTML", letter, (bytes) =>
    mammoth.convertToHtml({ buffer: Buffer.from(bytes) }),
  ),
]);
