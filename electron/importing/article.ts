import type { FieldOrigins, StatedField } from "#domain/nouns/article.ts";
import type { TextStructure } from "#domain/text/structure.ts";

/** The fields of an article that is about to be kept. */
export type ReadFields = Record<Exclude<StatedField, "published" | "language">, string> & {
  published: string | null;
  publishedPrecision: "year" | "month" | "day" | "time" | null;
  language: string | null;
};

/** An article as it comes out of a file, before it is in the case. Plain data, so that it can cross threads. */
export interface ReadArticle {
  name: string;
  original: Uint8Array;
  originalSha256: string;
  /** The canonical text. */
  text: string;
  textSha256: string;
  structure: TextStructure;
  signature: Uint8Array;
  fields: ReadFields;
  fieldOrigins: FieldOrigins;
  mediaType: string;
  tool: string;
  doubt: string | null;
}

/** A file, or a part of one, that could not be read, with the sentence that says why and what to do. */
export interface Unread {
  name: string;
  sentence: string;
  /** True where the analyst would have to say which column holds the text. */
  wantsMapping: boolean;
  /** The stack of a failure that nobody expected, for the log; null for others. */
  defect: string | null;
}
