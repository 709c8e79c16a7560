import { searchWords } from "./form.ts";

/**
 * A question for all the words that a person typed where no question is expected, each as a beginning: whatever stands
 * between them has no meaning. Empty where there are none.
 */
export function allWords(typed: string): string {
  return searchWords(typed)
    .map((word) => `"${word}"*`)
    .join(" ");
}
