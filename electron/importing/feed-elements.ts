import { SaxesParser } from "saxes";

/** An element of a feed with what is in it. Names are in small letters, with their prefixes. */
export interface FeedElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** Its own text, entities and CDATA resolved; entities that are not known stand as they were written. */
  text: string;
  children: FeedElement[];
  /** What stands between its tags, as it was written. */
  inner: string;
}

/** The elements of a feed: its root without the items, and the items by themselves, each with its own XML. */
export interface FeedElements {
  root: FeedElement;
  items: { element: FeedElement; xml: string }[];
  /** Whether the feed ended in the midst of an item. */
  isCutOff: boolean;
}

/** Elements that lie deeper in one another are markup of a text, of which only what was written is needed. */
const DEEPEST = 32;

const ITEM = /^(item|entry)$/;

/**
 * Ampersands and angle brackets that begin nothing, which programs forget to write as entities. Each stands as a character
 * that no text has while the feed is parsed, so that all places in it stay; the parser would read on to the next “;”.
 */
const BARE_AMPERSAND = /&(?!#\d{1,7};|#x[\da-f]{1,6};|[a-z]\w{1,30};)/gi;
const BARE_BRACKET = /<(?![a-z_/!?])/gi;
const [AMPERSAND, BRACKET] = ["\uFDD0", "\uFDD1"];

/**
 * Reads the elements of a feed, well-formed or not: what a parser of XML objects to is passed over, since feeds are written by
 * all kinds of programs. Nothing outside the feed is fetched, and entities that it declares itself are never expanded.
 */
export function readFeedElements(xml: string): FeedElements {
  const root = elementOf("", new Map());
  const items: FeedElements["items"] = [];
  const open: { element: FeedElement; start: number; innerStart: number }[] = [];
  let depth = 0;
  let prefix = "";
  const parser = new SaxesParser({ position: true });
  parser.on("error", () => undefined);
  parser.on("opentag", ({ name: written, attributes }) => {
    depth++;
    if (depth > DEEPEST) return;
    // Where all of Atom is written with a prefix, it is left out.
    if (depth === 1 && /^[^:]+:feed$/i.test(written)) prefix = written.slice(0, -"feed".length).toLowerCase();
    const name = written.toLowerCase();
    const element = elementOf(
      prefix !== "" && name.startsWith(prefix) ? name.slice(prefix.length) : name,
      new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value.replaceAll(AMPERSAND, "&")])),
    );
    (open.at(-1)?.element ?? root).children.push(element);
    const start = Math.max(0, xml.lastIndexOf(`<${written}`, parser.position - 1));
    open.push({ element, start, innerStart: parser.position });
  });
  parser.on("closetag", ({ isSelfClosing }) => {
    depth--;
    if (depth >= DEEPEST) return;
    const closed = open.pop();
    if (!closed) return;
    const { element, start, innerStart } = closed;
    const end = parser.position;
    if (!isSelfClosing) element.inner = xml.slice(innerStart, Math.max(innerStart, xml.lastIndexOf("</", end - 1)));
    if (!ITEM.test(element.name) || open.some(({ element: outer }) => ITEM.test(outer.name))) return;
    items.push({ element, xml: xml.slice(start, end) });
    // Items are held once, and not in what they lie in.
    (open.at(-1)?.element ?? root).children.pop();
  });
  const take = (text: string) => {
    const inner = open.at(-1);
    if (inner) inner.element.text += text.replaceAll(AMPERSAND, "&").replaceAll(BRACKET, "<");
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.write(xml.replace(BARE_AMPERSAND, AMPERSAND).replace(BARE_BRACKET, BRACKET));
  const isCutOff = open.some(({ element }) => ITEM.test(element.name));
  return { root: root.children[0] ?? root, items, isCutOff };
}

function elementOf(name: string, attributes: ReadonlyMap<string, string>): FeedElement {
  return { name, attributes, text: "", children: [], inner: "" };
}

/** What an element says: its text, or where there is markup in it, that as it was written. Empty where there is no element. */
export function contentOf(element: FeedElement | undefined): string {
  if (!element) return "";
  return (element.children.length > 0 ? element.inner : element.text).trim();
}

/** The children with one of these names, those of the first name first. */
export function childrenOf({ children }: FeedElement, ...names: string[]): FeedElement[] {
  return names.flatMap((name) => children.filter((child) => child.name === name));
}
