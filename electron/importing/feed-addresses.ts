import { childrenOf, type FeedElement } from "./feed-elements.ts";

/** Where a feed belongs, by which the relative addresses in it are understood. */
export interface FeedPlace {
  /** The elements around its items, from the outside, each of which may state a base (`xml:base`). */
  around: readonly FeedElement[];
  /** The address of what it is a feed of, as it states it; empty where it states none. */
  home: string;
}

/** Where a feed belongs, told from its channel or its root. */
export function placeOf(root: FeedElement, channel: FeedElement): FeedPlace {
  const links = childrenOf(channel, "link");
  const stated = [alternateOf(links)?.attributes.get("href") ?? "", ...links.map(({ text }) => text)];
  const around = channel === root ? [root] : [root, channel];
  return { around, home: stated.map((address) => address.trim()).find(isAbsolute) ?? "" };
}

/**
 * Where an item leads: to the article itself, and not to what the feed is counted by, where both are said. Links that are relative
 * are resolved where the feed says from where; empty where there is none.
 */
export function addressOf(item: FeedElement, place: FeedPlace): string {
  const links = childrenOf(item, "link");
  const alternate = alternateOf(links);
  const permanent = childrenOf(item, "guid").filter(({ attributes }) => attributes.get("ispermalink") !== "false");
  const candidates = [
    ...childrenOf(item, "feedburner:origlink").map(({ text }) => text),
    alternate?.attributes.get("href") ?? "",
    ...links.map(({ text }) => text),
    ...permanent.map(({ text }) => text),
    item.attributes.get("rdf:about") ?? "",
  ];
  const absolute = candidates.map((address) => address.trim()).find(isAbsolute);
  if (absolute !== undefined) return absolute;
  // Identifiers that are no addresses could be read as relative ones; links are addresses.
  const relative = [
    ...(alternate ? [{ link: alternate, reference: alternate.attributes.get("href") ?? "" }] : []),
    ...links.map((link) => ({ link, reference: link.text })),
  ];
  for (const { link, reference } of relative) {
    const address = resolved(reference.trim(), [...place.around, item, link], place.home);
    if (address !== "") return address;
  }
  return "";
}

const alternateOf = (links: readonly FeedElement[]) =>
  links.find(({ attributes }) => /^(alternate)?$/.test(attributes.get("rel") ?? "") && attributes.has("href"));

const isAbsolute = (address: string) => /^https?:\/\//i.test(address);

/** No address is longer; what is, is data. */
const LONGEST_REFERENCE = 2_000;

/**
 * A relative reference as an address, by the bases that the elements around it state, or else by the home of the feed: a path
 * from its root always, another only where the home is a folder, since nothing says where the feed itself lies. Empty where
 * it cannot be resolved, or would lead to the home and to no article.
 */
function resolved(reference: string, around: readonly FeedElement[], home: string): string {
  if (reference === "" || reference.length > LONGEST_REFERENCE) return "";
  // Addresses of mail and the like are not relative; what begins with “#” is a place in a page.
  if (/^[a-z][a-z0-9+.-]*:/i.test(reference) || /^#|\s/.test(reference)) return "";
  const bases = around.flatMap(({ attributes }) => attributes.get("xml:base")?.trim() || []);
  const base = bases.reduce((outer, inner) => joined(inner, outer), home);
  const canJoin = bases.length > 0 || reference.startsWith("/") || /^https?:\/\/[^/]+(?:\/(?:.*\/)?)?$/i.test(home);
  const address = canJoin ? joined(reference, base) : "";
  return isHomePage(address) || [base, home].some((other) => isSamePage(address, other)) ? "" : address;
}

function joined(reference: string, base: string): string {
  const address = URL.parse(reference, base === "" ? undefined : base);
  return address && isAbsolute(address.href) ? address.href : "";
}

function isHomePage(address: string): boolean {
  const parsed = URL.parse(address);
  return parsed?.pathname === "/" && parsed.search === "";
}

function isSamePage(one: string, other: string): boolean {
  const page = (address: string) => URL.parse(address)?.href.replace(/#.*$/, "").replace(/\/$/, "");
  return page(one) !== undefined && page(one) === page(other);
}
