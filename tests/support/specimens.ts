import { gzipSync } from "node:zlib";
import { docxOf, epubOf, odtOf, wordParagraph } from "./office.ts";
import { pdfOf } from "./pdf.ts";
import { zipOf } from "./zip.ts";

/** A sound file of a format: its name, its bytes, and words that must stand in an article that comes out of it. */
export interface Specimen {
  name: string;
  bytes: Buffer;
  words: string;
}

const SENTENCES =
  "The ferry at Oure stopped on Tuesday after a raid on the landing, the harbour master said. Forty people waited on the northern shore, and nobody was hurt in the crossing.";

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry stopped | Northwire</title>
<meta property="og:site_name" content="Northwire"><meta property="article:published_time" content="2025-05-14T06:30:00+02:00"></head>
<body><article><h1>Ferry stopped</h1><p>${SENTENCES}</p><h2>What is known</h2><p>${SENTENCES}</p><ul><li>Two boats burned</li></ul></article></body></html>`;

const MAIL = [
  "From: Harbour Desk <desk@northwire.example>",
  "Subject: =?utf-8?Q?Ferry_stopp=C3=A9?=",
  "Date: Wed, 14 May 2025 06:30:00 +0200",
  "MIME-Version: 1.0",
  'Content-Type: multipart/alternative; boundary="edge"',
  "",
  "--edge",
  "Content-Type: text/plain; charset=utf-8",
  "",
  SENTENCES,
  "--edge",
  "Content-Type: text/html; charset=utf-8",
  "",
  `<p>${SENTENCES}</p>`,
  "--edge--",
  "",
].join("\r\n");

const SAVED_PAGE = [
  "From: <Saved by Blink>",
  "Snapshot-Content-Location: https://northwire.example/ferry",
  "Subject: Ferry stopped",
  "MIME-Version: 1.0",
  'Content-Type: multipart/related; type="text/html"; boundary="----edge"',
  "",
  "------edge",
  "Content-Type: text/html",
  "Content-Transfer-Encoding: 8bit",
  "Content-Location: https://northwire.example/ferry",
  "",
  PAGE,
  "------edge--",
  "",
].join("\r\n");

const RECORD = { headline: "Ferry stopped", text: SENTENCES, source: "Northwire", date: "2025-05-14" };

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Northwire</title><item><title>Ferry stopped</title><link>https://northwire.example/ferry</link><pubDate>Wed, 14 May 2025 06:30:00 +0200</pubDate><description>&lt;p&gt;${SENTENCES}&lt;/p&gt;</description></item></channel></rss>`;
const ATOM = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Northwire</title><entry><title>Ferry stopped</title><id>1</id><updated>2025-05-14T06:30:00+02:00</updated><content type="html">&lt;p&gt;${SENTENCES}&lt;/p&gt;</content></entry></feed>`;

/** One record of a web archive. */
function recordOf(type: string, target: string, block: string): string {
  const size = Buffer.byteLength(block);
  return `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:uuid:01970000-0000-7000-8000-000000000001>\r\nWARC-Date: 2026-01-02T03:04:05Z\r\nWARC-Target-URI: ${target}\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: ${size}\r\n\r\n${block}\r\n\r\n`;
}
const RESPONSE = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(PAGE)}\r\n\r\n${PAGE}`;
const WARC = recordOf("response", "https://northwire.example/ferry", RESPONSE);

const PAGES_LIST = `{"format":"json-pages-1.0","id":"pages","title":"All pages"}\n{"url":"https://northwire.example/ferry","title":"Ferry stopped","ts":"2026-01-02T03:04:05Z"}\n`;

/** The sentences as a PDF has them: in lines. */
const LINES = SENTENCES.match(/.{1,70}(?:\s|$)/g) ?? [];

/** A sound file of every format that can be brought in. */
export function specimens(): Specimen[] {
  const words = "nobody was hurt in the crossing";
  const made: Record<string, string | Uint8Array> = {
    "plain.txt": SENTENCES,
    "marked.md": `---\ntitle: Ferry stopped\n---\n\n# Ferry stopped\n\n${SENTENCES}\n\n## What is known\n\n- Two boats burned\n`,
    "page.html": PAGE,
    "saved.mhtml": SAVED_PAGE,
    "mail.eml": MAIL,
    "paper.pdf": pdfOf({ pages: [LINES.map((text, index) => ({ x: 60, y: 760 - 16 * index, text: text.trim() }))] }),
    "letter.docx": docxOf({ body: wordParagraph(SENTENCES) }),
    "letter.odt": odtOf({ body: `<text:p>${SENTENCES}</text:p>` }),
    "letter.rtf": `{\\rtf1\\ansi\\ansicpg1252 {\\fonttbl{\\f0 Times;}}\\f0 ${SENTENCES}\\par}`,
    "magazine.epub": epubOf({ pages: { "one.xhtml": `<h1>Ferry stopped</h1><p>${SENTENCES}</p><p>${SENTENCES}</p>` } }),
    "crawl.warc": WARC,
    "crawl.warc.gz": gzipSync(WARC),
    "crawl.wacz": zipOf({
      "datapackage.json": `{"profile":"data-package","resources":[]}`,
      "pages/pages.jsonl": PAGES_LIST,
      "archive/data.warc.gz": gzipSync(WARC),
    }),
    "table.csv": `headline,text,source,date\n"Ferry stopped","${SENTENCES}",Northwire,2025-05-14\n`,
    "table.json": JSON.stringify([RECORD]),
    "table.jsonl": `${JSON.stringify(RECORD)}\n`,
    "feed.rss": FEED,
    "feed.atom": ATOM,
    "several.zip": zipOf({ "inside/plain.txt": SENTENCES }),
  };
  return Object.entries(made).map(([name, content]) => ({ name, bytes: Buffer.from(content as Uint8Array), words }));
}
