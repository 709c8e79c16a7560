import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { Problem } from "#domain/problems.ts";
import { readDate } from "./dates.ts";
import { decodeText, encodingIn } from "./decoding.ts";
import type { Format, IncomingFile, Part, ReadDocument, StatedFields } from "./document.ts";
import { declaredEncoding, encodingOf } from "./encodings.ts";
import { addressOf, type FeedPlace, placeOf } from "./feed-addresses.ts";
import { childrenOf, contentOf, type FeedElement, readFeedElements } from "./feed-elements.ts";
import { headlineAbove } from "./headline.ts";
import { bytesOf } from "./incoming.ts";
import { languageTag } from "./language-names.ts";
import { readMarkedLine, readMarkedText } from "./marked-text.ts";

/** Feeds of articles: RSS of all versions, and Atom. */
export const feedFormat: Format = { name: "feed", recognises: isFeed, read: readFeed };

/** What may stand before the root of an XML document. */
const PROLOGUE =
  /^(?:\s|<\?[^>]{0,500}\?>|<!--[\s\S]{0,5000}?-->|<!doctype(?!\s+html)[^>[]{0,500}(?:\[[\s\S]{0,20000}?\]\s*)?>)*/i;

function isFeed(head: Uint8Array): boolean {
  const begin = Buffer.from(head.subarray(0, 32_768)).toString("latin1").replaceAll("\0", "");
  const markup = begin.slice(begin.indexOf("<"));
  if (!begin.slice(0, -markup.length).match(/^[\xef\xbb\xbf\xfe\xff\s]*$/)) return false;
  const root = markup.slice(PROLOGUE.exec(markup)?.[0].length ?? 0);
  if (/^<rss[\s>]/i.test(root)) return true;
  if (/^<(?:[\w-]+:)?feed[\s>]/i.test(root)) return /w3\.org\/2005\/atom|purl\.org\/atom/i.test(root);
  return /^<(?:[\w-]+:)?rdf[\s>]/i.test(root) && /purl\.org\/rss|netscape\.com\/rdf|purl\.org\/net\/rss/i.test(root);
}

async function readFeed(file: IncomingFile): Promise<Part[]> {
  const { name } = file;
  const bytes = await bytesOf(file);
  const { text, doubt } = decodeText(name, bytes, file.declaredEncoding);
  const { root, items, isCutOff } = readFeedElements(text.replace(/^\uFEFF/, ""));
  const channel = childrenOf(root, "channel")[0] ?? root;
  const feed = {
    outlet: readMarkedLine(contentOf(childrenOf(channel, "title", "dc:publisher")[0])),
    language:
      languageTag(contentOf(childrenOf(channel, "language", "dc:language")[0])) ??
      languageTag(xmlLanguage(channel, root)),
    mediaType: root.name === "feed" ? "application/atom+xml" : "application/rss+xml",
    place: placeOf(root, channel),
    doubt,
  };
  const encoding = isUtf8(bytes) ? "utf-8" : (encodingOf(declaredEncoding(bytes) ?? "") ?? encodingIn(name, bytes));
  const parts = items.map(({ element, xml }, index) =>
    partOf(`${name} › item ${index + 1}`, element, iconv.encode(xml, encoding), feed),
  );
  if (isCutOff) {
    const whole = `${name} › item ${items.length + 1}`;
    parts.push(failed(whole, "is cut off: the feed ends in the midst of it. Get the feed again."));
  }
  if (parts.length === 0) throw refusal(name, "is a feed without articles: there is no item in it.");
  return parts;
}

/** What all items of a feed share. */
interface FeedFacts {
  outlet: string;
  language: string | null;
  mediaType: string;
  place: FeedPlace;
  doubt: string | null;
}

function partOf(name: string, item: FeedElement, original: Uint8Array, feed: FeedFacts): Part {
  const document = documentOf(item, feed);
  if (document) return { kind: "document", name, original, document };
  return failed(name, "has a headline and no text. Save the page that it leads to and import that.");
}

function documentOf(item: FeedElement, feed: FeedFacts): ReadDocument | null {
  const full = contentOf(childrenOf(item, "content:encoded", "content").find((element) => contentOf(element) !== ""));
  const summary = contentOf(
    childrenOf(item, "description", "summary", "dc:description").find((element) => contentOf(element) !== ""),
  );
  const { blocks, isPlain } = readMarkedText(full || summary);
  if (blocks.length === 0) return null;

  const stated: StatedFields = {};
  const state = (field: keyof StatedFields, value: string) => {
    if (value !== "") stated[field] = { value, from: "header" };
  };
  const [title, source] = [childrenOf(item, "title", "dc:title")[0], childrenOf(item, "source")[0]];
  state("title", readMarkedLine(contentOf(title)));
  state("url", addressOf(item, feed.place));
  state("byline", writersOf(item));
  // What a feed gathered from another outlet is that outlet’s.
  const outlet = source && (source.text.trim() || contentOf(childrenOf(source, "title")[0]));
  state("outlet", readMarkedLine(outlet || feed.outlet));
  state("language", languageTag(xmlLanguage(item)) ?? feed.language ?? "");
  const { published, doubt } = publishedOf(item);
  state("published", published);
  const summaryOnly = full === "" ? "Its feed gives this much of it, which may be a summary." : null;
  return {
    blocks: headlineAbove(blocks, stated.title?.value ?? ""),
    stated,
    mediaType: feed.mediaType,
    tool: "saxes 6.0.0",
    doubt: [feed.doubt, summaryOnly, doubt].filter(Boolean).join(" ") || null,
    isPlain,
  };
}

/** Names of writers are shorter than this; what is longer is cut before a pattern goes over it. */
const LONGEST_AUTHOR = 500;

/** Who wrote an item. RSS gives an address of mail with the name in parentheses; only the name is of use. */
function writersOf(item: FeedElement): string {
  const creators = childrenOf(item, "dc:creator").map(contentOf);
  const authors = childrenOf(item, "author").map((author) => {
    const written = (contentOf(childrenOf(author, "name")[0]) || author.text.trim()).slice(0, LONGEST_AUTHOR);
    return /^\S+@\S+\s*\((.+)\)$/.exec(written)?.[1] ?? (/^\S+@\S+$/.test(written) ? "" : written);
  });
  const names = (creators.length > 0 ? creators : authors).map(readMarkedLine).filter((name) => name !== "");
  return [...new Set(names)].join(", ");
}

function publishedOf(item: FeedElement): { published: string; doubt: string | null } {
  const first = childrenOf(
    item,
    "pubdate",
    "published",
    "dc:date",
    "dcterms:issued",
    "issued",
    "dcterms:created",
    "created",
  );
  const last = childrenOf(item, "updated", "dcterms:modified", "modified", "atom:updated");
  const [written = "", isOfChange = false] =
    [
      ...first.map((element) => [contentOf(element), false] as const),
      ...last.map((element) => [contentOf(element), true] as const),
    ].find(([text]) => text !== "") ?? [];
  const date = readDate(written);
  if (!date) {
    return { published: "", doubt: written === "" ? null : `Its date “${written.slice(0, 80)}” cannot be read.` };
  }
  const ofChange = isOfChange ? "Its date is that of its last change; the feed gives no other." : null;
  return { published: date.value, doubt: [date.doubt, ofChange].filter(Boolean).join(" ") || null };
}

function xmlLanguage(...elements: FeedElement[]): string {
  return elements.map(({ attributes }) => attributes.get("xml:lang")).find((language) => language) ?? "";
}

function failed(name: string, what: string): Part {
  return { kind: "failed", name, problem: refusal(name, what) };
}

function refusal(name: string, what: string): Problem {
  return new Problem("UNREADABLE_FILE", `“${name}” ${what}`, { name });
}
