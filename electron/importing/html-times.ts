import { readDate } from "./dates.ts";
import type { PageRegions } from "./html-regions.ts";
import { beginningOfText, textsIn } from "./html-walking.ts";

/** How many time elements and how many paragraphs are looked at. */
const MOST_TIMES = 200;
const MOST_PARAGRAPHS = 20_000;

/** A paragraph of the text is at least so long, in characters; a line about the article is shorter. */
const SHORTEST_PARAGRAPH = 60;
/** How many nodes the words with which it begins may be parted into. */
const MOST_IN_PARAGRAPH = 2_000;

/**
 * When the page says by a time element that it was published: by the one that is marked as that; else by the first in its
 * article that stands before or behind its text; else where all that it has name one day. Other times on a page are those
 * of other articles, of comments, and of what is told. `isOfOther` says whether an element is of another article.
 */
export function publishedTime(
  document: Document,
  { article, isElsewhere }: PageRegions,
  isOfOther: (element: Element) => boolean,
): string {
  const times = Array.from(document.getElementsByTagName("time"))
    .slice(0, MOST_TIMES)
    .filter((time) => publishedOf(time.getAttribute("datetime") ?? "") !== "")
    .filter((time) => !isElsewhere(time) && !isOfOther(time));
  const marks = (time: Element) =>
    `${time.getAttribute("itemprop") ?? ""} ${time.getAttribute("class") ?? ""} ${time.hasAttribute("pubdate") ? "pubdate" : ""}`;
  const isOfArticle = (time: Element) => article?.contains(time) ?? time.closest("main") !== null;
  const published = times.filter((time) => !/modif|updat|edited/i.test(marks(time)));
  const marked =
    published.find((time) => /datePublished|pubdate/i.test(marks(time))) ??
    published.find((time) => /publish|posted|entry-date/i.test(marks(time)));
  if (marked) return marked.getAttribute("datetime") ?? "";
  const beside = besideText(
    document,
    published.filter((time) => !isInProse(time)),
    isElsewhere,
  );
  const chosen = beside.find(isOfArticle);
  if (chosen) return chosen.getAttribute("datetime") ?? "";
  const days = new Set(beside.map((time) => publishedOf(time.getAttribute("datetime") ?? "").slice(0, 10)));
  return days.size === 1 ? (beside[0]?.getAttribute("datetime") ?? "") : "";
}

/**
 * A date as it is stated, in UTC; empty where it cannot be read, or only in doubt. Midnight to the second is how programs
 * write a day without a time: it stays that day, wherever on earth it was meant.
 */
export function publishedOf(value: string): string {
  const day = /^\s*(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?\s*$/i.exec(value)?.[1];
  const date = readDate(day ?? value.slice(0, 200));
  return date && date.doubt === null ? date.value : "";
}

/** Whether a time stands in a sentence, and not in a line about the article such as “By Jane Doe, 22 March”. */
function isInProse(time: Element): boolean {
  const line = time.closest("p, li, dd, td");
  const words = line ? beginningOfText(line, 1_000, MOST_IN_PARAGRAPH).trim() : "";
  return words.length > 2 * SHORTEST_PARAGRAPH || /[.!?…。؟]["”»’)]*$/.test(words);
}

/** The times that stand before the first paragraph of the text or behind its last; those between are of what is told. */
function besideText(
  document: Document,
  times: readonly Element[],
  isElsewhere: (element: Element) => boolean,
): Element[] {
  if (times.length === 0) return [];
  const waiting = new Set(times);
  const kept: Element[] = [];
  /** Times since the last paragraph; they are dropped when another one comes. */
  let since: Element[] = [];
  let isInText = false;
  for (const element of Array.from(document.querySelectorAll("p, time")).slice(0, MOST_PARAGRAPHS)) {
    if (waiting.has(element)) (isInText ? since : kept).push(element);
    if (element.localName.toLowerCase() === "p" && isLong(element) && !isElsewhere(element)) {
      isInText = true;
      since = [];
    }
  }
  return [...kept, ...since];
}

/** Whether an element holds the words of a paragraph; only so many of its nodes are looked at. */
function isLong(element: Element): boolean {
  let length = 0;
  for (const { nodeValue } of textsIn(element, MOST_IN_PARAGRAPH)) {
    length += nodeValue?.trim().length ?? 0;
    if (length >= SHORTEST_PARAGRAPH) return true;
  }
  return false;
}
