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
 * How the articles of a claim came about, as far as the counting of origins needs to know: which was made from which, by
 * what was decided (“unrelated” is no making), and the outlet of each article named.
 */
export interface Lineage {
  derivations: readonly { articleId: string; fromId: string }[];
  outletOf: (articleId: string) => string | null;
}

/** Articles of which nothing is known but that they are there. */
const NO_LINEAGE: Lineage = { derivations: [], outletOf: () => null };

/**
 * The distinct first hops of the attributions that count for a claim, as ids of sources. An article that asserts with no
 * chain at all is its own beginning and stands here under its own id. What an article says in its own voice, it says in
 * that of the article it was made from: a wire copy, rewrite, translation or update is no beginning of its own
 * (standards: derived-from edges), so that a story that was printed twice is one. An attribution in it to somebody else
 * counts as ever. This is not yet the number of independent origins: it does not see circles or owners.
 */
export function firstHops(attributions: readonly AttributionOutline[], lineage: Lineage = NO_LINEAGE): string[] {
  const counting = countingFor(attributions);
  const ancestry = new Ancestry(counting, lineage);
  return [...new Set(counting.flatMap((attribution) => ancestry.beginningsOf(attribution)))];
}

/** What was asserted where, and which article was made from which. */
class Ancestry {
  readonly #saidIn: Map<string, AttributionOutline[]>;
  readonly #parents: Map<string, string[]>;
  readonly #outletOf: Lineage["outletOf"];

  constructor(counting: readonly AttributionOutline[], { derivations, outletOf }: Lineage) {
    this.#saidIn = Map.groupBy(counting, (attribution) => attribution.articleId);
    this.#parents = new Map();
    for (const { articleId, fromId } of derivations) {
      this.#parents.set(articleId, [...(this.#parents.get(articleId) ?? []), fromId].sort());
    }
    this.#outletOf = outletOf;
  }

  beginningsOf(attribution: AttributionOutline, seen: ReadonlySet<string> = new Set()): string[] {
    const { articleId, chain } = attribution;
    const own = chain[0] ?? articleId;
    const above = this.#above(articleId);
    if (above.length === 0) return [own];
    const isOwnVoice = chain.length === 0 || [articleId, ...above].some((id) => this.#outletOf(id) === chain[0]);
    if (!isOwnVoice) return [own];
    const inherited = this.#saidAbove(articleId, new Set([...seen, articleId]));
    if (inherited.length > 0) return inherited;
    // Nobody above says it, as far as it was marked: it is counted to the article that all began with.
    const [root = articleId] = above.filter((id) => !this.#parents.has(id)).sort();
    return [this.#outletOf(root) ?? root];
  }

  /** The beginnings of what the nearest articles say that an article was made from and that say anything of it. */
  #saidAbove(articleId: string, seen: ReadonlySet<string>): string[] {
    return (this.#parents.get(articleId) ?? []).flatMap((parent) => {
      if (seen.has(parent)) return [];
      const said = this.#saidIn.get(parent);
      if (said) return said.flatMap((attribution) => this.beginningsOf(attribution, seen));
      return this.#saidAbove(parent, new Set([...seen, parent]));
    });
  }

  /** All articles that an article was made from, directly or over others. */
  #above(articleId: string): string[] {
    const above = new Set<string>();
    const waiting = [...(this.#parents.get(articleId) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next === articleId || above.has(next)) continue;
      above.add(next);
      waiting.push(...(this.#parents.get(next) ?? []));
    }
    return [...above];
  }
}

function countOf(stance: Stance): "for" | "against" | "nowhere" {
  return STANCES.find((term) => term.code === stance)?.counts ?? "nowhere";
}
