/** A word, or a single mark or letter that stands for itself, and the white space behind it, as UTF-16 offsets. */
export interface Token {
  start: number;
  /** Where the word ends and its white space begins. */
  wordEnd: number;
  end: number;
  /** The same number for the same word, and for the same white space, in all texts that are compared. */
  word: number;
  space: number;
}

/**
 * Scripts without spaces between words are taken letter by letter, so that a difference is not a whole sentence. White
 * space at the start of a text is a token without a word.
 */
const TOKEN =
  /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}])+|[^\s\p{L}\p{N}])?(\s*)/gu;

/** Cuts texts into tokens that follow one another without a gap. The words of all texts are numbered together. */
export function tokensOf(texts: readonly string[]): Token[][] {
  const numbers = new Map<string, number>();
  const numberOf = (words: string): number => {
    const known = numbers.get(words);
    if (known !== undefined) return known;
    numbers.set(words, numbers.size);
    return numbers.size - 1;
  };
  return texts.map((text) => {
    const tokens: Token[] = [];
    for (const match of text.matchAll(TOKEN)) {
      const [whole, space = ""] = match;
      if (whole === "") continue;
      const end = match.index + whole.length;
      const wordEnd = end - space.length;
      const word = numberOf(text.slice(match.index, wordEnd));
      tokens.push({ start: match.index, wordEnd, end, word, space: numberOf(space) });
    }
    return tokens;
  });
}
