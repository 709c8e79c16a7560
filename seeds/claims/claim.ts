import type { AttributionFields } from "#domain/nouns/attribution.ts";
import type { ClaimFields } from "#domain/nouns/claim.ts";
import type { Access } from "#domain/vocabulary/sources.ts";
import type { ArticleKey } from "../articles.ts";
import type { Passage } from "../passages.ts";
import type { SourceKey } from "../sources.ts";

/** Somebody in a chain, how they came by what they say, and the words that name them in the text, if any do. */
export interface DemonstrationHop {
  source: SourceKey;
  access: Access;
  named?: readonly Passage[];
  /** How many people speak as one. */
  people?: number;
}

/** One place where one article puts a claim in somebody’s mouth. */
export interface DemonstrationAttribution extends Omit<AttributionFields, "comment"> {
  article: ArticleKey;
  /**
   * The way the claim travelled, origin first. The article’s outlet is put at its end where it is not there already; an
   * article that asserts and names nobody has an empty chain.
   */
  chain: readonly DemonstrationHop[];
  /** The words that make the claim; several passages where it stands in pieces. */
  content: readonly [Passage, ...Passage[]];
  /** The words that say that somebody says it: “told Northwire”. */
  cue?: readonly Passage[];
  comment?: string;
}

/** A claim with every place where it was found, in the order in which they were tagged. */
export interface DemonstrationClaim extends Partial<ClaimFields> {
  statement: ClaimFields["statement"];
  attributions: readonly [DemonstrationAttribution, ...DemonstrationAttribution[]];
}
