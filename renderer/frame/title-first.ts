import { searchWords } from "#domain/search/form.ts";

/**
 * Puts those first whose title holds the typed words in a row, the last as a beginning; then those whose title holds all of
 * them somewhere; the others keep their order, as do equals.
 */
export function titleFirst<Titled>(
  found: readonly Titled[],
  titleOf: (one: Titled) => string,
  typed: string,
): Titled[] {
  const wanted = searchWords(typed);
  const rank = (one: Titled) => {
    const words = searchWords(titleOf(one));
    if (` ${words.join(" ")}`.includes(` ${wanted.join(" ")}`)) return 0;
    return wanted.every((want) => words.some((word) => word.startsWith(want))) ? 1 : 2;
  };
  return found.toSorted((one, other) => rank(one) - rank(other));
}
