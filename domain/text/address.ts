/** Parameters that say how a reader came to a page, and not which page it is. */
const OF_THE_WAY =
  /^(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_ga|_gl|mkt_tok|ref_src|ref_url|cmpid|ocid|xtor|at_medium|at_campaign|smid|smtyp)$/i;

/** Fragments that lead to a place on a page, and are no part of which page it is. */
const OF_ANY_PAGE = /^#?(?:top|content|main|page|article|comments?|respond|share|:~:.*)?$/i;

/**
 * An address in the form in which two addresses of one page are the same: the scheme and the host in lower case and the
 * host in ASCII, no default port, no user and password, no parameters that only tell of the way (`utm_source`, `fbclid` and the like), the others in
 * their order, no slash at the end of the path, and no fragment that names a part of every page (`#top`, `#comments`); others
 * stay, since some sites tell their articles by them. Anything that is no address of
 * the web is given back as it stands, without white space around it.
 */
export function normalAddress(address: string): string {
  const trimmed = address.trim();
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return trimmed;
  const url = new URL(trimmed);
  if (OF_ANY_PAGE.test(url.hash)) url.hash = "";
  url.username = "";
  url.password = "";
  url.search = url.search
    .replace(/^\?/, "")
    .split("&")
    .filter((parameter) => parameter !== "" && !OF_THE_WAY.test(parameter.split("=")[0] ?? ""))
    .join("&");
  url.pathname = url.pathname.replace(/\/+$/, "");
  const normal = url.href;
  // A path cannot be empty; before a question mark or at the end the slash of the root goes too.
  return url.pathname === "/" ? normal.replace(/^([^/]+\/\/[^/]+)\//, "$1") : normal;
}

/** Whether an address is that of a whole site: pages often give it as theirs, so that it tells none of them. */
export function isFrontPage(address: string): boolean {
  const url = URL.parse(address.trim());
  return url !== null && /^\/?$/.test(url.pathname) && url.search === "" && url.hash === "";
}

/** Whether two addresses are those of one page. Empty ones are not. */
export function sameAddress(one: string, other: string): boolean {
  const normal = normalAddress(one);
  return normal !== "" && normal === normalAddress(other);
}
