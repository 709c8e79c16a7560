import { readCredits } from "./credits.ts";
import { isNamedOther, regionsOf } from "./html-regions.ts";

/** How many asides and footers are looked at. */
const MOST = 200;

/** The quotation in an aside and the credits in a footer are short; and what has more links than this is a menu. */
const LONGEST = 1_000;
const MOST_LINKS = 2;

/**
 * Takes out of the asides and footers in the article of a page what is of its text: quotations that are set apart, and lines
 * such as “Additional reporting by Jane Doe”. Readability drops all asides and footers, since most hold menus, related
 * stories and forms, and these still go.
 */
export function keepPartsOfText(document: Document): void {
  const { article, isElsewhere } = regionsOf(document);
  if (!article) return;
  const boxes = (name: string) =>
    Array.from(article.getElementsByTagName(name))
      .slice(0, MOST)
      .filter((box) => !isNamedOther(box) && box.parentElement && !isElsewhere(box.parentElement));
  for (const aside of boxes("aside")) {
    moveBefore(aside, aside.getElementsByTagName("blockquote"), () => true);
  }
  for (const footer of boxes("footer")) {
    moveBefore(footer, footer.getElementsByTagName("p"), (words) => readCredits(words) !== null);
  }
}

/** Moves what is of the text out of a box, before it. A box in another one is of that. */
function moveBefore(box: Element, parts: Iterable<Element>, isOfText: (words: string) => boolean): void {
  if (box.parentElement?.closest("aside, footer")) return;
  for (const part of Array.from(parts).slice(0, MOST)) {
    const words = part.textContent?.trim() ?? "";
    const isText = words !== "" && words.length <= LONGEST && part.getElementsByTagName("a").length <= MOST_LINKS;
    if (isText && !part.parentElement?.closest("blockquote") && isOfText(words))
      box.parentNode?.insertBefore(part, box);
  }
}
