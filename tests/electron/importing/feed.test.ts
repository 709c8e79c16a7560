import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { Problem } from "#domain/problems.ts";
import { feedFormat } from "#electron/importing/feed.ts";
import { damaged, inMemory, outcomesOf, partsOf } from "../../support/parts.ts";

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by a program -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
  <title>Northwire &amp; Co.</title><link>https://northwire.example</link><language>en-us</language>
  <image><title>Logo</title></image>
  <item>
    <title>Clashes at &quot;Tamba&quot; &amp;#8211; update</title>
    <link>https://northwire.example/1?a=1&amp;b=2</link>
    <dc:creator><![CDATA[A. Keita]]></dc:creator>
    <pubDate>Fri, 16 May 2025 14:20:00 +0200</pubDate>
    <description>A summary.</description>
    <content:encoded><![CDATA[<p>Forty soldiers were <b>killed</b>.</p><h2>The bridge</h2><script>alert(1)</script>]]></content:encoded>
  </item>
  <item>
    <title>جسر تامبا</title>
    <guid>https://northwire.example/2</guid>
    <author>desk@northwire.example (B. Sow)</author>
    <dc:date>2025-05-17</dc:date>
    <description>&lt;p&gt;قال مصدر إن الجسر دمر.&lt;/p&gt;</description>
    <source url="https://oceane.example/rss">Océane</source>
  </item>
  <item><title>Only a headline</title><guid isPermaLink="false">77</guid></item>
</channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
  <title>Océane</title>
  <entry>
    <title type="html">Le pont &lt;i&gt;de&lt;/i&gt; Tamba</title>
    <link rel="self" href="https://oceane.example/self"/><link href="https://oceane.example/1"/>
    <author><name>Zoë</name><email>z@oceane.example</email></author><author><name>A. Keita</name></author>
    <published>2025-05-16T14:20:00Z</published><updated>2025-05-18T10:00:00Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Le pont a été <em>détruit</em>.</p><p>Et après ?</p></div></content>
  </entry>
  <entry>
    <title>Deux</title><updated>2025-05-18T10:00:00Z</updated><summary>Un résumé.</summary>
    <source><title>Northwire</title></source>
  </entry>
</feed>`;

const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
  <channel rdf:about="x"><title>Old wire</title></channel>
  <item rdf:about="https://old.example/1"><title>One</title><description>Text of one.</description></item>
</rdf:RDF>`;

describe("a feed", () => {
  it("in RSS gives its items, with what each states and its own XML", async () => {
    const outcomes = await outcomesOf(feedFormat, inMemory("a.xml", RSS));
    expect(outcomes).toEqual([
      {
        name: "a.xml › item 1",
        lines: ['Clashes at "Tamba" – update', "Forty soldiers were killed.", "The bridge"],
        stated: {
          title: 'Clashes at "Tamba" – update',
          url: "https://northwire.example/1?a=1&b=2",
          byline: "A. Keita",
          outlet: "Northwire & Co.",
          language: "en-US",
          published: "2025-05-16T12:20",
        },
        original: RSS.slice(RSS.indexOf("<item>"), RSS.indexOf("</item>") + 7),
      },
      {
        name: "a.xml › item 2",
        lines: ["جسر تامبا", "قال مصدر إن الجسر دمر."],
        stated: {
          title: "جسر تامبا",
          url: "https://northwire.example/2",
          byline: "B. Sow",
          outlet: "Océane",
          language: "en-US",
          published: "2025-05-17",
        },
        original: expect.stringMatching(/^<item>\s*<title>جسر[\s\S]*<\/item>$/),
        doubt: "Its feed gives this much of it, which may be a summary.",
      },
      {
        name: "a.xml › item 3",
        sentence: "“a.xml › item 3” has a headline and no text. Save the page that it leads to and import that.",
      },
    ]);
    const [part] = await partsOf(feedFormat, inMemory("a.xml", RSS));
    if (part?.kind !== "document") throw new Error("There is no article.");
    expect(new Set(Object.values(part.document.stated).map(({ from }) => from))).toEqual(new Set(["header"]));
    expect(part.document).toMatchObject({ mediaType: "application/rss+xml", tool: "saxes 6.0.0", isPlain: false });
  });

  it("in Atom gives its entries", async () => {
    const prefixed = ATOM.replace("xmlns=", "xmlns:a=").replace(
      /<(\/?)(feed|title|entry|link|author|name|email|published|updated|content|summary|source)\b/g,
      "<$1a:$2",
    );
    for (const atom of [ATOM, prefixed]) {
      expect(feedFormat.recognises(Buffer.from(atom), "a")).toBe(true);
      expect(await outcomesOf(feedFormat, inMemory("a.xml", atom))).toMatchObject([
        {
          lines: ["Le pont de Tamba", "Le pont a été détruit.", "Et après ?"],
          stated: {
            title: "Le pont de Tamba",
            url: "https://oceane.example/1",
            byline: "Zoë, A. Keita",
            outlet: "Océane",
            language: "fr",
            published: "2025-05-16T14:20",
          },
        },
        {
          lines: ["Deux", "Un résumé."],
          stated: { outlet: "Northwire", published: "2025-05-18T10:00" },
          doubt:
            "Its feed gives this much of it, which may be a summary. Its date is that of its last change; the feed gives no other.",
        },
      ]);
    }
  });

  it("in RSS 1.0 and 0.91 gives its items", async () => {
    expect(await outcomesOf(feedFormat, inMemory("a.xml", RDF))).toMatchObject([
      { lines: ["One", "Text of one."], stated: { url: "https://old.example/1", outlet: "Old wire" } },
    ]);
    const old =
      '<rss version="0.91"><channel><title>W</title><item><title>A</title><description>B.</description></item></channel></rss>';
    expect(await outcomesOf(feedFormat, inMemory("a.xml", old))).toMatchObject([{ lines: ["A", "B."] }]);
  });

  it("is read in the encoding that it declares, and keeps the bytes that stood there", async () => {
    for (const encoding of ["windows-1256", "utf-16le"]) {
      const rss = RSS.replace("UTF-8", encoding).replace(/Océane/, "Oceane");
      const bytes = iconv.encode(rss.replace("–", "-"), encoding, { addBOM: encoding === "utf-16le" });
      expect(feedFormat.recognises(bytes, "a")).toBe(true);
      const parts = await partsOf(feedFormat, inMemory("a.xml", bytes));
      const [, second] = parts;
      if (second?.kind !== "document") throw new Error("There is no article.");
      expect(second.document.blocks[1]?.text).toBe("قال مصدر إن الجسر دمر.");
      expect(bytes.includes(Buffer.from(second.original))).toBe(true);
    }
  });

  it("is read though it is no sound XML, and expands no entities of its own", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "${"x".repeat(50)}"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <rss><channel><title>W</title><item><title>A&nbsp;B</title><description>Text &b; and &f; &eacute; & more < less.</description><link>https://w.example/?a=1&b=2</link></item>
      <item><title>C</title><description>An <b>open element</description></item>
      <item><title>D</title><description>Text.</description></item></channel></rss>`;
    expect(feedFormat.recognises(Buffer.from(bomb), "a")).toBe(true);
    const outcomes = await outcomesOf(feedFormat, inMemory("a.xml", bomb));
    expect(outcomes[0]?.lines).toEqual(["A B", "Text &b; and &f; é & more < less."]);
    expect(outcomes[0]?.stated?.url).toBe("https://w.example/?a=1&b=2");
    expect(outcomes.some(({ lines }) => lines?.includes("Text."))).toBe(true);
    expect(JSON.stringify(outcomes)).not.toContain("xxxx");
    expect(JSON.stringify(outcomes)).not.toContain("root:");
  });

  it("resolves relative links where it says from where, and no identifiers", async () => {
    const addresses = async (feed: string) =>
      (await outcomesOf(feedFormat, inMemory("a.xml", feed))).map(({ stated }) => stated?.url);
    const rss = (home: string, ...items: string[]) =>
      `<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>W</title><atom:link rel="self" href="https://feeds.example/x/w.xml"/>${home}${items.map((item) => `<item><title>A</title><description>B.</description>${item}</item>`).join("")}</channel></rss>`;
    const links = ["/1?a=1&amp;b=2", "2.html", "//w.example/3", "mailto:a@w.example", "#4", "/", "a b"];
    const items = links.map((link) => `<link>${link}</link>`);
    expect(await addresses(rss("<link>https://post.example/news/</link>", ...items))).toEqual([
      "https://post.example/1?a=1&b=2",
      "https://post.example/news/2.html",
      "https://w.example/3",
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(await addresses(rss("<link>https://post.example/news</link>", ...items.slice(0, 2)))).toEqual([
      "https://post.example/1?a=1&b=2",
      undefined,
    ]);
    expect(await addresses(rss("", ...items.slice(0, 2)))).toEqual([undefined, undefined]);
    const home = "<link>https://post.example/</link>";
    const others = ["<guid>77</guid>", "<link>/</link>", "<link>/1</link><guid>https://post.example/p/1</guid>"];
    expect(await addresses(rss(home, ...others))).toEqual([undefined, undefined, "https://post.example/p/1"]);
  });

  it("resolves links by the bases that its elements state", async () => {
    const entry = (base: string, href: string) =>
      `<entry ${base}><title>A</title><summary>B.</summary><link rel="self" href="https://api.example/1"/><link href="${href}"/></entry>`;
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://post.example/blog/"><title>W</title><link href="."/>${entry("", "one")}${entry('xml:base="2024/"', "two")}${entry('xml:base="https://other.example/a"', "/three")}${entry('xml:base="javascript:x"', "four")}</feed>`;
    expect((await outcomesOf(feedFormat, inMemory("a.xml", atom))).map(({ stated }) => stated?.url)).toEqual([
      "https://post.example/blog/one",
      "https://post.example/blog/2024/two",
      "https://other.example/three",
      undefined,
    ]);
  });

  it("says so where it ends too soon, and where there is nothing in it", async () => {
    const cut = await outcomesOf(feedFormat, inMemory("a.xml", RSS.slice(0, RSS.indexOf("قال"))));
    expect(cut.map(({ sentence }) => sentence)).toEqual([
      undefined,
      "“a.xml › item 2” is cut off: the feed ends in the midst of it. Get the feed again.",
    ]);
    await expect(
      partsOf(feedFormat, inMemory("a.xml", "<rss><channel><title>W</title></channel></rss>")),
    ).rejects.toThrow("“a.xml” is a feed without articles: there is no item in it.");
  });

  it("costs little however it is nested", { timeout: 30_000 }, async () => {
    const deep = `<rss><channel><item><title>A</title><description>${"<a>".repeat(200_000)}</description></item></channel></rss>`;
    expect((await partsOf(feedFormat, inMemory("a.xml", deep))).length).toBeGreaterThan(0);
    const many = `<rss><channel>${"<item><title>A</title><description>B.</description></item>".repeat(20_000)}</channel></rss>`;
    expect(await partsOf(feedFormat, inMemory("a.xml", many))).toHaveLength(20_000);
  });

  it("costs little however long its authors are", { timeout: 10_000 }, async () => {
    const written = ["@".repeat(400_000), `a@b ${"(".repeat(400_000)}`, `A. Keita${" ".repeat(400_000)}`];
    const items = written.map(
      (author) => `<item><title>A</title><author>${author}</author><description>B.</description></item>`,
    );
    const outcomes = await outcomesOf(feedFormat, inMemory("a.xml", `<rss><channel>${items.join("")}</channel></rss>`));
    expect(outcomes.map(({ stated }) => stated?.byline)).toEqual([
      undefined,
      expect.stringMatching(/^a@b \(+$/),
      "A. Keita",
    ]);
  });

  it("is told from other XML and from pages", () => {
    const recognised = (text: string) => feedFormat.recognises(Buffer.from(text), "a.xml");
    expect(recognised(RSS)).toBe(true);
    expect(recognised(RDF)).toBe(true);
    expect(recognised(`\uFEFF  ${RSS.slice(RSS.indexOf("<rss"))}`)).toBe(true);
    for (const other of [
      "<!doctype html><rss>",
      "<html><body><rss></rss></body></html>",
      "<feed>of animals</feed>",
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
      "Text about <rss> feeds",
      "<?xml version='1.0'?><!-- <rss> --><opml/>",
      "",
    ]) {
      expect(recognised(other)).toBe(false);
    }
  });
});

it("gives articles and sentences of damaged feeds, and nothing else", { timeout: 30_000 }, async () => {
  let articles = 0;
  for (let seed = 0; seed < 500; seed++) {
    const file = inMemory("a.xml", damaged(Buffer.from(seed % 2 ? RSS : ATOM), seed));
    try {
      articles += (await partsOf(feedFormat, file)).filter(({ kind }) => kind === "document").length;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  expect(articles).toBeGreaterThan(400);
});
