import type { FieldOrigin } from "#domain/vocabulary/articles.ts";
import { readDate } from "./dates.ts";
import type { StatedFields } from "./document.ts";
import { readJsonLd, type Written } from "./html-json-ld.ts";
import { bareByline, withoutSiteName } from "./html-naming.ts";

/** What a page states of itself, and the heading that it shows above its article. */
export interface PageMetadata {
  stated: StatedFields;
  /** The words of its first heading of level 1, where it has one that is no name of a site; else empty. */
  heading: string;
}

/** The longest that a field is kept, in UTF-16 code units. What a page states is anybody’s. */
const LONGEST = 2_000;

/** How many elements of a kind are looked at. */
const MOST = 2_000;

/**
 * Reads what a page states of itself. Of several statements the first that can be read is taken, in this order:
 * structured data (JSON-LD), OpenGraph, meta elements (also those of Dublin Core, Parse.ly, Sailthru and Twitter), time
 * elements, and what the document shows. Two fields keep an order of their own: the address, for which the canonical link
 * goes first, and the language, for which the page’s own `lang` goes before that for sharing, which many never set.
 *
 * `prologue` is the beginning of the page’s markup, where browsers note from where they saved it.
 */
export function readMetadata(document: Document, prologue: string): PageMetadata {
  const metas = metaElements(document);
  const linked = { value: canonicalLink(document), from: "meta" } as const;
  const heading = headingOf(document);
  const jsonLd = readJsonLd(jsonLdBlocks(document), {
    url: linked.value,
    title: metas.get("og:title")?.[0] ?? heading,
  });
  const marked = microdata(document);
  const said = (from: FieldOrigin, ...values: readonly (string | undefined)[]) =>
    values.map((value) => ({ value: value ?? "", from }));
  const meta = (...names: string[]) => said("meta", ...names.flatMap((name) => metas.get(name) ?? []));
  const graph = (...names: string[]) => said("open-graph", ...names.flatMap((name) => metas.get(name) ?? []));

  const outlet = first(
    [
      ...said("json-ld", jsonLd.outlet),
      ...graph("og:site_name"),
      ...meta("dc.publisher", "dcterms.publisher", "citation_journal_title", "publisher", "application-name"),
      ...said("document", marked.outlet),
    ],
    lineOf,
  );
  const url = first(
    [
      linked,
      ...graph("og:url"),
      ...said("json-ld", jsonLd.url),
      ...meta("parsely-link"),
      ...said("document", savedFrom(prologue)),
    ],
    addressOf,
  );
  const site = { name: outlet?.value ?? "", host: url ? new URL(url.value).hostname : "", heading };
  const title = first(
    [
      ...said("json-ld", jsonLd.title),
      ...graph("og:title"),
      ...meta(
        "parsely-title",
        "sailthru.title",
        "dc.title",
        "dcterms.title",
        "citation_title",
        "headline",
        "twitter:title",
      ),
      ...said("document", marked.title, textOf(document.getElementsByTagName("title")[0]), heading),
    ],
    (value) => withoutSiteName(lineOf(value), site),
  );
  const byline = first(
    [
      ...several("json-ld", jsonLd.byline),
      ...graph("article:author", "og:article:author"),
      ...meta(
        "author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "byl",
        "citation_author",
        "article.author",
      ),
      ...said("document", marked.byline, relAuthor(document)),
    ],
    (value) => {
      const names = bareByline(lineOf(value));
      return names.toLowerCase() === site.name.toLowerCase() ? "" : names;
    },
  );
  const published = first(
    [
      ...said("json-ld", jsonLd.published),
      ...graph("article:published_time", "og:article:published_time", "article:published", "og:published_time"),
      ...meta(...DATE_NAMES),
      ...said("time-element", publishedTime(document)),
      ...said("document", marked.published),
    ],
    publishedOf,
  );
  const root = document.documentElement;
  const language = first(
    [
      ...said("json-ld", jsonLd.language),
      ...said("document", root?.getAttribute("lang") ?? root?.getAttribute("xml:lang") ?? undefined),
      ...graph("og:locale"),
      ...meta("content-language", "dc.language", "dcterms.language", "language"),
    ],
    languageOf,
  );
  return { stated: withoutAbsent({ title, outlet, byline, published, url, language }), heading };
}

const DATE_NAMES = [
  "parsely-pub-date",
  "sailthru.date",
  "dcterms.issued",
  "dc.date.issued",
  "dcterms.created",
  "dc.date.created",
  "dc.date",
  "dcterms.date",
  "citation_publication_date",
  "citation_date",
  "publish-date",
  "publishdate",
  "publish_date",
  "pubdate",
  "publication_date",
  "date_published",
  "datepublished",
  "published_at",
  "article.published",
  "originalpublicationdate",
  "cxenseparse:recs:publishtime",
  "date",
];

interface Candidate {
  value: string;
  from: FieldOrigin;
}

/** The first candidate of which the reading makes something. */
function first(candidates: readonly Candidate[], read: (value: string) => string): Candidate | undefined {
  for (const { value, from } of candidates) {
    const kept = value === "" ? "" : read(value).slice(0, LONGEST).toWellFormed().trim();
    if (kept !== "") return { value: kept, from };
  }
  return undefined;
}

function several(from: FieldOrigin, names: string | undefined): Candidate[] {
  const bare = (names ?? "")
    .split(", ")
    .map(bareByline)
    .filter((name) => name !== "");
  return [{ value: bare.join(", "), from }];
}

function withoutAbsent(fields: Record<string, Candidate | undefined>): StatedFields {
  return Object.fromEntries(Object.entries(fields).filter(([, candidate]) => candidate !== undefined));
}

/** The content of meta elements by their lower-case name, property, `http-equiv` or `itemprop`, in the order of the page. */
function metaElements(document: Document): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const element of Array.from(document.getElementsByTagName("meta")).slice(0, MOST)) {
    const content = element.getAttribute("content");
    const name = element.getAttribute("property") ?? element.getAttribute("name") ?? element.getAttribute("http-equiv");
    if (!content || !name) continue;
    const key = name.trim().toLowerCase();
    const known = metas.get(key);
    if (known) known.push(content);
    else metas.set(key, [content]);
  }
  return metas;
}

function jsonLdBlocks(document: Document): string[] {
  return Array.from(document.getElementsByTagName("script"))
    .filter((script) => /^\s*application\/ld\+json\b/i.test(script.getAttribute("type") ?? ""))
    .slice(0, 50)
    .map((script) => script.textContent ?? "");
}

function canonicalLink(document: Document): string {
  for (const link of Array.from(document.getElementsByTagName("link")).slice(0, MOST)) {
    if (/(?:^|\s)canonical(?:\s|$)/i.test(link.getAttribute("rel") ?? "")) return link.getAttribute("href") ?? "";
  }
  return "";
}

/** The address that a browser wrote above a page when it saved it. */
function savedFrom(prologue: string): string {
  return /<!--\s*saved from url=(?:\(\d{1,8}\))?(\S{1,2000})\s*-->/i.exec(prologue)?.[1] ?? "";
}

/** The first heading of level 1; one that is nothing but a link is the name of the site. */
function headingOf(document: Document): string {
  for (const heading of Array.from(document.getElementsByTagName("h1")).slice(0, 20)) {
    const words = lineOf(textOf(heading));
    const link = heading.getElementsByTagName("a")[0];
    const isHome = link !== undefined && /^(?:https?:\/\/[^/]+)?\/?$/i.test(link.getAttribute("href") ?? "x");
    if (words !== "" && !isHome) return words;
  }
  return "";
}

function relAuthor(document: Document): string {
  const names = new Set<string>();
  for (const link of Array.from(document.getElementsByTagName("a")).slice(0, MOST)) {
    if (!/(?:^|\s)author(?:\s|$)/i.test(link.getAttribute("rel") ?? "")) continue;
    const name = bareByline(lineOf(textOf(link)));
    // A list of authors at the foot of a page is no byline.
    if (name !== "" && name.length <= 80 && names.size < 5) names.add(name);
  }
  return [...names].join(", ");
}

/** What microdata (schema.org in attributes) says. */
function microdata(document: Document): Written {
  const said = (property: string) => {
    const element = document.querySelector(`[itemprop~="${property}"]`);
    if (!element) return "";
    const name = element.querySelector('[itemprop~="name"]');
    return textOf(name ?? element, "content") || element.getAttribute("datetime") || "";
  };
  return {
    title: said("headline"),
    byline: said("author"),
    outlet: said("publisher"),
    published: document.querySelector('[itemprop~="datePublished"]')?.getAttribute("datetime") ?? said("datePublished"),
  };
}

/**
 * When the page says by a time element that it was published: by the one that is marked as that; else by the first in its
 * article; else where all that it has name one day. Other times on a page are those of other articles.
 */
function publishedTime(document: Document): string {
  const times = Array.from(document.getElementsByTagName("time"))
    .slice(0, 200)
    .filter((time) => publishedOf(time.getAttribute("datetime") ?? "") !== "");
  const marks = (time: Element) =>
    `${time.getAttribute("itemprop") ?? ""} ${time.getAttribute("class") ?? ""} ${time.hasAttribute("pubdate") ? "pubdate" : ""}`;
  const isOfArticle = (time: Element) => time.closest("article, main") !== null;
  const isModified = (time: Element) => /modif|updat|edited/i.test(marks(time));
  const published = times.filter((time) => !isModified(time));
  const chosen =
    published.find((time) => /datePublished|pubdate/i.test(marks(time))) ??
    published.find((time) => /publish|posted|entry-date/i.test(marks(time))) ??
    published.find(isOfArticle);
  if (chosen) return chosen.getAttribute("datetime") ?? "";
  const days = new Set(published.map((time) => publishedOf(time.getAttribute("datetime") ?? "").slice(0, 10)));
  return days.size === 1 ? (published[0]?.getAttribute("datetime") ?? "") : "";
}

/**
 * A date as it is stated, in UTC; empty where it cannot be read, or only in doubt. Midnight to the second is how programs
 * write a day without a time: it stays that day, wherever on earth it was meant.
 */
function publishedOf(value: string): string {
  const day = /^\s*(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?\s*$/i.exec(value)?.[1];
  const date = readDate(day ?? value.slice(0, 200));
  return date && date.doubt === null ? date.value : "";
}

/** An address of the web, whole; empty for anything else, such as `javascript:`. */
function addressOf(value: string): string {
  const line = lineOf(value);
  const url = line.length <= LONGEST && URL.canParse(line) ? new URL(line) : null;
  return url && (url.protocol === "https:" || url.protocol === "http:") && url.hostname !== "" ? line : "";
}

/** A language tag after BCP 47, as articles keep it: `fr`, `pt-BR`. */
function languageOf(value: string): string {
  const [tag = ""] = value
    .trim()
    .replace(/_/g, "-")
    .split(/[\s,;.@]/, 1);
  try {
    const [canonical = ""] = Intl.getCanonicalLocales(tag);
    return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(canonical) && !/^(?:und|mul|zxx)\b/.test(canonical)
      ? canonical
      : "";
  } catch {
    return "";
  }
}

function textOf(element: Element | undefined | null, attribute?: string): string {
  const stated = attribute === undefined ? null : element?.getAttribute(attribute);
  return stated ?? element?.textContent?.slice(0, 10 * LONGEST) ?? "";
}

/** One line, with single spaces. */
function lineOf(value: string): string {
  return value
    .slice(0, 4 * LONGEST)
    .replace(SPACES, " ")
    .trim()
    .slice(0, LONGEST);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are meant; none may stand in a field.
const SPACES = /[\s\u0000-\u001f\u007f-\u009f]+/g;
