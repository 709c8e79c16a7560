import { describe, expect, it } from "vitest";
import { parsePage } from "#electron/importing/html-article.ts";
import { readMetadata } from "#electron/importing/html-metadata.ts";
import { jsonLd, meta, stated } from "./stated-by-page.ts";

describe("what a page states of itself", () => {
  it("is read from structured data first", () => {
    const page = stated(
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Said A","datePublished":"2024-03-22T01:15:00+03:00","inLanguage":"fr-FR","author":{"name":"A. One"},"publisher":{"name":"The A"},"url":"https://a.example/1"}</script>
       <meta property="og:title" content="Said B"><meta property="og:site_name" content="The B"><meta name="author" content="B. Two"><meta property="article:published_time" content="2023-01-01"><title>Said C</title>`,
      "<h1>Said D</h1>",
      '<html lang="de">',
    );
    expect(page).toEqual({
      title: { value: "Said A", from: "json-ld" },
      outlet: { value: "The A", from: "json-ld" },
      byline: { value: "A. One", from: "json-ld" },
      published: { value: "2024-03-21T22:15", from: "json-ld" },
      url: { value: "https://a.example/1", from: "json-ld" },
      language: { value: "fr-FR", from: "json-ld" },
    });
  });

  it("is empty where it states nothing but whence it was saved", () => {
    expect(stated("")).toEqual({ url: { value: "https://saved.example/a", from: "document" } });
  });

  it("finds the article in a graph, and resolves references", () => {
    expect(
      jsonLd({
        "@context": "https://schema.org",
        "@graph": [
          { "@type": "WebSite", name: "The Site" },
          { "@type": "WebPage", name: "Page - The Site", datePublished: "2020-01-01" },
          {
            "@type": ["Article", "NewsArticle"],
            headline: "Forty &quot;killed&quot;",
            author: [{ "@id": "#p" }, { "@type": "Person", name: "Omar Sy" }, "Omar Sy"],
            publisher: { "@id": "#o" },
            datePublished: "2024-03-22",
            mainEntityOfPage: { "@id": "https://a.example/1" },
          },
          { "@type": "Person", "@id": "#p", name: "Jane Doe" },
          { "@type": "Organization", "@id": "#o", name: "The Publisher" },
        ],
      }),
    ).toMatchObject({
      title: { value: 'Forty "killed"' },
      byline: { value: "Jane Doe, Omar Sy" },
      outlet: { value: "The Publisher" },
      published: { value: "2024-03-22" },
    });
  });

  it("takes of several articles the one of this page", () => {
    const articles = [
      { "@type": "NewsArticle", headline: "Another", url: "https://a.example/2", datePublished: "2001-01-01" },
      { "@type": "ReportageNewsArticle", headline: "This", url: "https://a.example/1", datePublished: "2024-03-22" },
    ];
    const page = stated(
      `<link rel="canonical" href="https://a.example/1"><script type="application/ld+json">${JSON.stringify(articles)}</script>`,
    );
    expect(page).toMatchObject({ title: { value: "This" }, published: { value: "2024-03-22" } });
    expect(page.url).toEqual({ value: "https://a.example/1", from: "meta" });
  });

  it("mends structured data that is no JSON, and passes over what cannot be mended", () => {
    const broken = '/*<![CDATA[*/{"@type":"Article","headline":"Line\nbreak","datePublished":"2024-03-22",},/*]]>*/';
    expect(jsonLd('//<![CDATA[\n{"@type":"Article","headline":"Line\nbreak",}\n//]]>')).toMatchObject({
      title: { value: "Line break", from: "json-ld" },
    });
    expect(jsonLd(broken).title).toBeUndefined();
    for (const odd of ["", "null", "[[[[", "{", '"x"', "[1,2,null]", `${"[".repeat(5000)}${"]".repeat(5000)}`]) {
      expect(jsonLd(odd).title).toBeUndefined();
    }
    expect(jsonLd({ "@type": "Article", headline: 7, author: null, publisher: [], datePublished: {} })).toMatchObject({
      title: { value: "7" },
    });
    expect(jsonLd(`{"headline":"${'\\"'.repeat(400_000)}`).title).toBeUndefined();
  });

  it("is read from OpenGraph, Dublin Core, Parse.ly, Sailthru and plain meta elements", () => {
    expect(
      stated(
        `<meta property="og:title" content="Forty killed"><meta property="og:site_name" content="The Site"><meta property="og:url" content="https://a.example/1"><meta property="og:locale" content="pt_BR"><meta property="article:author" content="https://social.example/x"><meta property="article:published_time" content="2024-03-22T10:15:00Z"><meta name="author" content="By Jane Doe">`,
      ),
    ).toEqual({
      title: { value: "Forty killed", from: "open-graph" },
      outlet: { value: "The Site", from: "open-graph" },
      url: { value: "https://a.example/1", from: "open-graph" },
      language: { value: "pt-BR", from: "open-graph" },
      published: { value: "2024-03-22T10:15", from: "open-graph" },
      byline: { value: "Jane Doe", from: "meta" },
    });
    const published = (name: string, value: string) => meta([name, value]).published;
    expect(published("parsely-pub-date", "2024-03-22T10:15:00-0500")?.value).toBe("2024-03-22T15:15");
    expect(published("sailthru.date", "Fri, 22 Mar 2024 10:15:00 +0300")?.value).toBe("2024-03-22T07:15");
    expect(published("DC.date.issued", "2024-03")?.value).toBe("2024-03");
    expect(published("date", "22 March 2024")).toEqual({ value: "2024-03-22", from: "meta" });
    expect(
      meta(["DC.Title", "T"], ["dc.creator", "Par Awa Diallo"], ["dc.publisher", "P"], ["dc.language", "ar"]),
    ).toMatchObject({
      title: { value: "T" },
      byline: { value: "Awa Diallo" },
      outlet: { value: "P" },
      language: { value: "ar" },
    });
    expect(meta(["parsely-title", "T"], ["sailthru.author", "A"])).toMatchObject({
      title: { value: "T" },
      byline: { value: "A" },
    });
  });

  it("keeps a day a day, takes midnight for one, and does not guess between day and month", () => {
    const published = (value: string) => meta(["date", value]).published?.value;
    expect(published("2024-03-22")).toBe("2024-03-22");
    expect(published("2024-03-22T00:00:00+02:00")).toBe("2024-03-22");
    expect(published("2024-03-22T00:00:01+02:00")).toBe("2024-03-21T22:00");
    expect(published("2024-03-22T10:15:00")).toBe("2024-03-22");
    expect(published("1711102500")).toBe("2024-03-22T10:15");
    expect(published("03/04/2024")).toBeUndefined();
    expect(published("0001-01-01T00:00:00Z")).toBeUndefined();
    expect(published("2024-02-31")).toBeUndefined();
    expect(published("soon")).toBeUndefined();
  });

  it("passes over a date that cannot be read to one that can", () => {
    expect(meta(["parsely-pub-date", "undefined"], ["date", "2024-03-22"]).published?.value).toBe("2024-03-22");
  });

  it("is read from time elements: the marked one, else that of the article, else where all name one day", () => {
    const published = (body: string) => stated("", body).published;
    expect(
      published(
        '<time datetime="2001-01-01">x</time><article><time datetime="2002-02-02" class="updated"></time><time itemprop="datePublished" datetime="2024-03-22T10:15Z">y</time></article>',
      ),
    ).toEqual({ value: "2024-03-22T10:15", from: "time-element" });
    expect(
      published('<time datetime="2001-01-01"></time><article><time datetime="2024-03-22"></time></article>')?.value,
    ).toBe("2024-03-22");
    expect(published('<time datetime="2024-03-22"></time><time datetime="2024-03-22T10:00Z"></time>')?.value).toBe(
      "2024-03-22",
    );
    expect(published('<time datetime="2024-03-22"></time><time datetime="2023-01-01"></time>')).toBeUndefined();
  });

  it("is read from microdata and author links", () => {
    expect(
      stated(
        "",
        `<div itemscope><span itemprop="headline">Forty killed</span><span itemprop="author"><b itemprop="name">Jane Doe</b></span><meta itemprop="datePublished" content="2024-03-22"><div itemprop="publisher"><meta itemprop="name" content="The Site"></div></div>`,
      ),
    ).toMatchObject({
      title: { value: "Forty killed", from: "document" },
      byline: { value: "Jane Doe", from: "document" },
      outlet: { value: "The Site", from: "document" },
      published: { value: "2024-03-22", from: "document" },
    });
    expect(stated("", '<a rel="author" href="/x">By Jane Doe</a>').byline?.value).toBe("Jane Doe");
  });

  it("reads only the beginning of what stands around names and times, and no names behind the fifth", () => {
    const author = (name: string) => `<a rel="author" itemprop="author">${name}</a>`;
    const names = ["Ada Brook", "Jean Roc", "Omar Sy", "Awa Keita", "Marie Lund"];
    const photographer = `<div>Photo by ${author("Paul Ganz")}${"<b> </b>".repeat(500)}<i>far</i></div>`;
    const dated = `<p><time datetime="2024-03-22"></time>${"It fell. ".repeat(200)}<i>far</i></p>`;
    const body = `<h1>Forty killed</h1>${dated}${photographer}<div>${names.map(author).join("")}${author("Ines Vidal")}${"<b> of the paper </b>".repeat(500)}<i>far</i></div>`;
    for (const attributes of ["", ' itemscope itemtype="https://schema.example/NewsArticle"']) {
      const document = parsePage(`<html><head></head><body><div${attributes}>${body}</div></body></html>`);
      for (const unread of [...document.querySelectorAll("i")].map(({ firstChild }) => firstChild)) {
        for (const property of ["nodeValue", "textContent", "data"]) {
          Object.defineProperty(unread, property, {
            get: () => expect.unreachable("The end of the element was read."),
          });
        }
      }
      expect(readMetadata(document, "").stated.byline?.value).toBe(names.join(", "));
    }
  });

  it("takes addresses of the web only", () => {
    for (const address of [
      "javascript:alert(1)",
      "file:///etc/passwd",
      "/relative",
      "//host/x",
      "data:text/html,x",
      "https://",
    ]) {
      expect(
        stated(`<link rel="canonical" href="${address}"><meta property="og:url" content="https://a.example/b">`).url
          ?.value,
      ).toBe("https://a.example/b");
    }
  });

  it("takes languages that are tags, and the page’s own before that for sharing", () => {
    const language = (lang: string) =>
      stated('<meta property="og:locale" content="en_US">', "", `<html lang="${lang}">`).language;
    expect(language("ar")).toEqual({ value: "ar", from: "document" });
    expect(language("zh_hant-TW")?.value).toBe("zh-Hant-TW");
    for (const odd of ["", "english!", "und", "x"]) expect(language(odd)?.from).toBe("open-graph");
  });

  it("is one line of 2,000 characters at most, whatever the page says", () => {
    const page = stated(
      `<meta property="og:title" content="a\n\tb\u0000\u0007${"c".repeat(100_000)}"><meta name="author" content="${"\ud800"}x">`,
    );
    expect(page.title?.value).toMatch(/^a b c+$/);
    expect(page.title?.value).toHaveLength(2000);
    expect(page.byline?.value.isWellFormed()).toBe(true);
  });

  it("has no byline where its author is the outlet, or an address", () => {
    expect(
      stated('<meta property="og:site_name" content="The Site"><meta name="author" content="the site">').byline,
    ).toBeUndefined();
    expect(meta(["author", "https://a.example/jane"]).byline).toBeUndefined();
    expect(meta(["author", "@jane"]).byline).toBeUndefined();
  });

  it("drops from a title the name of its site", () => {
    const title = (written: string, body = "", site = "The Example") =>
      stated(`<title>${written}</title><meta property="og:site_name" content="${site}">`, body).title?.value;
    expect(title("Forty killed at the border | The Example")).toBe("Forty killed at the border");
    expect(title("Forty killed at the border - The Example")).toBe("Forty killed at the border");
    expect(title("The Example: Forty killed at the border")).toBe("The Example: Forty killed at the border");
    expect(title("Forty killed at the border | World | The Example")).toBe("Forty killed at the border");
    expect(title("Forty killed at the border | Example.org", "", "")).toBe("Forty killed at the border");
    expect(title("Mali – forty killed at the border")).toBe("Mali – forty killed at the border");
    expect(title("Forty killed - Saved", "", "")).toBe("Forty killed");
    expect(title("Forty killed at the border – World news", "<h1>Forty killed at the border</h1>", "")).toBe(
      "Forty killed at the border",
    );
    expect(title("مقتل أربعين جنديا على الحدود | الجزيرة نيوز", "", "")).toBe("مقتل أربعين جنديا على الحدود");
    expect(title("边境袭击四十人死亡_示例新闻网", "", "示例新闻网")).toBe("边境袭击四十人死亡");
  });

  it("drops from a byline the word before the name, in many languages", () => {
    const byline = (written: string) => meta(["author", written]).byline?.value;
    expect(
      ["By Jane Doe", "by: Jane Doe", "Par Awa Diallo", "بقلم: أحمد علي", "作者：王芳", "记者 王芳"].map(byline),
    ).toEqual(["Jane Doe", "Jane Doe", "Awa Diallo", "أحمد علي", "王芳", "王芳"]);
    expect(byline("Byron Parker")).toBe("Byron Parker");
    expect(byline("Parvati Rao")).toBe("Parvati Rao");
  });
});
