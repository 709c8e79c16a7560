import type { StatedField } from "#domain/nouns/article.ts";
import { articleOfPage, isOfPage, type KnownOfPage, type SpokenOf } from "./html-choosing.ts";

/** What structured data says of an article, as it is written there; several authors stand in one line. */
export type Written = Partial<Record<StatedField, string>>;

type Thing = Readonly<Record<string, unknown>>;

/** A block of structured data is at most this long, in characters, and at most so many things are looked at. */
const LONGEST_BLOCK = 2_000_000;
const MOST_THINGS = 5_000;

const ARTICLE = /(?:^|[/:#])(?:[A-Za-z]*Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|NewsReport)$/;
const PAGE = /(?:^|[/:#])(?:WebPage|ItemPage|ArticlePage)$/;
const SITE = /(?:^|[/:#])WebSite$/;

/** What leads from a thing to what it says of the page itself. All else, such as a list or a comment, leads to others. */
const TO_ITSELF: ReadonlySet<string> = new Set([
  "@graph",
  "mainEntity",
  "mainEntityOfPage",
  "mainContentOfPage",
  "isPartOf",
]);

/**
 * Reads what blocks of JSON-LD (schema.org) say of the article of a page. Blocks that are no JSON are mended where they
 * can be, and passed over otherwise. Only the article of this page is meant, and none where that cannot be told; articles
 * in lists, in mentions and the like are others. Of a mere page the author is not taken, who may have built the site, and
 * the date only where it certainly is this page. Empty where none is spoken of.
 */
export function readJsonLd(blocks: readonly string[], known: KnownOfPage): Written {
  const collected: Collected = { things: [], own: [] };
  for (const block of blocks) {
    if (block.length <= LONGEST_BLOCK) collectThings(parsed(block), collected);
  }
  const { things, own } = collected;
  const named = new Map<string, Thing>();
  for (const thing of things) {
    const id = thing["@id"];
    // Of a reference and the thing itself, the thing is the one that says more.
    if (typeof id === "string" && Object.keys(thing).length > 1) named.set(id, thing);
  }
  const nameIn = (value: unknown) => namesIn(value, named).join(", ");
  const articles = own.filter((thing) => isOf(thing, ARTICLE) && !isReference(thing)).map(spokenOf);
  const article = articleOfPage(articles, known);
  const pages = own.filter((thing) => isOf(thing, PAGE)).map(spokenOf);
  // Where only other articles are spoken of, a page may be theirs.
  const page = pages.find((one) => isOfPage(one, known)) ?? (articles.length === 0 ? pages[0] : undefined);
  const site = own.find((thing) => isOf(thing, SITE));
  const spoken = article ?? page;
  if (!spoken) return withoutEmpty({ outlet: textOf(site?.name) });
  const { thing } = spoken;
  return withoutEmpty({
    // The name of a mere page ends in that of its site.
    title: article ? article.headline : "",
    byline: article ? nameIn(thing.author) || nameIn(thing.creator) : "",
    outlet: nameIn(thing.publisher) || nameIn(thing.sourceOrganization) || textOf(site?.name),
    published: article || isOfPage(spoken, known) ? textOf(thing.datePublished) : "",
    url: addressOf(thing.url) || addressOf(thing.mainEntityOfPage),
    language: languageIn(thing.inLanguage),
  });
}

/** Whether a thing says nothing of itself but which it is and where. */
function isReference(thing: Thing): boolean {
  return ["headline", "name", "author", "creator", "datePublished"].every((property) => !(property in thing));
}

/** A thing with what tells it from others. */
interface SpokenThing extends SpokenOf {
  thing: Thing;
}

function spokenOf(thing: Thing): SpokenThing {
  const stated = [addressOf(thing.url), addressOf(thing.mainEntityOfPage)].filter((address) => address !== "");
  // An identifier often is the address with a fragment; it counts where nothing better is stated.
  const addresses = stated.length > 0 ? stated : [textOf(thing["@id"])];
  return { thing, headline: textOf(thing.headline) || textOf(thing.name), addresses };
}

function languageIn(value: unknown): string {
  return typeof value === "object" ? textOf((first(value) as Thing | null)?.alternateName) : textOf(value);
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
  return (
    block
      .replace(/;\s*$/, "")
      // A string that is never closed goes to the end: to begin anew at each of its marks would cost its length squared.
      .replace(/"[^"\\]*(?:\\[\s\S]?[^"\\]*)*"?/g, (string) => string.replace(CONTROLS, " "))
      .replace(/,(\s*[}\]])/g, "$1")
  );
}

/** All that comes before the space, of which JSON allows nothing in a string. */
const CONTROLS = /[^ -\uffff]+/g;

/** All objects in parsed blocks, and those of them that speak of the page itself. */
interface Collected {
  things: Thing[];
  own: Thing[];
}

/** Collects the objects in a parsed block, outer before inner. Goes through it without recursion, and only so far. */
function collectThings(root: unknown, { things, own }: Collected): void {
  const waiting: { value: unknown; isOwn: boolean }[] = [{ value: root, isOwn: true }];
  for (let at = 0; at < waiting.length && things.length < MOST_THINGS; at++) {
    const { value, isOwn } = waiting[at] ?? { value: null, isOwn: false };
    if (typeof value !== "object" || value === null) continue;
    const isList = Array.isArray(value);
    if (!isList) {
      things.push(value as Thing);
      if (isOwn) own.push(value as Thing);
    }
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner !== "object" || inner === null || waiting.length >= MOST_THINGS) continue;
      waiting.push({ value: inner, isOwn: isOwn && (isList || TO_ITSELF.has(name)) });
    }
  }
}

function isOf(thing: Thing, type: RegExp): boolean {
  const types = thing["@type"];
  return (Array.isArray(types) ? types.slice(0, 20) : [types]).some(
    (name) => typeof name === "string" && type.test(name),
  );
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
