import type { ArticleMarks } from "#domain/contract/articles.ts";
import type { Attributed } from "#domain/contract/claims.ts";

/** The marks of an article once what a command drew has taken the place of what the attribution had before. */
export function withDrawn(marks: ArticleMarks, { attributionId, drawn }: Attributed): ArticleMarks {
  return {
    articleId: marks.articleId,
    marks: [...marks.marks.filter(({ ref }) => ref !== attributionId), ...drawn.marks],
    cards: [...marks.cards.filter((card) => card.attributionId !== attributionId), ...drawn.cards],
  };
}
