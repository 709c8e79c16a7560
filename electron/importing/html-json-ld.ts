import type { StatedField } from "#domain/nouns/article.ts";

/** What structured data says of an article, as it is written there; several authors stand in one line. */
export type Written = Partial<Record<StatedField, string>>;

/** What is known of the page, to tell its article from others that it names. */
export interface KnownOfPage {
  url: string;
  title: string;
}

type Thing = Readonly<Record<string, unknown>>;

/** A block of structured data is at most this long, in characters, and at most so many things are looked at. */
const LONGEST_BLOCK = 2_000_000;
const MOST_THINGS = 5_000;

const ARTICLE = /(?:^|[/:#])(?:[A-Za-z]*Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|NewsReport)$/;
const PAGE = /(?:^|[/:#])(?:WebPage|ItemPage|ArticlePage)$/;
const SITE = /(?:^|[/:#])WebSite$/;

/**
 * Reads what blocks of JSON-LD (schema.org) say of the article of a page. Blocks that are no JSON are mended where they
 * can be, and passed over otherwise. Of several articles, the one with the address or the headline of the page is meant,
 * else the first that has a headline. Empty where none is spoken of.
 */
export function readJsonLd(blocks: readonly string[], known: KnownOfPage): Written {
  const things: Thing[] = [];
  for (const block of blocks) {
    if (block.length <= LONGEST_BLOCK) collectThings(parsed(block), things);
  }
  const named = new Map<string, Thing>();
  for (const thing of things) {
    const id = thing["@id"];
    // Of a reference and the thing itself, the thing is the one that says more.
    if (typeof id === "string" && Object.keys(thing).length > 1) named.set(id, thing);
  }
  const article =
    chosen(
      things.filter((thing) => isOf(thing, ARTICLE)),
      known,
    ) ?? things.find((thing) => isOf(thing, PAGE));
  const site = things.find((thing) => isOf(thing, SITE));
  if (!article) return {};
  const nameIn = (value: unknown) => namesIn(value, named).join(", ");
  const language = article.inLanguage;
  const isPage = isOf(article, PAGE);
  return withoutEmpty({
    // The name of a mere page ends in that of its site.
    title: isPage ? "" : textOf(article.headline) || textOf(article.name),
    byline: nameIn(article.author) || nameIn(article.creator),
    outlet: nameIn(article.publisher) || nameIn(article.sourceOrganization) || textOf(site?.name),
    published: textOf(article.datePublished),
    url: addressOf(article.url) || addressOf(article.mainEntityOfPage),
    language:
      typeof language === "object" ? textOf((first(language) as Thing | null)?.alternateName) : textOf(language),
  });
}

function parsed(block: string): unknown {
  const bare = block
    .trim()
    .replace(/^(?:\/\/\s*|\/\*\s*)?(?:<!--|<!\[CDATA\[)(?:\s*\*\/)?/, "")
    .replace(/(?:\/\/\s*|\/\*\s*)?(?:-->|\]\]>)(?:\s*\*\/)?;?$/, "")
    .trim();
  for (const attempt of [bare, mended(bare)]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt is the mended one; what cannot be mended says nothing.
    }
  }
  return null;
}

/** Mends what is commonly wrong: line breaks and tabs inside strings, a comma before a bracket, a semicolon at the end. */
function mended(block: string): string {
  return block
    .replace(/;\s*$/, "")
    .replace(/"[^"\\]*(?:\\[\s\S][^"\\]*)*"/g, (string) => string.replace(CONTROLS, " "))
    .replace(/,(\s*[}\]])/g, "$1");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of these in a string.
const CONTROLS = /[\u0000-\u001f]+/g;

/** All objects in a parsed block, outer before inner. Goes through it without recursion, and only so far. */
function collectThings(root: unknown, things: Thing[]): void {
  const waiting: unknown[] = [root];
  for (let at = 0; at < waiting.length && things.length < MOST_THINGS; at++) {
    const value = waiting[at];
    if (typeof value !== "object" || value === null) continue;
    if (!Array.isArray(value)) things.push(value as Thing);
    for (const inner of Object.values(value)) {
      if (typeof inner === "object" && inner !== null && waiting.length < MOST_THINGS) waiting.push(inner);
    }
  }
}

function isOf(thing: Thing, type: RegExp): boolean {
  const types = thing["@type"];
  return (Array.isArray(types) ? types.slice(0, 20) : [types]).some(
    (name) => typeof name === "string" && type.test(name),
  );
}

function chosen(articles: readonly Thing[], known: KnownOfPage): Thing | undefined {
  const isAtAddress = (thing: Thing) =>
    known.url !== "" && (addressOf(thing.url) === known.url || addressOf(thing.mainEntityOfPage) === known.url);
  const isTitled = (thing: Thing) => known.title !== "" && textOf(thing.headline) === known.title;
  const withHeadline = articles.filter((thing) => textOf(thing.headline) !== "");
  return articles.find(isAtAddress) ?? withHeadline.find(isTitled) ?? withHeadline[0] ?? articles[0];
}

/** The names of persons or organisations, each once: given as text, as things, as references to things, or in a list. */
function namesIn(value: unknown, named: ReadonlyMap<string, Thing>): string[] {
  const names = new Set<string>();
  for (const one of Array.isArray(value) ? value.slice(0, 50) : [value]) {
    if (typeof one === "string") names.add(textOf(one));
    if (typeof one !== "object" || one === null) continue;
    const thing = one as Thing;
    const id = thing["@id"];
    const known = typeof id === "string" ? named.get(id) : undefined;
    for (const name of [thing.name ?? known?.name].flat().slice(0, 50)) names.add(textOf(name));
  }
  names.delete("");
  return [...names];
}

function addressOf(value: unknown): string {
  const one = first(value);
  if (typeof one === "object" && one !== null) return textOf((one as Thing)["@id"]) || textOf((one as Thing).url);
  return textOf(one);
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

/** A text or a number; of a text in several languages, the first. Character references are resolved, as many write them. */
function textOf(value: unknown): string {
  const one = first(value);
  if (typeof one === "number") return String(one);
  if (typeof one === "string") return withoutReferences(one.slice(0, 10_000)).trim();
  if (typeof one !== "object" || one === null) return "";
  const inner = (one as Thing)["@value"];
  return typeof inner === "string" ? withoutReferences(inner.slice(0, 10_000)).trim() : "";
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function withoutReferences(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

function withoutEmpty(written: Written): Written {
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== ""));
}
