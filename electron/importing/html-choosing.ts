import { wordsToCompare } from "./comparing-lines.ts";
import { likenessOf } from "./html-headlines.ts";

/** What a page shows and states of itself, to tell its article from others that it names. */
export interface KnownOfPage {
  addresses: readonly string[];
  /** Its heading, its title for sharing, and that of its window, with the name of the site or without. */
  titles: readonly string[];
}

/** An article as structured data speaks of it. */
export interface SpokenOf {
  headline: string;
  addresses: readonly string[];
}

/** So like must a headline be to a title of the page to be its own, where that is all there is to go by. */
const LIKE = 0.5;
/** So much of the shorter is enough where no other article is spoken of. */
const PARTLY_LIKE = 1 / 3;

/**
 * Which of the articles that are spoken of is that of the page: the one that stands at its address, or whose headline is
 * most like what it shows as its title. Both count alike, and where one article has the address and another the title, or
 * two are equally like it, none is taken. An article that is alone may be reworded more; but one that has neither the
 * address nor words of the title is another, such as the most read one.
 */
export function articleOfPage<Article extends SpokenOf>(
  articles: readonly Article[],
  page: KnownOfPage,
): Article | undefined {
  const scores = articles.map((article) => scoreOf(article, page));
  const best = Math.max(0, ...scores);
  const isLike = best >= LIKE;
  const rivals = isLike ? articles.filter((_, index) => scores[index] === best) : articles;
  if (!areOneStory(rivals)) return undefined;
  // Of two descriptions of one article, the one that has its headline says more.
  const headed = rivals.filter(({ headline }) => headline !== "");
  const [first] = headed.length > 0 ? headed : rivals;
  return first && (isLike || mayBeOf(first, page)) ? first : undefined;
}

/** Whether an article or page that is spoken of is certainly the one at hand. */
export function isOfPage(spoken: SpokenOf, page: KnownOfPage): boolean {
  return scoreOf(spoken, page) >= LIKE;
}

function scoreOf({ headline, addresses }: SpokenOf, page: KnownOfPage): number {
  const places = new Set(placesOf(page.addresses));
  const isThere = placesOf(addresses).some((place) => places.has(place));
  return (isThere ? 1 : 0) + Math.max(0, ...page.titles.map((title) => likenessOf(headline, title).whole));
}

function mayBeOf({ headline, addresses }: SpokenOf, page: KnownOfPage): boolean {
  if (headline !== "" && page.titles.length > 0) {
    return page.titles.some((title) => likenessOf(headline, title).part >= PARTLY_LIKE);
  }
  // With no words to compare, it is taken unless it says that it stands elsewhere.
  return placesOf(addresses).length === 0 || placesOf(page.addresses).length === 0;
}

/** Many pages describe their article twice, and not everywhere with its headline. */
function areOneStory(articles: readonly SpokenOf[]): boolean {
  return new Set(articles.map(({ headline }) => wordsToCompare(headline)).filter((words) => words !== "")).size <= 1;
}

/** Addresses without what differs between the names of one page. The front page of a site is no address of an article. */
function placesOf(addresses: readonly string[]): string[] {
  return addresses.flatMap((address) => {
    if (!URL.canParse(address)) return [];
    const { hostname, pathname, search } = new URL(address);
    const path = `${decoded(pathname).replace(/\/+$/, "")}${search}`;
    return path === "" ? [] : [`${hostname.replace(/^www\./, "")}${path}`];
  });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
