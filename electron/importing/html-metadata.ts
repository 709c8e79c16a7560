import type { FieldOrigin } from "#domain/vocabulary/articles.ts";
import { wordsToCompare } from "./comparing-lines.ts";
import type { StatedFields } from "./document.ts";
import { LONGEST_FIELD, lineOf } from "./field-lines.ts";
import { readJsonLd } from "./html-json-ld.ts";
import { creditsPicture, readMicrodata } from "./html-microdata.ts";
import { bareByline, namesWriter, withoutSiteName } from "./html-naming.ts";
import { type PageRegions, regionsOf } from "./html-regions.ts";
import { publishedOf, publishedTime } from "./html-times.ts";
import { beginningOfText } from "./html-walking.ts";

/** What a page states of itself, and the heading that it shows above its article. */
export interface PageMetadata {
  stated: StatedFields;
  /** The words of its first heading of level 1, where it has one that is no name of a site; else empty. */
  heading: string;
  /** Whether that heading is the headline of the article for certain, and not that of a section of the site. */
  isHeadline: boolean;
}

/** How many elements of a kind are looked at, and how many nodes of one that names an author. */
const MOST = 2_000;
const MOST_IN_NAME = 200;

/** More names than these are no byline, nor is a longer one of them a name, in characters. */
const MOST_NAMES = 5;
const LONGEST_NAME = 80;

/**
 * Reads what a page states of itself. Of several statements the first that can be read is taken, in this order:
 * structured data (JSON-LD), OpenGraph, meta elements (also those of Dublin Core, Parse.ly, Sailthru and Twitter), time
 * elements, and what the document shows; when a document was made comes last. Two fields keep an order of their own: the address, for which the canonical link
 * goes first, and the language, for which the page’s own `lang` goes before that for sharing, which many never set.
 *
 * `prologue` is the beginning of the page’s markup, where browsers note from where they saved it.
 */
export function readMetadata(document: Document, prologue: string): PageMetadata {
  const metas = metaElements(document);
  const linked = { value: canonicalLink(document), from: "meta" } as const;
  const regions = regionsOf(document);
  const heading = lineOf(textOf(regions.heading));
  const windowTitle = lineOf(textOf(document.getElementsByTagName("title")[0]));
  const known = {
    addresses: [linked.value, ...(metas.get("og:url") ?? [])].filter((address) => address !== ""),
    titles: [heading, metas.get("og:title")?.[0] ?? "", windowTitle].filter((one) => /\S/.test(one)),
  };
  const jsonLd = readJsonLd(jsonLdBlocks(document), known);
  const { written: marked, isOfOther } = readMicrodata(document, regions, known);
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
      ...said("document", marked.title, windowTitle, heading),
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
      ...several("document", marked.byline),
      ...said("document", relAuthor(document, regions, isOfOther)),
    ],
    (value) => {
      const names = bareByline(lineOf(value));
      return names.toLowerCase() === site.name.toLowerCase() || !namesWriter(names) ? "" : names;
    },
  );
  const published = first(
    [
      ...said("json-ld", jsonLd.published),
      ...graph("article:published_time", "og:article:published_time", "article:published", "og:published_time"),
      ...meta(...DATE_NAMES),
      ...said("time-element", publishedTime(document, regions, isOfOther)),
      ...said("document", marked.published),
      ...meta(...CREATION_NAMES),
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
  return {
    stated: withoutAbsent({ title, outlet, byline, published, url, language }),
    heading,
    isHeadline: isHeadline(heading, windowTitle, regions),
  };
}

/** A heading in the article is its headline, and so is one with which the title of the window begins. */
function isHeadline(words: string, windowTitle: string, { heading, article }: PageRegions): boolean {
  if (heading === null || words === "") return false;
  return (
    article?.contains(heading) === true || `${wordsToCompare(windowTitle)} `.startsWith(`${wordsToCompare(words)} `)
  );
}

const DATE_NAMES = [
  "parsely-pub-date",
  "sailthru.date",
  "dcterms.issued",
  "dc.date.issued",
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

/** When a document was made says least: it may be that of the template of a site. */
const CREATION_NAMES = ["dcterms.created", "dc.date.created"];

interface Candidate {
  value: string;
  from: FieldOrigin;
}

/** The first candidate of which the reading makes something. */
function first(candidates: readonly Candidate[], read: (value: string) => string): Candidate | undefined {
  for (const { value, from } of candidates) {
    const kept = value === "" ? "" : read(value).slice(0, LONGEST_FIELD).toWellFormed().trim();
    if (kept !== "") return { value: kept, from };
  }
  return undefined;
}

function several(from: FieldOrigin, names: string | undefined): Candidate[] {
  const bare = (names ?? "")
    .split(", ")
    .map((name) => bareByline(lineOf(name)))
    .filter((name) => name !== "" && namesWriter(name));
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

function relAuthor(document: Document, { isElsewhere }: PageRegions, isOfOther: (element: Element) => boolean): string {
  const names = new Set<string>();
  for (const link of Array.from(document.getElementsByTagName("a")).slice(0, MOST)) {
    if (!/(?:^|\s)author(?:\s|$)/i.test(link.getAttribute("rel") ?? "")) continue;
    if (isElsewhere(link) || isOfOther(link) || creditsPicture(link)) continue;
    const name = bareByline(lineOf(beginningOfText(link, 10 * LONGEST_FIELD, MOST_IN_NAME)));
    if (name !== "" && name.length <= LONGEST_NAME && namesWriter(name)) names.add(name);
    // A list of authors at the foot of a page is no byline.
    if (names.size === MOST_NAMES) break;
  }
  return [...names].join(", ");
}

/** An address of the web, whole; empty for anything else, such as `javascript:`. */
function addressOf(value: string): string {
  const line = lineOf(value);
  const url = URL.canParse(line) ? new URL(line) : null;
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

function textOf(element: Element | undefined | null): string {
  return element?.textContent?.slice(0, 10 * LONGEST_FIELD) ?? "";
}
