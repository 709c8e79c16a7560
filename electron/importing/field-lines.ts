/** The longest that a field can be, in UTF-16 code units. What a document states is anybody’s. */
export const LONGEST_FIELD = 2_000;

/** What is stated as it can stand in a field: one line with single spaces, in NFC, of no more than a field holds. */
export function lineOf(value: string): string {
  if (value === "") return "";
  return value
    .slice(0, 4 * LONGEST_FIELD)
    .toWellFormed()
    .replace(SPACES, " ")
    .normalize("NFC")
    .trim()
    .slice(0, LONGEST_FIELD)
    .toWellFormed()
    .trimEnd();
}

/** Control characters are space too: none may stand in a field. */
const SPACES = /[\s\p{Cc}]+/gu;
