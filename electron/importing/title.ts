/** The longest first line that is taken for a title, and the length to which a first sentence is cut for one. */
const TITLE_LENGTH = 160;
const SENTENCE_LENGTH = 110;

/** Whether a line at the head of a text reads as its title: short, and no sentence. */
export function isTitleLine(line: string): boolean {
  return line.length <= TITLE_LENGTH && !line.includes("\n") && !/[.!…»”"。؟]\s*$/.test(line);
}

/** The first sentence of a text, cut at a word where it is long, to stand for the title that it has not. */
export function firstSentence(text: string): string {
  // A text may be one line of many megabytes; its beginning is enough.
  const line = text.slice(0, 3 * SENTENCE_LENGTH).toWellFormed();
  const sentence = /^.*?[.!?؟。](?=\s|$)/u.exec(line)?.[0] ?? line.split("\n", 1)[0] ?? "";
  const characters = Array.from(sentence.trim());
  if (characters.length <= SENTENCE_LENGTH) return characters.join("");
  const cut = characters.slice(0, SENTENCE_LENGTH).join("");
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 40))}…`;
}
