import { writerOfProperties } from "./properties.ts";

/** What stands between a headline and the name of its site in a title. Dashes also stand inside headlines. */
const BARS = /\s*(?:[|│｜»·•]|::|‹)\s*/;
const DASHES = /\s+[-–—−:]\s+|\s*[_—]\s*/;

/** The name of a site is at most this long, in characters. */
const LONGEST_SITE = 48;

/**
 * A title without the name of its site: “Forty killed at the border | The Example” is “Forty killed at the border”. A part
 * at either end goes where it is the name of the site or its address, or where the heading of the page is the rest of it.
 * Behind a bar a short part goes too, whatever it is; behind a dash it could be half of the headline, and stays.
 */
export function withoutSiteName(title: string, site: { name: string; host: string; heading: string }): string {
  const heading = folded(site.heading);
  if (heading !== "" && folded(title).includes(heading) && heading.length >= 0.3 * title.length) {
    return isPartOf(title, site.heading) ? site.heading : title;
  }
  for (const [mark, isBar] of [
    [BARS, true],
    [DASHES, false],
  ] as const) {
    const parts = title.split(mark);
    const [first = "", last = ""] = [parts[0], parts.at(-1)];
    if (parts.length < 2) continue;
    if (isSite(last, site) || (isBar && isShortTail(last, title))) {
      const rest = title.slice(0, title.length - last.length).replace(TRAILING, "");
      return withoutSiteName(rest, { ...site, heading: "" });
    }
    if (isSite(first, site)) return title.slice(first.length).replace(LEADING, "");
  }
  return title;
}

const TRAILING = /[\s|│｜»·•‹:_—–−-]+$/;
const LEADING = /^[\s|│｜»·•‹:_—–−-]+/;

/** Whether the heading is one end of the title, so that what is left of it is the site’s. */
function isPartOf(title: string, heading: string): boolean {
  const whole = folded(title);
  const part = folded(heading);
  return whole === part || whole.startsWith(part) || whole.endsWith(part);
}

function isSite(part: string, { name, host }: { name: string; host: string }): boolean {
  const letters = bareLetters(part);
  if (letters === "") return false;
  const domain = host.replace(/^www\./, "");
  return (
    letters === bareLetters(name) ||
    letters === bareLetters(domain) ||
    letters === bareLetters(domain.replace(/\.[^.]*$/, ""))
  );
}

function isShortTail(part: string, title: string): boolean {
  return part.length > 0 && part.length <= LONGEST_SITE && part.length < 0.5 * title.length;
}

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
const bareLetters = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .replace(/^the/, "");

/**
 * The names in a byline: “By Jane Doe” is “Jane Doe”, also as French, Spanish, Arabic and other papers write it. Empty for
 * an address of a page or a social account, which names nobody.
 */
export function bareByline(written: string): string {
  const names = written.replace(BYLINE, "").trim();
  return /^(?:https?:)?\/\/|^www\.|^@\w+$/i.test(names) ? "" : names;
}

const BYLINE =
  /^\s*(?:(?:(?:written|reported|posted|published)\s+)?by\b:?|par\b:?|por\b:?|author\b:|auteur\b:|autor\b:|автор:|текст:|بقلم\s*[:/]?|كتبه?\s*[:/]|الكاتب\s*:|作者\s*[:：]|记者\s*[:：]?|文\s*[/／:：])\s*/i;

/** Whether a name in a byline is that of a person, a group or an agency, and not of a program, an account or a role. */
export function namesWriter(name: string): boolean {
  const line = name.trim();
  // A stroke parts a name from an agency, and an at sign from an account: “Jane Doe/AFP”, “Jane Doe @jane”.
  const words = line.replace(/(\p{L}\p{M}*\s*)[/\\](?=\s*\p{L})|(?<=\s)@/gu, "$1 ");
  const isAccount = /\p{L}{2}/u.test(line) && writerOfProperties(words) === null;
  return line !== "" && !isAccount && !NO_WRITER.test(line);
}

const NO_WRITER =
  /^(?:(?:(?:site|web|blog|super|system|wp)[ -]?)?(?:admin(?:istrator)?s?|master|editors?|user|manager|team)|(?:the )?(?:editor|publisher|moderator|contributor|author)s?|administrateur|administrador|amministratore|webmestre|redakteur|админ(?:истратор)?|المدير|مدير الموقع|admin[ -]?\d+|wordpress(?:[. ]?(?:com|org|admin))?|drupal|joomla!?|blogger|wix|squarespace|ghost|typo3|frontpage|dreamweaver|(?:microsoft|libre|open)[ -]?office|none|null|undefined|n\/a|default|test)$/iu;
