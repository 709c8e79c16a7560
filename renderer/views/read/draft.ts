import type { ArticleView } from "#domain/contract/articles.ts";
import type { SourceMatch } from "#domain/contract/sources.ts";
import { bareClaim } from "#domain/nouns/claim.ts";
import { joinRanges, type TextRange } from "#domain/text/range.ts";
import type { Stance } from "#domain/vocabulary/claims.ts";
import { type TypedFields, typedFrom } from "../../claim/fields.ts";
import { type DraftHop, hopOf } from "../../claim/hops.ts";
import { quoteModeOf, statementFrom } from "../../claim/statement.ts";

/** A claim in the making: it is not in the case until it is saved. */
export interface DraftClaim {
  content: TextRange[];
  cue: TextRange[];
  fields: TypedFields;
  stance: Stance;
  quoteMode: "direct" | "indirect" | "mixed";
  /** Origin first; the article’s own outlet is last. */
  chain: DraftHop[];
}

/** A claim of the selected words, filled with what can be known. */
export function draftFrom(article: ArticleView, range: TextRange, met: readonly SourceMatch[]): DraftClaim {
  const outlet = met.find(({ id }) => id === article.outletId);
  const last = outlet ?? outletOf(article);
  return {
    content: [range],
    cue: [],
    fields: typedFrom(bareClaim(statementFrom([article.text.slice(range.start, range.end)]))),
    stance: "asserts",
    quoteMode: quoteModeOf(article.text, range.start, range.end),
    chain: last ? [hopOf(last)] : [],
  };
}

/** The claim with one more passage; its statement follows while it is still made of the quoted words alone. */
export function withPassage(draft: DraftClaim, text: string, range: TextRange): DraftClaim {
  const quotes = (ranges: readonly TextRange[]) => ranges.map(({ start, end }) => text.slice(start, end));
  const content = joinRanges([...draft.content, range]);
  const isUntouched = draft.fields.statement === statementFrom(quotes(draft.content));
  const statement = isUntouched ? statementFrom(quotes(content)) : draft.fields.statement;
  return { ...draft, content, fields: { ...draft.fields, statement } };
}

function outletOf(article: ArticleView): Pick<SourceMatch, "id" | "name" | "kind" | "grade"> | null {
  return article.outletId && article.outlet
    ? { id: article.outletId, name: article.outlet, kind: "outlet", grade: null }
    : null;
}
