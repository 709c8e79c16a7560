/** Where in a page its article is, to tell what is said of it from what is said of others. */
export interface PageRegions {
  /** The heading of level 1 that the page shows, where it has one that is no name of a site. */
  heading: Element | null;
  /** The `<article>` that is the page’s own, where that can be told. */
  article: Element | null;
  /** Whether an element stands in something else than the article: a comment, a related story, a picture, a menu. */
  isElsewhere: (element: Element) => boolean;
}

/** How many headings and articles are looked at. */
const MOST_HEADINGS = 20;
const MOST_ARTICLES = 50;

/** Elements that hold what is not of the article. What is quoted in it, such as a message, has its own author and date. */
const ELSEWHERE: ReadonlySet<string> = new Set(["aside", "nav", "figure", "blockquote", "dialog"]);

/** Kinds of things in microdata that are no article and have authors and dates of their own. */
const OTHER_THINGS = /(?:Comments?|Review|ImageObject|VideoObject|AudioObject|Event)\s*$/i;

/** Classes and names by which pages call comments, related stories and columns at the side. */
const OTHER_NAMES =
  /^(?:(?:post|article|entry|user|story|page)[-_]?)?(?:(?:comments?|respond|replies|disqus|related|recommend\w*|most[-_]?(?:read|popular|viewed|commented)|read[-_]?(?:more|next|also)|also[-_]?read|see[-_]?also|more[-_]?(?:news|stories|articles))(?:$|[-_])|(?:popular|trending|sidebar|aside|teasers?|promos?|cards?|widget)$)/i;

/** Tells where in a page its article is: around its heading, or else the only `<article>`, or one that holds most of the text. */
export function regionsOf(document: Document): PageRegions {
  const heading = headingOf(document);
  const around = new Set<Node>();
  const article = heading?.closest("article") ?? longestArticle(document);
  for (const element of [heading, article]) {
    for (let node: Node | null = element; node; node = node.parentNode) around.add(node);
  }
  return { heading, article, isElsewhere: (element) => isElsewhere(element, article, around) };
}

/** The first heading of level 1; one that is nothing but a link is the name of the site. */
function headingOf(document: Document): Element | null {
  for (const heading of Array.from(document.getElementsByTagName("h1")).slice(0, MOST_HEADINGS)) {
    const link = heading.getElementsByTagName("a")[0];
    const isHome = link !== undefined && /^(?:https?:\/\/[^/]+)?\/?$/i.test(link.getAttribute("href") ?? "x");
    if (!isHome && /\S/.test(heading.textContent ?? "") && !heading.closest("aside, nav")) return heading;
  }
  return null;
}

function longestArticle(document: Document): Element | null {
  const lengths = Array.from(document.getElementsByTagName("article"))
    .slice(0, MOST_ARTICLES)
    .filter((article) => !isElsewhere(article, article, new Set()))
    .map((article) => ({ article, length: article.textContent?.length ?? 0 }));
  const outer = lengths.filter(({ article }) => !article.parentElement?.closest("article"));
  const whole = outer.reduce((sum, { length }) => sum + length, 0);
  if (outer.length === 1) return outer[0]?.article ?? null;
  return outer.find(({ length }) => 2 * length > whole)?.article ?? null;
}

function isElsewhere(element: Element, article: Element | null, around: ReadonlySet<Node>): boolean {
  for (let box: Element | null = element; box; box = box.parentElement) {
    if (around.has(box)) return false;
    const name = box.localName.toLowerCase();
    if (name === "body" || name === "html") return false;
    if (ELSEWHERE.has(name) || isNamedOther(box) || OTHER_THINGS.test(box.getAttribute("itemtype") ?? "")) return true;
    if (name === "footer" && !box.closest("article")) return true;
    // Comments and the cards of other stories are articles, too.
    if (name === "article" && box !== article && (article !== null || box.parentElement?.closest("article")))
      return true;
  }
  return false;
}

/** Whether an element is called by what is not of the article, such as comments or related stories. */
export function isNamedOther(box: Element): boolean {
  const names = `${box.getAttribute("class") ?? ""} ${box.getAttribute("id") ?? ""}`.slice(0, 1_000);
  return names.split(/\s+/).some((name) => OTHER_NAMES.test(name));
}
