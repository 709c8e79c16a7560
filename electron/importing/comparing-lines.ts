/** The words of a line in small letters with single spaces between them and no marks, so that the same words are equal. */
export function wordsToCompare(line: string): string {
  return line.toLowerCase().normalize("NFKC").replace(MARKS, " ").trim();
}

/** The letters and figures of a line with nothing between them, so that “wire-story” and “wirestory” are equal too. */
export function lettersToCompare(line: string): string {
  return wordsToCompare(line).replaceAll(" ", "");
}

const MARKS = /[^\p{L}\p{M}\p{N}]+/gu;
