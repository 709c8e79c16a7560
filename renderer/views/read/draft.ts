import type { ArticleView } from "#domain/contract/articles.ts";
import type { SourceMatch } from "#domain/contract/sources.ts";
import { bareClaim } from "#domain/nouns/claim.ts";
import { joinRanges, type TextRange } from "#domain/text/range.ts";
import type { Stance } from "#domain/vocabulary/claims.ts";
import { type TypedFields, typedFrom } from "../../claim/fields.ts";
import { type DraftHop, hopOf } from "../../claim/hops.ts";
import { quoteModeOf, statementFrom } from "../../claim/statement.ts";
import { type Begun, type StudiedText, studied, WordsElsewhere } from "./chosen-words.ts";

/** A claim in the making: it is not in the case until it is saved. */
export interface DraftClaim extends Begun {
  content: TextRange[];
  cue: TextRange[];
  fields: TypedFields;
  stance: Stance;
  quoteMode: "direct" | "indirect" | "mixed";
  /** Origin first; the article’s own outlet is last. */
  chain: DraftHop[];
}

/** What of an article a claim in it is made from. */
type Marked = Pick<ArticleView, "text" | "textSha256" | "outlet" | "outletId">;

/** A claim of the selected words, filled with what can be known. */
export function draftFrom(article: Marked, range: TextRange, met: readonly SourceMatch[]): DraftClaim {
  const outlet = met.find(({ id }) => id === article.outletId);
  const last = outlet ?? outletOf(article);
  return {
    on: studied(article),
    lost: [],
    content: [range],
    cue: [],
    fields: typedFrom(bareClaim(statementFrom([article.text.slice(range.start, range.end)]))),
    stance: "asserts",
    quoteMode: quoteModeOf(article.text, range.start, range.end),
    chain: last ? [hopOf(last)] : [],
  };
}

/** The claim on the text that is studied now: its words where they stand there. Of words that are lost only their fields stay. */
export function claimOn(draft: DraftClaim, now: StudiedText): DraftClaim {
  if (draft.on.textSha256 === now.textSha256) return draft;
  const words = new WordsElsewhere(draft, now);
  const content = words.find(draft.content);
  const cue = words.find(draft.cue);
  const chain = draft.chain.map((hop) => ({ ...hop, ranges: words.find(hop.ranges) }));
  return { ...draft, on: studied(now), lost: words.lost, content, cue, chain };
}

/** The claim with one more passage; its statement follows while it is still made of the quoted words alone. */
export function withPassage(draft: DraftClaim, text: string, range: TextRange): DraftClaim {
  const quotes = (ranges: readonly TextRange[]) => ranges.map(({ start, end }) => text.slice(start, end));
  const content = joinRanges([...draft.content, range]);
  const isUntouched = draft.fields.statement === statementFrom(quotes(draft.content));
  const statement = isUntouched ? statementFrom(quotes(content)) : draft.fields.statement;
  return { ...draft, content, fields: { ...draft.fields, statement } };
}

function outletOf(article: Marked): Pick<SourceMatch, "id" | "name" | "kind" | "grade"> | null {
  return article.outletId && article.outlet
    ? { id: article.outletId, name: article.outlet, kind: "outlet", grade: null }
    : null;
}
