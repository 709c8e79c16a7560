/** What a page would cost to read, measured before it is parsed, and the page with its nesting held within bounds. */
export interface MeasuredMarkup {
  markup: string;
  /** How many elements it has. */
  elements: number;
  /** The depth of each element, summed: what an algorithm costs that looks at all ancestors of each element. */
  depths: number;
  /** The characters of text times the depth at which they stand: what it costs to ask each element for its text. */
  weight: number;
  /** Elements of formatting that are left open, which a parser after the standard opens anew in each paragraph. */
  leftOpen: number;
  /** Whether tags were taken out because they lay too deep. Their text stays. */
  isFlattened: boolean;
}

/** The deepest that elements may lie in one another. Browsers stop at 512; articles lie within 60. */
export const DEEPEST_ELEMENT = 200;

const VOID: ReadonlySet<string> = new Set(
  "area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr".split(
    " ",
  ),
);
/** Elements whose content is no markup. */
const RAW: ReadonlySet<string> = new Set(["script", "style", "title", "textarea", "xmp"]);
/** Elements that end with the file, wherever their end tags stand: what follows these is still of the page. */
const ROOTS: ReadonlySet<string> = new Set(["html", "body"]);

const FORMATTING: ReadonlySet<string> = new Set(
  "a b big code em font i nobr s small strike strong tt u span".split(" "),
);
/** Which elements end where another begins, so that a list of unclosed items is no deep nesting. */
const ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...setOf(
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul",
    "p",
  ),
  ...setOf("li", "li"),
  ...setOf("dd dt", "dd dt"),
  ...setOf("tr", "tr th td"),
  ...setOf("th td", "th td"),
  ...setOf("tbody tfoot", "thead tbody"),
  ...setOf("option", "option"),
]);

function setOf(beginning: string, ended: string): [string, ReadonlySet<string>][] {
  const names = new Set(ended.split(" "));
  return beginning.split(" ").map((name) => [name, names]);
}

/** White space that nobody wrote. Parsers of styles go back and forth over it, at a cost of its length squared. */
const LONG_SPACE = /(?<!\s)\s{1000,}/g;

/** A tag, a comment, a declaration or an instruction. Attributes may hold “>” between quotation marks. */
const MARK = /<(?:!--|!\[CDATA\[|[!?]|(\/?)([a-zA-Z][^\s/>]*))/g;

/**
 * Goes through the tags of a page once, without making a tree, so that a page that is made to exhaust a parser is known
 * before it meets one. Tags deeper than `DEEPEST_ELEMENT` are taken out. Costs a few milliseconds a megabyte.
 *
 * In an XML page (XHTML) `<title/>` is an element without content; it is written out as HTML has it, and CDATA as text.
 */
export function measureMarkup(written: string, isXml: boolean): MeasuredMarkup {
  const page = written.replace(LONG_SPACE, (space) => space.slice(0, 100));
  const kept: string[] = [];
  let keptTo = 0;
  const open: string[] = [];
  /** The names of elements too deep that are open, with how many of each. */
  const dropped = new Map<string, number>();
  const formatting = new Map<string, number>();
  const measured = { elements: 0, depths: 0, weight: 0, isFlattened: false };
  const replace = (from: number, to: number, replacement: string) => {
    kept.push(page.slice(keptTo, from), replacement);
    keptTo = to;
  };

  MARK.lastIndex = 0;
  let textFrom = 0;
  for (let mark = MARK.exec(page); mark !== null; mark = MARK.exec(page)) {
    measured.weight += (mark.index - textFrom) * open.length;
    const [begin, slash, tag] = mark;
    if (tag === undefined) {
      const end = endOfOther(page, mark.index, begin);
      if (isXml && begin === "<![CDATA[") replace(mark.index, end, escaped(page.slice(mark.index + 9, end - 3)));
      MARK.lastIndex = textFrom = end;
      continue;
    }
    const end = endOfTag(page, mark.index + begin.length);
    MARK.lastIndex = textFrom = end;
    const name = tag.toLowerCase();
    if (slash === "/") {
      if (ROOTS.has(name)) {
        replace(mark.index, end, "");
        continue;
      }
      const deep = dropped.get(name) ?? 0;
      if (deep > 0) {
        dropped.set(name, deep - 1);
        replace(mark.index, end, "");
      } else {
        close(open, dropped, name);
        if (FORMATTING.has(name)) count(formatting, name, -1);
      }
      continue;
    }
    measured.elements++;
    if (VOID.has(name)) continue;
    if (page[end - 2] === "/" && (isXml || open.includes("svg") || open.includes("math"))) {
      if (isXml) replace(end - 2, end, `></${tag}>`);
      continue;
    }
    const ended = ENDS.get(name);
    while (ended?.has(open.at(-1) ?? "")) open.pop();
    // The parser takes what follows <script/> for markup, though no browser does.
    if (RAW.has(name) && page[end - 2] !== "/") {
      MARK.lastIndex = textFrom = endOfRaw(page, end, name);
      continue;
    }
    if (open.length >= DEEPEST_ELEMENT) {
      dropped.set(name, (dropped.get(name) ?? 0) + 1);
      measured.isFlattened = true;
      // A space, so that words that stood in elements of their own do not run together.
      replace(mark.index, end, " ");
      continue;
    }
    open.push(name);
    measured.depths += open.length;
    if (FORMATTING.has(name)) count(formatting, name, 1);
  }
  let leftOpen = 0;
  for (const left of formatting.values()) leftOpen += Math.max(0, left);
  const markup = keptTo === 0 ? page : `${kept.join("")}${page.slice(keptTo)}`;
  return { markup, leftOpen, ...measured };
}

/** Ends the innermost open element of a name, with all in it; an end tag without a beginning is passed over. */
function close(open: string[], dropped: Map<string, number>, name: string): void {
  const at = open.lastIndexOf(name);
  if (at === -1) return;
  open.length = at;
  dropped.clear();
}

function count(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

/** Where a tag ends whose name ends here: behind its “>”, those in quoted values apart. */
function endOfTag(page: string, from: number): number {
  for (let at = from; at < page.length; at++) {
    const character = page[at];
    if (character === ">") return at + 1;
    if ((character === '"' || character === "'") && followsEquals(page, at, from)) {
      const quoted = page.indexOf(character, at + 1);
      // A value that never ends: its tag does at the next “>”, as its author would have meant it.
      if (quoted !== -1) at = quoted;
    }
  }
  return page.length;
}

/** Whether a quotation mark begins a value: the last thing before it, white space apart, is an equals sign. */
function followsEquals(page: string, at: number, from: number): boolean {
  let before = at - 1;
  while (before > from && /\s/.test(page.charAt(before))) before--;
  return page[before] === "=";
}

function endOfOther(page: string, from: number, begin: string): number {
  const last = begin === "<!--" ? "-->" : begin === "<![CDATA[" ? "]]>" : ">";
  const end = page.indexOf(last, from + (begin === "<!--" ? 2 : begin.length));
  return end === -1 ? page.length : end + last.length;
}

/** Where the content of a script, a style or the like ends: before its end tag. */
function endOfRaw(page: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, "gi");
  end.lastIndex = from;
  const found = end.exec(page);
  return found ? found.index : page.length;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
