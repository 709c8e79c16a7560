import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { htmlFormat, readHtml } from "#electron/importing/html.ts";
import { documentOf, linesOf, partsOf, prose } from "./pages.ts";

const ENGLISH = "The spokesman said on Tuesday, in the capital, that forty soldiers were killed at dawn.";
const ARABIC = "قال متحدث باسم الجيش يوم الثلاثاء، في العاصمة، إن أربعين جنديا قتلوا في هجوم فجر اليوم.";
const FRENCH = "Le porte-parole a déclaré mardi, dans la capitale, que quarante soldats avaient été tués à l’aube.";
const CHINESE = "发言人周二在首都表示，四十名士兵在黎明时分的袭击中丧生，另有多人受伤，居民说听到了枪声。";

const NAVIGATION = `<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>`;
const FOOTER = `<footer><p>© The Example. <a href="/terms">Terms</a> <a href="/privacy">Privacy</a></p></footer>`;
const page = (body: string, head = "", attributes = 'lang="en"') =>
  `<!DOCTYPE html><html ${attributes}><head><meta charset="utf-8">${head}</head><body>${NAVIGATION}${body}${FOOTER}</body></html>`;
const read = async (markup: string | Uint8Array) => readHtml("a.html", markup);

describe("readHtml", () => {
  it("takes the article out of the page around it, in any language", async () => {
    for (const [sentence, headline, root] of [
      [ENGLISH, "Forty killed at the border 🇲🇱", 'lang="en"'],
      [ARABIC, "مقتل أربعين جنديا على الحدود", 'lang="ar" dir="rtl"'],
      [FRENCH, "Quarante tués à la frontière", 'lang="fr"'],
      [CHINESE, "边境袭击四十人死亡", 'lang="zh-Hans"'],
    ] as const) {
      const document = await read(
        page(
          `<main><article><h1>${headline}</h1>${prose(sentence, 2)}<h2>${headline}?</h2>${prose(sentence, 2)}</article></main>`,
          `<title>${headline} | The Example</title>`,
          root,
        ),
      );
      const paragraph = `paragraph 1: ${`${sentence} `.repeat(5).trim()}`;
      expect(linesOf(document)).toEqual([
        `heading 1: ${headline}`,
        paragraph,
        paragraph,
        `heading 2: ${headline}?`,
        paragraph,
        paragraph,
      ]);
      expect(document.stated.title?.value).toBe(headline);
      expect(document).toMatchObject({ mediaType: "text/html", doubt: null, isPlain: false });
      expect(document.tool).toBe("@mozilla/readability 0.6.0, linkedom 0.18.12");
    }
  });

  it("puts the headline of the page first, and once", async () => {
    const first = async (head: string, body: string) =>
      linesOf(await read(page(body, head))).filter((line) => !line.startsWith("p"));
    const article = prose(ENGLISH);
    const stated = '<meta property="og:title" content="Forty killed at the border">';
    expect(await first(stated, `<article>${article}</article>`)).toEqual(["heading 1: Forty killed at the border"]);
    expect(await first(stated, `<article><h2>Forty killed, at the border</h2>${article}</article>`)).toEqual([
      "heading 1: Forty killed at the border",
    ]);
    expect(await first(stated, `<article><p>World</p><p>Forty killed at the border</p>${article}</article>`)).toEqual([
      "heading 1: Forty killed at the border",
    ]);
    // The page's own heading is reworded for sharing.
    expect(await first(stated, `<article><h1>Forty soldiers killed at border post</h1>${article}</article>`)).toEqual([
      "heading 1: Forty soldiers killed at border post",
    ]);
    // A heading that has nothing to do with the title is that of a section.
    expect((await first(stated, `<h1>World news</h1><article>${article}</article>`))[0]).toBe(
      "heading 1: Forty killed at the border",
    );
  });

  it("keeps the heading that the article shows, whatever its title for others says", async () => {
    const headings = async (head: string, body: string) =>
      linesOf(await read(page(body, head))).filter((line) => line.startsWith("heading"));
    const shown = "Bloody dawn on the frontier";
    const other = '<meta property="og:title" content="Forty killed near Tamba">';
    const own = ["heading 1: Bloody dawn on the frontier"];
    expect(await headings(other, `<article><h1>${shown}</h1>${prose(ENGLISH)}</article>`)).toEqual(own);
    // Readability takes the heading out where it is the title of the window.
    const windowTitle = `<title>${shown}</title>`;
    expect(await headings(`${windowTitle}${other}`, `<h1>${shown}</h1>${prose(ENGLISH)}`)).toEqual(own);
    const list = `<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"item":{"@type":"NewsArticle","headline":"Floods in the south"}}]}</script>`;
    expect(await headings(list, `<article><h1>${shown}</h1>${prose(ENGLISH)}</article>`)).toEqual(own);
  });

  it("decodes by what the page declares, and says where it is wrong", async () => {
    const markup = page(`<article>${prose(ARABIC)}</article>`).replace("utf-8", "windows-1256");
    const declared = await read(iconv.encode(markup, "windows-1256"));
    expect(declared.blocks[0]?.text).toContain("قال متحدث");
    expect(declared.doubt).toBeNull();
    const wrong = await read(Buffer.from(markup));
    expect(wrong.blocks[0]?.text).toContain("قال متحدث");
    expect(wrong.doubt).toContain("declared to be in Windows-1256, and its bytes are UTF-8");
    const header = iconv.encode(markup.replace("windows-1256", ""), "windows-1256");
    expect((await readHtml("a.html", header, "windows-1256")).doubt).toBeNull();
  });

  it("leaves scripts, styles and what is hidden out", async () => {
    const { blocks } = await read(
      page(
        `<article>${prose(ENGLISH)}<script>document.write("secret")</script><p style="display:none">secret</p><template>secret</template></article>`,
      ),
    );
    expect(JSON.stringify(blocks)).not.toContain("secret");
  });

  it("keeps quotations and credits in asides and footers of the article, and no menus", async () => {
    const aside = `<aside class="pull"><h3>Share</h3><blockquote>“We will never leave,” she said.</blockquote><a href="/x">More</a></aside>`;
    const menu = `<aside><ul><li><a href="/1">Floods in the south</a></li></ul><blockquote>${'<a href="/2">Most read</a> '.repeat(5)}</blockquote></aside>`;
    const footer = `<footer><p>Tags: <a href="/t">war</a></p><p>Additional reporting by Jean Roc</p><p>Sign up for our letter</p></footer>`;
    const { blocks } = await read(
      page(`<article><h1>Forty killed</h1>${prose(ENGLISH)}${aside}${menu}${prose(FRENCH)}${footer}</article>`),
    );
    const paragraph = (sentence: string) => `paragraph 1: ${`${sentence} `.repeat(5).trim()}`;
    expect(linesOf({ blocks })).toEqual([
      "heading 1: Forty killed",
      ...Array(4).fill(paragraph(ENGLISH)),
      "quote 1: “We will never leave,” she said.",
      ...Array(4).fill(paragraph(FRENCH)),
      "paragraph 1: Additional reporting by Jean Roc",
    ]);
    const comments = `<aside class="comments"><blockquote>I agree.</blockquote></aside>`;
    expect((await read(page(`<article>${prose(ENGLISH)}${comments}</article>`))).blocks).toHaveLength(4);
    // Those of the page are not its text.
    const outside = await read(page(`<article>${prose(ENGLISH)}</article>${aside}${footer}`));
    expect(outside.blocks).toHaveLength(4);
  });

  it("reads text that is marked up badly, or hardly at all", async () => {
    expect(linesOf(await read("<p>Only this"))).toEqual(["paragraph 1: Only this"]);
    expect(linesOf(await read("<html>Only this"))).toEqual(["paragraph 1: Only this"]);
    expect(linesOf(await read(`<title>T</title><p>One</body></html><p>Two</html>`))).toEqual([
      "heading 1: T",
      "paragraph 1: One",
      "paragraph 1: Two",
    ]);
  });

  it("has jsdom mend what linkedom reads otherwise than browsers do", async () => {
    // Browsers end a picture where a paragraph begins in it.
    const document = await read('<html><body><svg><path d="M0 0"><p>Forty were killed.</p><p>More later.');
    expect(linesOf(document)).toEqual(["paragraph 1: Forty were killed.", "paragraph 1: More later."]);
    expect(document.tool).toContain("jsdom");
  });

  it("reads XHTML with elements that close themselves, and CDATA", async () => {
    const markup = `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr"><head><title/><script src="x.js"/></head><body><a name="top"/><p>Un <![CDATA[< deux]]></p></body></html>`;
    const document = await read(markup);
    expect(linesOf(document)).toEqual(["paragraph 1: Un < deux"]);
    expect(document).toMatchObject({ mediaType: "application/xhtml+xml", stated: { language: { value: "fr" } } });
  });

  it("reads the page whose source a page shows", async () => {
    const source = `<!DOCTYPE html>\n<html><body>${prose(ENGLISH)}</body></html>`;
    const escaped = source.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const rows = escaped
      .split("\n")
      .map((line) => `<tr><td class="line-number"></td><td class="line-content">${line}</td></tr>`);
    for (const shown of [`<table><tbody>${rows.join("")}</tbody></table>`, `<pre>${escaped}</pre>`]) {
      const document = await read(`<html><body>${shown}</body></html>`);
      expect(document.blocks).toHaveLength(4);
      expect(document.doubt).toContain("source of a page");
    }
    // An article about markup is none.
    const about = await read(page(`<article>${prose(ENGLISH)}<pre>&lt;html&gt;</pre></article>`));
    expect(about.blocks.at(-1)?.text).toBe("<html>");
  });

  it("says what to do where a page holds no text, or only frames", async () => {
    await expect(
      read("<html><body><div id=app></div><script>x</script><noscript>Enable it</noscript></body></html>"),
    ).rejects.toThrow(
      "“a.html” holds no text: its article may be loaded by a script. Save the page from the browser once it is drawn, or print it to PDF.",
    );
    await expect(
      read(
        '<html><frameset cols="20%,*"><frame src="menu.html"><frame src="main.html"><noframes>No</noframes></frameset></html>',
      ),
    ).rejects.toThrow("“a.html” only holds frames for other pages: “menu.html”, “main.html”.");
  });

  it("flattens what lies 100,000 deep, and says so", async () => {
    for (const name of ["div", "b", "blockquote", "ul><li", "x-y"]) {
      const document = await read(`<html><body>${`<${name}>deep `.repeat(100_000)}`);
      expect(document.doubt).toContain("lie so deep in one another");
      expect(
        document.blocks
          .map(({ text }) => text)
          .join(" ")
          .split("deep"),
      ).toHaveLength(100_001);
    }
  }, 60_000);

  it("comes to an end on pages that are made to keep a reader busy", async () => {
    for (const piece of [
      "<html ",
      "</head",
      "<meta charset",
      "<a b='",
      "<!--",
      "</div ",
      "<p><i a=1>",
      "&#",
      "<table><tr>",
      "<br> \n",
    ]) {
      const markup = `<html><p>Text</p>${piece.repeat(60_000)}`;
      expect((await read(markup)).blocks[0]?.text, piece).toBe("Text");
    }
    const spaces = " ".repeat(1_000_000);
    for (const markup of [
      `<p>Text</p><script type="application/ld+json">-->${spaces}x</script>`,
      `<p>Text</p><p style="display${spaces}">x</p>`,
      `<p>Text</p><pre>${spaces}</pre><pre>x${spaces}y</pre>`,
      `<title>a${spaces}|${spaces}b</title><p>Text</p>`,
    ]) {
      expect((await read(markup)).blocks.map(({ text }) => text)).toContain("Text");
    }
  }, 60_000);

  it("reads pages of 5 MB", async () => {
    const long = await read(page(`<article>${prose(ENGLISH, 11_000)}</article>`));
    expect(long.blocks).toHaveLength(11_000);
    expect(long.tool).toContain("readability");
    const scripted = await read(
      page(`<script>${"var a=1;".repeat(600_000)}</script><article>${prose(ENGLISH)}</article>`),
    );
    expect(scripted.blocks).toHaveLength(4);
    const links = await read(page(`<a href=x>w</a> ${"<a href=x>w</a> ".repeat(100_000)}`));
    expect(links.doubt).toContain("so many elements that its article was not looked for");
  }, 60_000);

  it("refuses a page that would exhaust the memory", async () => {
    await expect(read("<br>".repeat(400_001))).rejects.toThrow("“a.html” has 400001 elements");
  });
});

describe("htmlFormat", () => {
  const recognises = (text: string | Uint8Array, name = "a") =>
    htmlFormat.recognises(Buffer.from(text as string), name);

  it("tells pages by their content", () => {
    for (const markup of [
      "<!DOCTYPE html><p>x",
      "\uFEFF  <!-- saved from url=(0014)about:internet -->\r\n<HTML>",
      '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html xmlns="x">',
      "<html\n lang=fr>",
      "<p>A piece.</p>",
      "<table><tr><td>x</td></tr></table>",
    ]) {
      expect(recognises(markup), markup).toBe(true);
      expect(recognises(iconv.encode(markup.replace("\uFEFF", ""), "utf-16le", { addBOM: true })), markup).toBe(true);
    }
    expect(recognises("Some words first. <html><body>", "a.HTM")).toBe(true);
  });

  it("leaves other files to other formats", () => {
    for (const text of [
      "",
      "Plain <b>text</b>.",
      '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>',
      '<feed xmlns="http://www.w3.org/2005/Atom"></feed>',
      "From: a@b\nSubject: x\n\n<html>",
      "<3 is a heart",
      "<!-- only a comment",
      "<!DOCTYPE svg><svg></svg>",
    ]) {
      expect(recognises(text), text).toBe(false);
    }
    expect(recognises("<p align=center>A readme</p>\n\n# Title", "README.md")).toBe(false);
  });

  it("reads a file with its bytes as the original", async () => {
    const bytes = Buffer.from(page(`<article>${prose(ENGLISH)}</article>`));
    const parts = await partsOf(htmlFormat, "a.html", bytes);
    expect(parts).toMatchObject([{ kind: "document", name: "a.html", original: bytes }]);
    expect(documentOf(parts).blocks).toHaveLength(4);
  });
});
