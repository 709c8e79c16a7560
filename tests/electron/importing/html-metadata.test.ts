import { describe, expect, it } from "vitest";
import { parsePage } from "#electron/importing/html-article.ts";
import { readMetadata } from "#electron/importing/html-metadata.ts";

const stated = (head: string, body = "", root = "<html>") => {
  const page = `<!-- saved from url=(0024)https://saved.example/a -->${root}<head>${head}</head><body>${body}</body></html>`;
  return readMetadata(parsePage(page), page).stated;
};
const jsonLd = (data: unknown) =>
  stated(`<script type="application/ld+json">${typeof data === "string" ? data : JSON.stringify(data)}</script>`);
const meta = (...pairs: [string, string][]) =>
  stated(pairs.map(([name, content]) => `<meta name="${name}" content="${content}">`).join(""));

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

const HEADLINE = "Forty killed at the border post";
const data = (...blocks: unknown[]) =>
  blocks.map((block) => `<script type="application/ld+json">${JSON.stringify(block)}</script>`).join("");
const story = (headline: string, more: object = {}) => ({ "@type": "NewsArticle", headline, ...more });
const MOST_READ = story("Most read: a tale of fish", { author: { name: "Fish Author" }, datePublished: "2019-05-05" });
const OWN = story(HEADLINE, { author: { name: "Ada Brook" }, datePublished: "2024-03-22" });
const OWN_FIELDS = { title: HEADLINE, byline: "Ada Brook", published: "2024-03-22" };

/** Title, byline and date alone, by their values. */
const told = (head: string, body = `<article><h1>${HEADLINE}</h1></article>`) => {
  const { title, byline, published } = stated(head, body);
  return { title: title?.value, byline: byline?.value, published: published?.value };
};

describe("which article a page’s structured data is of", () => {
  it("is told by the heading, whatever the title for sharing", () => {
    const shared = '<meta property="og:title" content="Forty soldiers dead – Post">';
    expect(told(`${shared}${data({ "@graph": [MOST_READ, OWN] })}`)).toEqual(OWN_FIELDS);
    expect(told(data([MOST_READ, story(`${HEADLINE} | Post`, { author: "Ada Brook" })])).byline).toBe("Ada Brook");
  });

  it("is told by the title of the window where there is no heading, with the name of the site or without", () => {
    expect(told(`<title>${HEADLINE} - Harbour Post</title>${data(MOST_READ, OWN)}`, "")).toEqual(OWN_FIELDS);
  });

  it("is told by the address, also where it is written otherwise", () => {
    const link = '<link rel="canonical" href="https://www.a.example/2024/forty/">';
    for (const address of [
      { url: "http://a.example/2024/forty" },
      { mainEntityOfPage: { "@id": "https://a.example/2024/forty/#page" } },
      { "@id": "https://a.example/2024/forty#article" },
    ]) {
      const own = story("Bloody dawn on the frontier", { ...address, author: "Ada Brook" });
      expect(told(`${link}${data([MOST_READ, own])}`).byline).toBe("Ada Brook");
    }
  });

  it("is none where address and headline disagree, or several are equally like it", () => {
    const link = '<link rel="canonical" href="https://a.example/1">';
    const there = story("A tale of fish", { url: "https://a.example/1", author: "Fish Author" });
    expect(told(`${link}${data([there, OWN])}`).byline).toBeUndefined();
    expect(
      told(
        data([story("Forty killed: border", { author: "A One" }), story("Border: post killed", { author: "B Two" })]),
      ).byline,
    ).toBeUndefined();
  });

  it("is none where all are others, and the front page is no address of an article", () => {
    expect(told(data(MOST_READ))).toEqual({ title: HEADLINE, byline: undefined, published: undefined });
    expect(told(data([MOST_READ, story("Floods in the south")])).byline).toBeUndefined();
    const home = '<link rel="canonical" href="https://a.example/">';
    expect(told(`${home}${data({ ...MOST_READ, mainEntityOfPage: "https://a.example" })}`).byline).toBeUndefined();
  });

  it("is the only one also where its headline is reworded", () => {
    const reworded = story("Soldiers killed in raid on frontier post", { author: "Ada Brook" });
    expect(told(data(reworded))).toMatchObject({ byline: "Ada Brook" });
    const chinese = story("边境哨所遇袭四十人丧生", { author: "王芳" });
    expect(told(data(chinese), "<article><h1>边境袭击四十人死亡</h1></article>").byline).toBe("王芳");
    // Small words are no likeness.
    const fish = story("The price of fish in the city", { author: "Fish Author" });
    expect(told(data(fish), "<article><h1>The army in the north</h1></article>").byline).toBeUndefined();
  });

  it("takes an article that is described twice, with its headline once", () => {
    const link = '<link rel="canonical" href="https://a.example/1">';
    const reference = { "@type": "NewsArticle", "@id": "https://a.example/1" };
    expect(told(`${link}${data(reference, OWN)}`, "")).toEqual(OWN_FIELDS);
    expect(told(data({ "@type": "WebPage", mainEntity: OWN }))).toEqual(OWN_FIELDS);
  });

  it("is never one in a list, in mentions or among comments", () => {
    for (const [name, value] of [
      ["itemListElement", [{ "@type": "ListItem", item: OWN }]],
      ["mentions", [OWN]],
      ["comment", [OWN]],
      ["citation", OWN],
      ["isBasedOn", OWN],
    ] as const) {
      const page = told(
        data({ "@type": name === "itemListElement" ? "ItemList" : "WebPage", name: "x", [name]: value }),
      );
      expect(page, name).toEqual({ title: HEADLINE, byline: undefined, published: undefined });
    }
  });

  it("takes from a bare page no author, and a date only where it certainly is this page", () => {
    const built = { "@type": "WebPage", name: "x", datePublished: "2012-05-05", author: { name: "Site Builder" } };
    expect(told(data(built))).toEqual({ title: HEADLINE, byline: undefined, published: undefined });
    expect(told(data({ ...built, name: `${HEADLINE} - Post` }))).toMatchObject({
      byline: undefined,
      published: "2012-05-05",
    });
    const others = [MOST_READ, { "@type": "WebPage", url: "https://a.example/fish" }];
    expect(stated(data(others), `<h1>${HEADLINE}</h1>`).url?.value).toBe("https://saved.example/a");
  });

  it("names the outlet by its site, where it names no article", () => {
    expect(jsonLd([{ "@type": "WebSite", name: "Harbour Post" }]).outlet).toEqual({
      value: "Harbour Post",
      from: "json-ld",
    });
  });
});

describe("what stands on a page and is not of its article", () => {
  const article = (inside: string, around = "") =>
    told("", `<article><h1>${HEADLINE}</h1><p>${"Words of the text. ".repeat(9)}</p>${inside}</article>${around}`);
  const nothing = { title: HEADLINE, byline: undefined, published: undefined };
  const card = (attributes: string) =>
    `<${attributes} itemscope itemtype="http://schema.org/NewsArticle"><span itemprop="headline">Floods in the south</span><span itemprop="author">Wrong Person</span><time itemprop="datePublished" datetime="2020-01-01">x</time></${attributes.split(" ")[0]}>`;

  it("is a comment, with its author and time", () => {
    const comment = `<div itemprop="comment" itemscope itemtype="http://schema.org/Comment"><span itemprop="author">Commenter Smith</span><time itemprop="datePublished" datetime="2024-05-01">May 1</time></div>`;
    expect(article(comment)).toEqual(nothing);
    expect(article('<section class="comments"><time datetime="2024-04-01">1 April</time></section>')).toEqual(nothing);
    expect(article("", '<div id="comments-list"><time datetime="2024-04-01">1 April</time></div>')).toEqual(nothing);
    expect(article('<article class="reply"><time class="published" datetime="2024-04-01">x</time></article>')).toEqual(
      nothing,
    );
  });

  it("is a related story", () => {
    for (const attributes of ["aside", "div", 'div class="card"', "article"]) {
      expect(article("", card(attributes)), attributes).toEqual(nothing);
      expect(told("", `${card(attributes)}<article><h1>${HEADLINE}</h1></article>`), attributes).toEqual(nothing);
    }
    const links = '<a rel="author" href="/1">Wrong One</a><a rel="author" href="/2">Wrong Two</a>';
    expect(article("", `<aside>${links}</aside>`)).toEqual(nothing);
    expect(article("", `<div class="related-posts">${links}</div>`)).toEqual(nothing);
    expect(article("", `<footer>${links}</footer>`)).toEqual(nothing);
    expect(article("", '<article><time class="entry-date" datetime="2020-01-01"></time></article>')).toEqual(nothing);
  });

  it("is a picture, and who took it", () => {
    expect(article('<div>Photo by <span itemprop="author">Foto Grafer</span></div>')).toEqual(nothing);
    expect(article('<div>Foto: <a rel="author" href="/g">Foto Grafer</a></div>')).toEqual(nothing);
    const figure = '<figure><figcaption><a rel="author" href="/g">Foto Grafer</a></figcaption></figure>';
    expect(article(figure)).toEqual(nothing);
    expect(
      told(
        "",
        `<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${HEADLINE}</h1><div>Photo by <span itemprop="author">Foto Grafer</span></div><div itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><i itemprop="author">Foto Grafer</i></div></article>`,
      ),
    ).toEqual(nothing);
  });

  it("is a time of which the text tells", () => {
    const text = `<p>${"Words of the text. ".repeat(9)}</p>`;
    expect(article('<p>The attack of <time datetime="1999-01-05">5 January 1999</time> was remembered.</p>')).toEqual(
      nothing,
    );
    expect(article(`<h2><time datetime="1999-01-05">1999</time></h2>${text}`)).toEqual(nothing);
    expect(article('<blockquote>Said <time datetime="2024-03-01">then</time></blockquote>')).toEqual(nothing);
    expect(article('<div>Published <time datetime="2024-03-22">today</time></div>').published).toBe("2024-03-22");
  });

  it("leaves what is the article’s own, wherever in it that stands", () => {
    const own = (body: string, head = "") => told(head, body);
    expect(
      own(
        `<body class="has-sidebar"><div class="related-layout"><main><article itemscope itemtype="https://schema.org/NewsArticle"><header><h1 itemprop="headline">${HEADLINE}</h1><p class="byline">By <span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="name">Ada Brook</a></span> and <span itemprop="author">Jean Roc</span>, <time datetime="2024-03-22">today</time></p></header></article>${card("article")}</main></div></body>`,
      ),
    ).toEqual({ title: HEADLINE, byline: "Ada Brook, Jean Roc", published: "2024-03-22" });
    expect(
      own(`<h1>${HEADLINE}</h1><div><a rel="author" href="/a">Ada Brook</a></div><article></article>`).byline,
    ).toBe("Ada Brook");
    expect(
      own(`<article><h1>${HEADLINE}</h1><footer>By <a rel="author" href="/a">Ada Brook</a></footer></article>`).byline,
    ).toBe("Ada Brook");
    const genesis = `<div itemscope itemtype="https://schema.org/Blog"><article itemprop="blogPost" itemscope itemtype="https://schema.org/BlogPosting"><h2 itemprop="headline">${HEADLINE}</h2><span itemprop="author">Ada Brook</span></article></div>`;
    expect(own(genesis).byline).toBe("Ada Brook");
    expect(own("", '<meta itemprop="datePublished" content="2024-03-22">').published).toBe("2024-03-22");
  });

  it("is when a document was made, where it also says when it was published", () => {
    expect(meta(["dcterms.created", "2011-01-01"], ["date", "2024-03-22"]).published?.value).toBe("2024-03-22");
    expect(
      stated('<meta name="dc.date.created" content="2009-05-01"><meta itemprop="datePublished" content="2024-03-22">')
        .published?.value,
    ).toBe("2024-03-22");
    expect(meta(["dcterms.created", "2011-01-01"]).published?.value).toBe("2011-01-01");
  });

  it("is the name of a program, an account or a role", () => {
    for (const name of [
      "admin",
      "Administrator",
      "WordPress",
      "webmaster",
      "The Editor",
      "editors",
      "user12",
      "a@b.example",
      "siteadmin",
      "Super User",
    ]) {
      expect(meta(["author", name]).byline, name).toBeUndefined();
      expect(jsonLd(story("x", { author: { name } })).byline, name).toBeUndefined();
    }
    for (const name of ["Jane Doe/AFP", "Jane Doe / AFP", "Ada Editore", "Awa Diallo @awa", "Agence X", "王芳"]) {
      expect(meta(["author", name]).byline?.value, name).toBe(name);
    }
    expect(jsonLd(story("x", { author: ["admin", "Ada Brook"] })).byline?.value).toBe("Ada Brook");
    expect(meta(["author", "admin"], ["parsely-author", "Ada Brook"]).byline?.value).toBe("Ada Brook");
  });
});
