import type { ArticleView } from "#domain/contract/articles.ts";
import type { RevisionRow } from "#domain/contract/library.ts";
import { PLAIN_STRUCTURE, type TextStructure } from "#domain/text/structure.ts";

/** An original as it is kept, with what is known of it. */
export interface KeptOriginal
  extends Pick<
    ArticleView & RevisionRow,
    "originalSha256" | "originalName" | "originalSize" | "mediaType" | "tool" | "collectedAt" | "collectedBy"
  > {
  /** Where its pages begin in the text that is studied, as far as that was made of it. */
  structure: TextStructure;
  /** Whether the text that is studied was made of it, or another text of the article. */
  isOfStudied: boolean;
}

/** The original of the text that is studied. */
export function ownOriginal(article: ArticleView): KeptOriginal {
  return { ...article, isOfStudied: true };
}

/** The original of another text of an article. Where its pages begin says nothing of the text that is studied. */
export function originalOfRevision(revision: RevisionRow): KeptOriginal {
  return { ...revision, structure: PLAIN_STRUCTURE, isOfStudied: false };
}
