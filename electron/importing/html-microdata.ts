import { articleOfPage, type KnownOfPage } from "./html-choosing.ts";
import type { Written } from "./html-json-ld.ts";
import type { PageRegions } from "./html-regions.ts";
import { beginningOfText } from "./html-walking.ts";

/** What microdata says of the article of a page, and whether an element is of another article by its marks. */
export interface Microdata {
  written: Written;
  isOfOther: (element: Element) => boolean;
}

/** How many properties and items are looked at, and how long the text of one is, in characters and in nodes. */
const MOST = 2_000;
const LONGEST = 20_000;
const MOST_IN_ONE = 2_000;
/** How many nodes the words before a name may be parted into. */
const MOST_BEFORE = 200;
/** More names than these are no byline. */
const MOST_NAMES = 5;

const ARTICLE = /(?:Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|CreativeWork)\s*$/;
const PAGE = /(?:WebPage|ItemPage|ArticlePage|WebSite|Blog)\s*$/;

/**
 * Reads what microdata (schema.org in attributes) says of the article of a page: the properties of the item that is it.
 * Properties in no item, or in one that is the whole page, may say title, outlet and date, but not who wrote it: pages
 * mark the authors of pictures and comments so.
 */
export function readMicrodata(document: Document, regions: PageRegions, page: KnownOfPage): Microdata {
  const properties = Map.groupBy(
    Array.from(document.querySelectorAll("[itemprop]"))
      .slice(0, MOST)
      .filter((element) => !regions.isElsewhere(element)),
    itemOf,
  );
  const within = (item: Element | null, name: string) =>
    (properties.get(item) ?? []).filter((element) => isNamed(element, name));
  const items = Array.from(document.querySelectorAll("[itemscope]"))
    .slice(0, MOST)
    .filter((item) => isArticle(item));
  const spoken = items
    .filter((item) => !regions.isElsewhere(item))
    .map((item) => ({
      item,
      headline: lineIn(within(item, "headline")),
      addresses: [...within(item, "url"), ...within(item, "mainEntityOfPage")].map(addressIn),
    }));
  const { heading } = regions;
  const holding = heading ? spoken.filter(({ item }) => isTyped(item) && item.contains(heading)).at(-1) : undefined;
  const chosen = (holding ?? articleOfPage(spoken, page))?.item;

  const ofPage = (name: string) =>
    [...properties.keys()]
      .filter((item) => item === null || PAGE.test(item.getAttribute("itemtype") ?? ""))
      .flatMap((item) => within(item, name));
  const said = (name: string) => [...(chosen ? within(chosen, name) : []), ...ofPage(name)];
  const authors = chosen ? within(chosen, "author") : [];
  const writers = authors.filter((author) => !creditsPicture(author)).slice(0, MOST_NAMES);
  const [published] = said("datePublished");
  const others = new Set(items.filter((item) => isTyped(item) && (!chosen || !item.contains(chosen))));
  return {
    written: {
      title: lineIn(said("headline")),
      byline: [...new Set(writers.map(nameIn))].join(", "),
      outlet: nameOf(said("publisher")),
      published: published?.getAttribute("datetime") ?? lineIn(said("datePublished")),
    },
    isOfOther: (element) => isWithin(element, others, chosen),
  };
}

/** Whether the words before a name say that it is of who took a picture: “Photo by Jane Doe”. */
export function creditsPicture(name: Element): boolean {
  const before = name.parentElement ? beginningOfText(name.parentElement, 60, MOST_BEFORE) : "";
  return /^\s*(?:[([]\s*)?(?:photo|foto|picture|image|illustration|graphic|©|crédit|صورة|تصوير)/iu.test(before);
}

function isArticle(item: Element): boolean {
  return isTyped(item) || (!item.hasAttribute("itemtype") && !item.hasAttribute("itemprop"));
}

function isTyped(item: Element): boolean {
  return ARTICLE.test(item.getAttribute("itemtype") ?? "");
}

function isNamed(element: Element, name: string): boolean {
  return (element.getAttribute("itemprop") ?? "").split(/\s+/).includes(name);
}

/** The item that a property is one of, or null. */
function itemOf(property: Element): Element | null {
  return property.parentElement?.closest("[itemscope]") ?? null;
}

function isWithin(element: Element, others: ReadonlySet<Element>, chosen: Element | undefined): boolean {
  for (let box: Element | null = element; box; box = box.parentElement) {
    if (box === chosen) return false;
    if (others.has(box)) return true;
  }
  return false;
}

function lineIn([property]: readonly Element[]): string {
  return property ? textOf(property) || property.getAttribute("datetime") || "" : "";
}

function nameOf([property]: readonly Element[]): string {
  return property ? nameIn(property) : "";
}

function nameIn(property: Element): string {
  return textOf(property.querySelector('[itemprop~="name"]') ?? property).trim();
}

function addressIn(property: Element): string {
  const named = property.getAttribute("itemid") ?? property.getAttribute("href") ?? property.getAttribute("content");
  return named ?? "";
}

function textOf(element: Element): string {
  return element.getAttribute("content") ?? beginningOfText(element, LONGEST, MOST_IN_ONE);
}
