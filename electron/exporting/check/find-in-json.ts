import type { Article } from "#domain/nouns/article.ts";
import type { Span } from "#domain/nouns/span.ts";
import { caseJsonOf } from "../json/read-case-json.ts";
import type { Found } from "./found.ts";

/**
 * Finds passages and texts in a case that was exported as JSON, some at a time. Throws a problem where it cannot be read as
 * one, or where a text in it is not what its hash says.
 */
export function* findInJson(chunks: () => Iterable<Uint8Array | string>, name: string): Generator<null, Found> {
  const articles = new Map<string, Article>();
  const texts = new Set<string>();
  const spans: Span[] = [];
  for (const content of caseJsonOf(chunks, name).contents()) {
    if (content === null) {
      yield null;
      continue;
    }
    if (content.kind === "text") texts.add(content.sha256);
    if (content.kind !== "row") continue;
    if (content.table === "article") articles.set(content.row.id, content.row);
    if (content.table === "span") spans.push(content.row);
  }
  return {
    passages: spans.map((span) => ({
      spanId: span.id,
      articleId: span.articleId,
      start: span.start,
      end: span.end,
      textSha256: articles.get(span.articleId)?.textSha256 ?? "",
      quote: span.exact,
    })),
    texts: [...articles.values()].map(({ id, textSha256 }) => ({
      articleId: id,
      textSha256,
      text: texts.has(textSha256) ? null : "",
      marks: [],
      drawn: [],
    })),
    hashes: [],
  };
}
