import type { Stance } from "../vocabulary/claims.ts";
import { STANCES } from "../vocabulary/claims.ts";
import { inGenerations } from "./generations.ts";

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
 * counts as ever. The articles of a circle of links, each made from the next, count as one article. This is not yet the
 * number of independent origins: it does not see circles of citing or owners.
 */
export function firstHops(attributions: readonly AttributionOutline[], lineage: Lineage = NO_LINEAGE): string[] {
  const counting = countingFor(attributions);
  const ancestry = new Ancestry(counting, lineage);
  return [...new Set(counting.flatMap((attribution) => ancestry.beginningsOf(attribution)))];
}

/** An article, or the articles of a circle of links, which count as one. */
interface Generation {
  /** What it was made from, the nearest only; none where others were made from it and it from nothing. */
  parents: readonly Generation[];
  isCircle: boolean;
  /** The article that all began with: of several, the one with the least id. */
  root: string;
  /** The beginnings of what the nearest articles say that it was made from and that say anything. */
  inherited: ReadonlySet<string>;
  /** The beginnings of what it says itself; null where it says nothing. */
  said: ReadonlySet<string> | null;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * What was asserted where, and which article was made from which. Each article is answered for once, after those that it
 * was made from, so that many ways from one to another cost no more than one.
 */
class Ancestry {
  readonly #outletOf: Lineage["outletOf"];
  readonly #generations = new Map<string, Generation>();
  /** The articles that were made from others or that others were made from, by the outlet they name. */
  readonly #articlesOf: Map<string | null, string[]>;
  readonly #children: Map<string, string[]>;
  /** By an outlet that was asked for: its articles and all that were made from them. */
  readonly #voicedBy = new Map<string, ReadonlySet<string>>();

  constructor(counting: readonly AttributionOutline[], { derivations, outletOf }: Lineage) {
    this.#outletOf = outletOf;
    const made = derivations.filter(({ articleId, fromId }) => articleId !== fromId);
    const namesOf = (links: typeof made | undefined, end: "articleId" | "fromId") =>
      (links ?? []).map((link) => link[end]).sort();
    const parents = new Map(
      [...Map.groupBy(made, ({ articleId }) => articleId)].map(([id, links]) => [id, namesOf(links, "fromId")]),
    );
    this.#children = new Map(
      [...Map.groupBy(made, ({ fromId }) => fromId)].map(([id, links]) => [id, namesOf(links, "articleId")]),
    );
    const groups = inGenerations(parents);
    this.#articlesOf = Map.groupBy(groups.flat(), (id) => outletOf(id));
    const saidIn = Map.groupBy(counting, ({ articleId }) => articleId);
    for (const group of groups) this.#add(group.sort(), parents, saidIn);
  }

  beginningsOf(attribution: AttributionOutline): string[] {
    const own = ownBeginning(attribution);
    const generation = this.#generations.get(attribution.articleId);
    if (!generation || !this.#isOwnVoice(attribution, generation)) return [own];
    if (generation.inherited.size > 0) return [...generation.inherited];
    // Nobody above says it, as far as it was marked: it is counted to the article that all began with.
    return [this.#outletOf(generation.root) ?? generation.root];
  }

  /** Answers for the articles of a circle, or for one article, once those are answered for that they were made from. */
  #add(
    group: readonly string[],
    parentsOf: ReadonlyMap<string, readonly string[]>,
    saidIn: ReadonlyMap<string, readonly AttributionOutline[]>,
  ): void {
    const parents = new Set(
      group.flatMap((id) => parentsOf.get(id) ?? []).flatMap((id) => this.#generations.get(id) ?? []),
    );
    const [least = ""] = group;
    const [root = least] = [...parents].map((parent) => parent.root).sort();
    const generation: Generation = {
      parents: [...parents],
      isCircle: group.length > 1,
      root,
      inherited: union([...parents].map(({ said, inherited }) => said ?? inherited)),
      said: null,
    };
    for (const id of group) this.#generations.set(id, generation);
    const attributions = group.flatMap((id) => saidIn.get(id) ?? []);
    if (generation.isCircle) {
      // In a circle each was made from all others, so that each has what any of them has from somebody of its own.
      const fromOthers = attributions.filter((attribution) => !this.#isOwnVoice(attribution, generation));
      generation.inherited = union([new Set(fromOthers.map(ownBeginning)), generation.inherited]);
    }
    if (attributions.length > 0)
      generation.said = union(attributions.map((attribution) => new Set(this.beginningsOf(attribution))));
  }

  /** Whether an article that was made from others says something in its own voice, or in that of any of these. */
  #isOwnVoice({ articleId, chain: [first] }: AttributionOutline, { parents, isCircle }: Generation): boolean {
    if (parents.length === 0 && !isCircle) return false;
    return first === undefined || this.#voiced(first).has(articleId);
  }

  #voiced(outletId: string): ReadonlySet<string> {
    const known = this.#voicedBy.get(outletId);
    if (known) return known;
    const voiced = new Set(this.#articlesOf.get(outletId));
    // A set gives what is added to it while it is walked as well.
    for (const id of voiced) for (const child of this.#children.get(id) ?? []) voiced.add(child);
    this.#voicedBy.set(outletId, voiced);
    return voiced;
  }
}

/** Where a chain begins; what stands without one begins with its article. */
function ownBeginning({ articleId, chain }: AttributionOutline): string {
  return chain[0] ?? articleId;
}

/** All members of sets, in the order of the sets; a set that alone has members stays the one it is. */
function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [first = NOTHING, ...others] = new Set(sets.filter((set) => set.size > 0));
  if (others.length === 0) return first;
  const all = new Set(first);
  for (const set of others) for (const member of set) all.add(member);
  return all;
}

function countOf(stance: Stance): "for" | "against" | "nowhere" {
  return STANCES.find((term) => term.code === stance)?.counts ?? "nowhere";
}
