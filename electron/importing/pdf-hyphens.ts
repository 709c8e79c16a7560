/** A word that ends a line with a hyphen, and the word that goes on with it. */
const BROKEN = /(?<![\p{L}\p{M}\p{N}'’\-‐])([\p{L}\p{M}\p{N}'’\-‐]*[\p{L}\p{M}\p{N}])([-‐\u00AD])$/u;
const GOING_ON = /^[\p{L}\p{M}\p{N}'’]+/u;

/** What stands before a hyphen that is always written. */
const PREFIXES =
  /^(self|ex|non|vice|anti|pro|semi|mid|quasi|all|après|demi|mi|sous|franco|peut|vis|quelques|lui|elle|eux|elles)$/i;

/** The scripts that part no words by spaces. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303F\uFF00-\uFFEF]/u;

/** From which share of lines on that end in a hyphen before a small letter words are taken to be broken in a document. */
const BREAKS_WORDS = 0.02;

/**
 * Joins the lines of paragraphs. A hyphen at the end of a line is either the typesetter’s, and goes, or the author’s, and
 * stays:
 *
 * 1. a soft hyphen goes;
 * 2. before a capital or a figure, after a figure, after a word that has another hyphen (“door-to-”) or takes one always
 *    (“self-”), and inside an address, it stays;
 * 3. where the document has the word elsewhere, unbroken, it is written as it is there;
 * 4. else it goes if the document breaks words at all, which shows in how many of its lines end so; programs that break
 *    none leave only hyphens of the author’s at the ends of lines.
 */
export class LineJoiner {
  readonly #words = new Set<string>();
  readonly #breaksWords: boolean;

  /** Takes all lines of the document, from which it learns its words. */
  constructor(lines: readonly string[]) {
    let broken = 0;
    for (const [index, line] of lines.entries()) {
      const words = line.match(/[\p{L}\p{M}\p{N}'’]+(?:[-‐][\p{L}\p{M}\p{N}'’]+)*[-‐]?/gu) ?? [];
      for (const word of words) if (!/[-‐]$/.test(word)) this.#words.add(word.toLowerCase());
      if (BROKEN.test(line) && /^\p{Ll}/u.test(lines[index + 1] ?? "")) broken++;
    }
    this.#breaksWords = broken >= BREAKS_WORDS * lines.length;
  }

  /** The lines of one paragraph as its text. */
  join(lines: readonly string[]): string {
    let text = "";
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1];
      text += next === undefined ? line : this.#endOf(line, next);
    }
    return text;
  }

  /** A line as it stands before the next: without its hyphen, or with a space, or as it is. */
  #endOf(before: string, after: string): string {
    const [, start = "", hyphen = ""] = BROKEN.exec(before) ?? [];
    const going = GOING_ON.exec(after)?.[0] ?? "";
    if (hyphen !== "" && going !== "") {
      return this.#isAuthors(before, start, hyphen, going) ? before : before.slice(0, -1);
    }
    const last = before.at(-1) ?? "";
    const first = after.at(0) ?? "";
    const touches = WITHOUT_SPACES.test(last) && WITHOUT_SPACES.test(first);
    return touches ? before : `${before} `;
  }

  #isAuthors(before: string, start: string, hyphen: string, going: string): boolean {
    if (hyphen === "\u00AD") return false;
    if (/^[\p{Lu}\p{N}]/u.test(going) || /\p{N}$/u.test(start)) return true;
    if (/[-‐]/.test(start) || PREFIXES.test(start)) return true;
    if (/(:\/\/|www\.)\S*$/.test(before)) return true;
    if (this.#words.has((start + going).toLowerCase())) return false;
    if (this.#words.has(`${start}-${going}`.toLowerCase())) return true;
    return !this.#breaksWords;
  }
}
