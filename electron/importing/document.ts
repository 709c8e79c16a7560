import type { StatedField } from "#domain/nouns/article.ts";
import type { Problem } from "#domain/problems.ts";
import type { BlockKind } from "#domain/text/structure.ts";
import type { FieldOrigin } from "#domain/vocabulary/articles.ts";

/** A file on its way in: on disk, or out of another file. Its name leads through what it lay in: “wires.zip › 12.html”. */
export interface IncomingFile {
  name: string;
  /** How its bytes are had; those of a file on disk are read when they are needed. */
  content: { kind: "disk"; path: string; size: number } | { kind: "memory"; bytes: Uint8Array };
  /** What the record of a web archive says of it that it lay in. */
  stated?: StatedByOutside;
  /** The label of the encoding that a header gave for it. */
  declaredEncoding?: string;
}

/** Something a document says of itself, and where it says so. Dates are a `PartialDate` in UTC, as far as they are known. */
export interface Stated {
  value: string;
  from: FieldOrigin;
}
export type StatedFields = Partial<Record<StatedField, Stated>>;

/** What is said of a document by what it lay in. Nothing outside it says who wrote it. */
export type StatedByOutside = Pick<StatedFields, "title" | "url">;

/** A part of a document on its way to the canonical text: one line, or several where its words hold line breaks. */
export interface DraftBlock {
  kind: BlockKind;
  /** Of a heading 1 to 6, the depth of a list or quote from 1; 1 for others. */
  level: number;
  text: string;
  /** The page it stands on, from 1, in originals that have pages. */
  page?: number;
}

/** What a format makes of a file: its text in blocks, in reading order, and what it states of itself. */
export interface ReadDocument {
  blocks: DraftBlock[];
  stated: StatedFields;
  /** Whom the properties of a file name as its author: often who typed or saved it, so that a printed byline goes before it. */
  writer?: string;
  mediaType: string;
  /** The libraries that read it, with their versions, such as “@mozilla/readability 0.6.0”; empty where none did. */
  tool: string;
  /** What the analyst should know of how it was read, as sentences, or null. */
  doubt: string | null;
  /** True where line breaks are the author’s or a typesetter’s, so that headings and credits have to be told from the lines. */
  isPlain: boolean;
}

/**
 * What comes out of a file, one at a time: an article, a file that lies in it, a part that cannot be read, or the columns of a
 * table of which it is not known what they hold.
 */
export type Part =
  | { kind: "columns-left"; name: string; columns: readonly string[] }
  | { kind: "document"; name: string; original: Uint8Array; document: ReadDocument }
  | { kind: "member"; file: IncomingFile }
  | { kind: "failed"; name: string; problem: Problem };

/** What was found out about the columns of a table of articles, or said by the analyst: field → column. */
export type FieldMapping = Partial<Record<StatedField | "text", string>>;

/** What the reading of a file may be told. */
export interface ReadingOptions {
  /** Which column or field of a table holds what; told from their names where it is not given. */
  mapping: FieldMapping | null;
}

/** One format of files, in a file of its own. */
export interface Format {
  name: string;
  /** Whether the first bytes (64 KiB at most) are of this format. The name of the file decides only where bytes cannot. */
  recognises: (head: Uint8Array, name: string) => boolean;
  /** Reads a file. Throws a problem that names the file where nothing of it can be read. */
  read: (file: IncomingFile, options: ReadingOptions) => AsyncGenerator<Part> | Promise<Part[]>;
}
