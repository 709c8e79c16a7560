import type { Article } from "#domain/nouns/article.ts";
import type { Span } from "#domain/nouns/span.ts";
import { Problem } from "#domain/problems.ts";
import { describeRange } from "#domain/text/quote.ts";
import { joinRanges, type TextRange, tidyRange } from "#domain/text/range.ts";
import { shortened } from "#domain/text/shortened.ts";
import { textOf } from "../store/articles.ts";
import type { Transaction } from "../store/journal.ts";
import { rowsWhere } from "../store/tables.ts";
import { newId } from "./ids.ts";

/** What spans are placed for: the article they lie in, what owns them and as what. */
interface Placement {
  article: Pick<Article, "id" | "textSha256" | "title">;
  role: Span["role"];
  ownerId: string;
}

/**
 * Puts spans in the place of those that the owner has in that role. Ranges are widened to whole characters, and those
 * that touch are joined; the words are read from the text.
 */
export function placeSpans(transaction: Transaction, placement: Placement, ranges: readonly TextRange[]): void {
  const { article, role, ownerId } = placement;
  removeSpans(transaction, ownerId, [role]);
  if (ranges.length === 0) return;
  const text = textOf(transaction, article.textSha256);
  const tidied = ranges.map((range) => {
    const tidy = range.end <= text.length ? tidyRange(text, range.start, range.end) : null;
    if (tidy) return tidy;
    throw new Problem(
      "NOT_ALLOWED",
      `“${article.title}” has no words at ${range.start}–${range.end}. Select the passage again.`,
      { field: "ranges" },
    );
  });
  for (const [position, range] of joinRanges(tidied).entries()) {
    transaction.put("span", {
      id: newId(),
      articleId: article.id,
      role,
      ownerId,
      position,
      ...range,
      ...describeRange(text, range),
    });
  }
}

/** Refuses ranges that were chosen in a text which the article has no more: other words stand there now. */
export function refuseOtherText(article: Placement["article"], chosenIn: string | undefined): void {
  if (chosenIn === undefined || chosenIn === article.textSha256) return;
  throw new Problem(
    "CONFLICT",
    `The text of “${shortened(article.title)}” has been exchanged for another one meanwhile. Choose the words again.`,
    {},
  );
}

/** Takes out the spans that an owner has in these roles. */
export function removeSpans(transaction: Transaction, ownerId: string, roles: readonly Span["role"][]): void {
  for (const span of rowsWhere(transaction, "span", "ownerId", ownerId)) {
    if (roles.includes(span.role)) transaction.remove("span", span.id);
  }
}
