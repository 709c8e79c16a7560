import path from "node:path";
import type { Article } from "#domain/nouns/article.ts";
import { blocksOf } from "#domain/text/canonical.ts";
import { type BlockKind, PLAIN_STRUCTURE, type TextStructure } from "#domain/text/structure.ts";
import { openCaseFile } from "#electron/store/case-file.ts";
import { newId, now } from "#electron/workbench/ids.ts";
import { workbenchOver } from "./workbench.ts";

/** An article with an original that is made by the test, whatever could be read from it. */
export interface MadeArticle extends Partial<Article> {
  text: string;
  structure?: TextStructure;
  original: string | Uint8Array;
  mediaType: string;
}

/** Makes the case “The landing”, which the start view offers, with these articles of one outlet in it. Gives their ids. */
export async function caseWithOriginals(
  folders: { cases: string; settings: string },
  made: readonly MadeArticle[],
  outlet: string | null = null,
): Promise<string[]> {
  const { client, close } = workbenchOver(folders);
  const place = path.join(folders.cases, "landing.sourceline");
  await client.cases.create({ name: "The landing", path: place });
  const outletId = outlet && (await client.sources.create({ name: outlet, kind: "outlet" })).sourceId;
  await close();
  const file = openCaseFile(place, "a test");
  const ids = made.map(() => newId());
  file.journal.run("Ada", "keep what was made", (transaction) => {
    for (const [index, { text, structure = PLAIN_STRUCTURE, original, ...fields }] of made.entries()) {
      const bytes = typeof original === "string" ? new TextEncoder().encode(original) : original;
      transaction.put("article", {
        title: `Article ${index + 1}`,
        outletId,
        byline: "",
        dateline: "",
        url: "",
        published: null,
        publishedPrecision: null,
        collectedAt: now(),
        collectedBy: "Ada",
        language: "en",
        credits: "",
        fieldOrigins: {},
        originalName: "made by a test",
        tool: "a test 1.0",
        ...fields,
        id: ids[index] ?? "",
        textSha256: transaction.keepText(text, structure),
        originalSha256: transaction.keepOriginal(bytes),
      });
    }
  });
  file.close();
  return ids;
}

/** A text of these lines and what they are: `[kind, level, words]`, or words alone for a paragraph. */
export function structured(lines: readonly (string | [BlockKind, number, string])[]): {
  text: string;
  structure: TextStructure;
} {
  const text = lines.map((line) => (typeof line === "string" ? line : line[2])).join("\n\n");
  const blocks = blocksOf(text).flatMap(({ start }, index) => {
    const line = lines[index];
    return line === undefined || typeof line === "string" ? [] : [{ start, kind: line[0], level: line[1] }];
  });
  return { text, structure: { blocks, pages: [] } };
}

/** A PDF with these pages, each of lines in Helvetica, which is not in the file. */
export function pdfOf(pages: readonly (readonly string[])[]): Uint8Array {
  const objects = ["<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"];
  const contents = pages.map((lines) => {
    const shown = lines.map((line) => `(${line.replace(/[\\()]/g, "\\$&")}) Tj T*`).join("\n");
    return `BT /F1 12 Tf 16 TL 72 720 Td\n${shown}\nET`;
  });
  return pdfWith(contents, "/Font<</F1 3 0 R>>", objects);
}

/** A PDF of one page that is a picture as fax machines and scanners write it (CCITT, group 4), black all over. */
export function scannedPdf(): Uint8Array {
  const parameters = "/DecodeParms<</K -1/Columns 8/Rows 8>>/Decode[1 0]";
  // Eight lines like the white line before them, and the end.
  const data = "\xff\x00\x10\x01";
  const picture = `<</Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode${parameters}/Length ${data.length}>>stream\n${data}\nendstream`;
  return pdfWith(["q 300 0 0 300 100 300 cm /I1 Do Q"], "/XObject<</I1 3 0 R>>", [picture]);
}

/** A PDF of pages with these contents; `objects` are numbered from 3. */
function pdfWith(contents: readonly string[], resources: string, objects: readonly string[]): Uint8Array {
  const first = 3 + objects.length;
  const kids = contents.map((_, index) => `${first + index * 2} 0 R`).join(" ");
  const all = ["<</Type/Catalog/Pages 2 0 R>>", `<</Type/Pages/Kids[${kids}]/Count ${contents.length}>>`, ...objects];
  for (const [index, content] of contents.entries()) {
    all.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<${resources}>>/Contents ${first + index * 2 + 1} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    );
  }
  let file = "%PDF-1.7\n";
  const places = all.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj${object}endobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = all.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}
