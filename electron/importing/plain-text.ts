import type { ArticleFields } from "#domain/contract/articles.ts";
import { Problem } from "#domain/problems.ts";
import { canonicalText } from "#domain/text/canonical.ts";
import { readDateline } from "./dateline.ts";
import { decodeText } from "./decoding.ts";

/** An article as it comes out of a file, before it is in the case. */
export interface ImportedArticle {
  text: string;
  fields: ArticleFields;
  mediaType: string;
  /** What the analyst should know of how it was read, or null. */
  doubt: string | null;
}

/** The largest file that is read as one article, in bytes. */
const LARGEST_TEXT = 64 * 1024 * 1024;

/** The longest first line that is taken for a title, and the length to which a first sentence is cut for one. */
const TITLE_LENGTH = 160;
const SENTENCE_LENGTH = 110;

/** Reads a file of plain text or Markdown. Throws a problem that names the file where it holds no text. */
export function readPlainText(name: string, bytes: Uint8Array): ImportedArticle {
  refuseTooLarge(name, bytes.length);
  const { text: decoded, doubt } = decodeText(name, bytes);
  const text = canonicalText(decoded);
  if (text.trim() === "") {
    throw new Problem("UNREADABLE_FILE", `“${name}” is empty: there is no text in it.`, { name });
  }
  return {
    text,
    fields: fieldsOf(text),
    mediaType: /\.(md|markdown)$/i.test(name) ? "text/markdown" : "text/plain",
    doubt,
  };
}

/** Refuses a file that is too large for one article, before it is read where its size is known. */
export function refuseTooLarge(name: string, size: number): void {
  if (size <= LARGEST_TEXT) return;
  const megabytes = Math.round(size / 1024 / 1024);
  throw new Problem(
    "UNREADABLE_FILE",
    `“${name}” is too large for one article: ${megabytes} MB, and 64 MB are the most. Cut it into parts.`,
    { name },
  );
}

/** What a text says of itself: its title, and the place and agency of its dateline. */
export function fieldsOf(text: string): ArticleFields {
  const [first = "", second = ""] = text.split("\n", 12).filter((line) => line.trim() !== "");
  const ownTitle = first.length <= TITLE_LENGTH && second !== "" && !/[.!…»”"]$/.test(first) && !readDateline(first);
  const dateline = readDateline(ownTitle ? second : first);
  return {
    title: ownTitle
      ? first.replace(/^#+\s*/, "").trim()
      : firstSentence(dateline ? first.slice(dateline.length) : first),
    outlet: dateline?.agency ?? "",
    byline: "",
    credits: "",
    dateline: dateline?.place ?? "",
    url: "",
    published: null,
    publishedPrecision: null,
    language: null,
  };
}

function firstSentence(line: string): string {
  const sentence = /^.*?[.!?؟。](?=\s|$)/u.exec(line)?.[0] ?? line;
  // A text may be one line of many megabytes; a sentence is cut before it is taken apart.
  const characters = Array.from(
    sentence
      .trim()
      .slice(0, 3 * SENTENCE_LENGTH)
      .toWellFormed(),
  );
  if (characters.length <= SENTENCE_LENGTH) return characters.join("");
  const cut = characters.slice(0, SENTENCE_LENGTH).join("");
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 40))}…`;
}
