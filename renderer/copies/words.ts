import type { CopyPair } from "#domain/contract/library.ts";
import { LINK_RELATIONS, type LinkRelation } from "#domain/vocabulary/articles.ts";
import { termOf } from "#domain/vocabulary/term.ts";

/** A share in words: never “100 %” or “0 %” of what is not whole or not nothing. */
export function shareInWords(share: number): string {
  if (share >= 1) return "All";
  if (share > 0.99) return "Over 99 %";
  if (share > 0 && share < 0.01) return "Less than 1 %";
  return `${Math.round(share * 100)} %`;
}

/** The words of what is said of copies in several places. */
export const words = {
  proposals: (count: number) => (count === 1 ? "1 likely copy" : `${count.toLocaleString("en-GB")} likely copies`),
  showProposals: "Look through the likely copies",
  proposalsHint: "Look through the articles that are alike",
  /** What an article is to another, seen from either side. */
  madeFrom: (relation: LinkRelation) => `${termOf(LINK_RELATIONS, relation).label} of`,
  original: (relation: LinkRelation) => `${termOf(LINK_RELATIONS, relation).label}:`,
  unrelated: "Unrelated to",
  undecided: "Not decided yet",
  figures: (mine: number, theirs: number) =>
    mine === 0 && theirs === 0
      ? "Nothing of the one stands in the other."
      : `${shareInWords(mine)} of this text stands in it; ${shareInWords(theirs).toLowerCase()} of it stands in this.`,
};

/** A pair as it is seen from one of its articles. */
export function seenFrom(pair: CopyPair, articleId: string) {
  const isOne = pair.one.id === articleId;
  return {
    other: isOne ? pair.other : pair.one,
    mine: isOne ? pair.oneInOther : pair.otherInOne,
    theirs: isOne ? pair.otherInOne : pair.oneInOther,
    relation: relationInWords(pair, articleId),
  };
}

function relationInWords({ link }: CopyPair, articleId: string): string {
  if (!link) return words.undecided;
  if (link.relation === "unrelated") return words.unrelated;
  return link.articleId === articleId ? words.madeFrom(link.relation) : words.original(link.relation);
}
