import type { Stance } from "../vocabulary/claims.ts";
import { STANCES } from "../vocabulary/claims.ts";

/** What the rules need to know of an attribution: its stance, its chain from the origin on, and its article. */
export interface AttributionOutline {
  id: string;
  stance: Stance;
  articleId: string;
  chain: readonly string[];
}

/** Attributions whose stance counts for the claim: asserts, confirms, claims responsibility, blames. */
export function countingFor<Outline extends { stance: Stance }>(attributions: readonly Outline[]): Outline[] {
  return attributions.filter((attribution) => countOf(attribution.stance) === "for");
}

/** Attributions that deny the claim. */
export function countingAgainst<Outline extends { stance: Stance }>(attributions: readonly Outline[]): Outline[] {
  return attributions.filter((attribution) => countOf(attribution.stance) === "against");
}

/**
 * The distinct first hops of the attributions that count for a claim. An article that asserts with no chain at all is
 * its own beginning and stands here under its own id. This is not yet the number of independent origins: it does not
 * see copies, circles or owners.
 */
export function firstHops(attributions: readonly AttributionOutline[]): string[] {
  return [...new Set(countingFor(attributions).map((attribution) => attribution.chain[0] ?? attribution.articleId))];
}

function countOf(stance: Stance): "for" | "against" | "nowhere" {
  return STANCES.find((term) => term.code === stance)?.counts ?? "nowhere";
}
