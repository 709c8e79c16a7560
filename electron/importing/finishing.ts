import { hash } from "node:crypto";
import { signatureOf } from "#domain/likeness/signature.ts";
import { type FieldOrigins, STATED_FIELDS, type StatedField } from "#domain/nouns/article.ts";
import { PartialDate } from "#domain/nouns/common.ts";
import { Problem } from "#domain/problems.ts";
import { precisionOf } from "#domain/rules/precision.ts";
import type { ReadArticle, ReadFields } from "./article.ts";
import { bylineDoubt } from "./byline-doubt.ts";
import { datelineDoubt } from "./dateline-doubt.ts";
import type { ReadDocument, Stated, StatedByOutside, StatedFields } from "./document.ts";
import { lineOf } from "./field-lines.ts";
import { joinBlocks } from "./joining.ts";
import { languageOf } from "./language.ts";
import { type OwnWords, readOwnWords } from "./own-words.ts";

/**
 * Makes the article of a document that was read: the canonical text with its structure, the hashes of text and original
 * bytes, the signature by which copies are found, and the fields with where each was read.
 *
 * What the document states goes before what the `outside` states of it, but for the address, which the outside knows
 * better; then comes what is read from the text, and last whom the properties of a file name as its author. The language
 * is told from the letters and words where none is stated, or one that cannot be.
 *
 * Throws a problem that names the file where there is no text.
 */
export function finishArticle(
  name: string,
  original: Uint8Array,
  document: ReadDocument,
  outside: StatedByOutside = {},
): ReadArticle {
  const own = readOwnWords(document);
  const { text, structure } = joinBlocks(own.blocks);
  if (text === "") throw new Problem("UNREADABLE_FILE", `“${name}” is empty: there is no text in it.`, { name });

  const stated: StatedFields = {
    ...readable(byProperties(document)),
    ...readable(own.stated),
    ...readable(outside),
    ...readable(document.stated),
  };
  const address = readable({ ...document.stated, ...outside }).url;
  if (address) stated.url = address;
  const language = languageOf(text, stated.language ?? null);
  if (language) stated.language = language;
  else delete stated.language;

  return {
    name,
    original,
    originalSha256: hash("sha256", original, "hex"),
    text,
    textSha256: hash("sha256", text, "hex"),
    structure,
    signature: signatureOf(text),
    ...fieldsOf(stated),
    mediaType: document.mediaType,
    tool: document.tool,
    doubt: doubtOf(document, own, stated),
  };
}

function byProperties({ writer }: ReadDocument): StatedFields {
  return writer === undefined ? {} : { byline: { value: writer, from: "document" } };
}

/** What the analyst should know: of how the document was read, of its date where that was read from the text, of its byline. */
function doubtOf(
  { doubt, writer = "" }: ReadDocument,
  { doubts, datelineDate }: OwnWords,
  { published, byline }: StatedFields,
): string | null {
  const disagreement = datelineDoubt(datelineDate, published?.value ?? null);
  const writers = byline?.from === "text" ? bylineDoubt(byline.value, lineOf(writer)) : null;
  const sentences = [
    ...(doubt === null ? [] : [doubt]),
    ...(published?.from === "text" ? doubts : []),
    ...(disagreement === null ? [] : [disagreement]),
    ...(writers === null ? [] : [writers]),
  ];
  return sentences.length === 0 ? null : sentences.join(" ");
}

function fieldsOf(stated: StatedFields): { fields: ReadFields; fieldOrigins: FieldOrigins } {
  const fieldOrigins: FieldOrigins = {};
  for (const field of STATED_FIELDS) {
    const origin = stated[field]?.from;
    if (origin) fieldOrigins[field] = origin;
  }
  const said = (field: StatedField) => stated[field]?.value ?? "";
  const published = stated.published?.value ?? null;
  return {
    fields: {
      title: said("title"),
      outlet: said("outlet"),
      byline: said("byline"),
      dateline: said("dateline"),
      url: said("url"),
      credits: said("credits"),
      published,
      publishedPrecision: precisionOf(published),
      language: stated.language?.value ?? null,
    },
    fieldOrigins,
  };
}

/** What of that which is stated can stand in a field: as one line, not empty; a date only where it is one. */
function readable(stated: StatedFields): StatedFields {
  const kept: StatedFields = {};
  for (const field of STATED_FIELDS) {
    const { value, from } = stated[field] ?? NOTHING;
    const line = lineOf(value);
    if (line !== "" && (field !== "published" || PartialDate.safeParse(line).success))
      kept[field] = { value: line, from };
  }
  return kept;
}

const NOTHING: Stated = { value: "", from: "document" };
