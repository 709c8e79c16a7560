/** The longest name of a file that is kept, with its way through folders, in UTF-16 code units. */
const LONGEST = 2_000;

/** What stands for a name in which nothing is left that can be shown. */
const NAMELESS = "file without a name";

/**
 * The name of a file as one line that can be kept and sent: it may hold whatever a system allows, also line breaks and what is
 * no text. Of a long one its end is kept, where its kind stands.
 */
export function usableFileName(name: string): string {
  const line = name
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(-LONGEST)
    .toWellFormed()
    .trim();
  return line === "" ? NAMELESS : line;
}
