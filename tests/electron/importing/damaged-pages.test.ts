import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { Problem } from "#domain/problems.ts";
import type { Format } from "#electron/importing/document.ts";
import { htmlFormat } from "#electron/importing/html.ts";
import { mailFormat } from "#electron/importing/mail.ts";
import { mhtmlFormat } from "#electron/importing/mhtml.ts";
import { partsOf, prose, seeded } from "./pages.ts";

const CASES = 300;

const PAGE = `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Quarante tués | L’Exemple</title>
<link rel="canonical" href="https://a.example/1"><meta property="article:published_time" content="2024-03-22T10:15:00+03:00">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Quarante tués","author":[{"name":"Awa Diallo"}]}</script></head>
<body><nav><a href="/">Accueil</a></nav><article><h1>Quarante tués</h1>${prose("Le porte-parole a déclaré, mardi, que quarante soldats avaient été tués.", 3)}
<ul><li>un<ol><li>deux</li></ol></li></ul><blockquote>cité</blockquote><table><tr><th>a</th><td>b</td></tr></table>
<pre>x
y</pre>${prose("قال متحدث باسم الجيش إن أربعين جنديا قتلوا، في هجوم فجر اليوم.", 1)}<p>🇲🇱 边境袭击</p></article><footer>©</footer></body></html>`;

const inParts = (type: string, header: string, bytes: Buffer) =>
  Buffer.concat([
    Buffer.from(`${header}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/${type}; boundary="b"\r\n\r\n--b\r\n`),
    Buffer.from(
      "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://a.example/1\r\n\r\n",
    ),
    bytes,
    Buffer.from("\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@b\r\nSubject: c\r\n\r\nd\r\n--b\r\n"),
    Buffer.from(
      `Content-Type: text/plain; name="a.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString("base64").slice(0, 400)}\r\n--b--\r\n`,
    ),
  ]);

const ORIGINALS: readonly [what: string, format: Format, bytes: Buffer][] = [
  ["pages", htmlFormat, Buffer.from(PAGE)],
  ["pages in GB18030", htmlFormat, iconv.encode(PAGE.replace("utf-8", "gb18030"), "gb18030")],
  ["pages in UTF-16", htmlFormat, iconv.encode(PAGE, "utf-16le", { addBOM: true })],
  ["XHTML", htmlFormat, Buffer.from(`<?xml version="1.0"?>${PAGE}`)],
  [
    "saved pages",
    mhtmlFormat,
    inParts("related", "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/1", Buffer.from(PAGE)),
  ],
  [
    "mails",
    mailFormat,
    inParts(
      "mixed",
      "From: Jane Doe <a@b>\r\nSubject: =?utf-8?B?w6k=?=\r\nDate: Fri, 22 Mar 2024 10:15:00 +0300",
      Buffer.from(PAGE),
    ),
  ],
];

/** Cuts off, flips bits, takes out, doubles or moves a piece. */
function damaged(bytes: Buffer, random: () => number): Buffer {
  const place = (length: number) => Math.floor(random() * length);
  const begin = place(bytes.length);
  const end = Math.min(bytes.length, begin + 1 + place(400));
  switch (place(5)) {
    case 0:
      return bytes.subarray(0, begin);
    case 1:
      return Buffer.concat([bytes.subarray(0, begin), bytes.subarray(end)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(begin)]);
    case 3:
      return Buffer.concat([bytes.subarray(begin), bytes.subarray(0, begin)]);
    default: {
      const flipped = Buffer.from(bytes);
      for (let flips = 1 + place(60); flips > 0; flips--) {
        const at = place(flipped.length);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << place(8));
      }
      return flipped;
    }
  }
}

describe("damaged pages and mails", () => {
  it.each(ORIGINALS)(
    "%s end as a document or as a problem that names the file",
    async (_, format, bytes) => {
      const random = seeded(20240322);
      const ends = { document: 0, problem: 0 };
      for (let index = 0; index < CASES; index++) {
        const piece = damaged(bytes, random);
        try {
          for (const part of await partsOf(format, "a.html", piece)) {
            if (part.kind !== "document") continue;
            ends.document++;
            for (const { text, level } of part.document.blocks) {
              expect(text).not.toBe("");
              expect(level).toBeGreaterThan(0);
            }
            for (const { value } of Object.values(part.document.stated)) expect(value).toMatch(/^[^\n\r]{1,2000}$/);
          }
        } catch (error) {
          if (!(error instanceof Problem)) throw new Error(`Case ${index} of ${format.name} fails.`, { cause: error });
          expect(error.message).toContain("“a.html”");
          ends.problem++;
        }
      }
      // Most of a damaged file can still be read.
      expect(ends.document).toBeGreaterThan(CASES / 2);
    },
    120_000,
  );
});
