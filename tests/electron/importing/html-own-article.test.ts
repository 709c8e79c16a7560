import { describe, expect, it } from "vitest";
import { jsonLd, meta, stated } from "./stated-by-page.ts";

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
