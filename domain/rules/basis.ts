import type { Basis } from "../nouns/assessment.ts";
import type { Attribution, Hop } from "../nouns/attribution.ts";
import type { Claim } from "../nouns/claim.ts";
import type { Reliability } from "../vocabulary/admiralty.ts";
import { firstHops, type Lineage } from "./chain.ts";

/** An attribution as far as a verdict rests on it: how it puts the claim, in which words, and its chain from the origin on. */
export interface Ground {
  attribution: Pick<Attribution, "id" | "stance" | "articleId" | "factuality">;
  words: readonly string[];
  hops: readonly Pick<Hop, "sourceId" | "access" | "groupSize">[];
}

/**
 * What a verdict on the claim rests on now. `gradeOf` gives the grade of a source that is in force for everything, or
 * null; `lineage` is how the articles of the attributions came about. Kept with each assessment, and held against the present by `stalenessOf`.
 */
export function basisFrom(
  claim: Claim,
  grounds: readonly Ground[],
  gradeOf: (sourceId: string) => Reliability | null,
  lineage: Lineage,
): Basis {
  const attributions = grounds.map(({ attribution: { id, stance, articleId, factuality }, words, hops }) => ({
    id,
    stance,
    articleId,
    chain: hops.map(({ sourceId }) => sourceId),
    manner: JSON.stringify([factuality, words, hops.map(({ access, groupSize }) => [access, groupSize])]),
  }));
  const sourceIds = [...new Set(attributions.flatMap(({ chain }) => chain))];
  return {
    firstHops: firstHops(attributions, lineage).length,
    proposition: propositionOf(claim),
    attributions: attributions.map(({ articleId: _articleId, ...attribution }) => attribution),
    grades: sourceIds.flatMap((sourceId) => {
      const letter = gradeOf(sourceId);
      return letter ? [{ sourceId, letter }] : [];
    }),
    links: lineage.derivations.map(({ articleId, fromId }) => ({ articleId, fromId })),
  };
}

/** What a claim says, as one value to compare: every field of the proposition, and not who works on it. */
function propositionOf(claim: Claim): string {
  const { id: _id, createdAt: _createdAt, workState: _workState, ...proposition } = claim;
  return JSON.stringify(Object.entries(proposition).sort(([one], [other]) => (one < other ? -1 : 1)));
}
