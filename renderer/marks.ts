import type { ArticleMarks } from "#domain/contract/articles.ts";
import type { Attributed } from "#domain/contract/claims.ts";
import { alreadyDrawn } from "./changes.ts";
import { queries, queryClient } from "./workbench.ts";

/** The marks of an article once what a command drew has taken the place of what the attribution had before. */
export function withDrawn(marks: ArticleMarks, { attributionId, drawn }: Attributed): ArticleMarks {
  return {
    articleId: marks.articleId,
    marks: [...marks.marks.filter(({ ref }) => ref !== attributionId), ...drawn.marks],
    cards: [...marks.cards.filter((card) => card.attributionId !== attributionId), ...drawn.cards],
  };
}

/** Draws what a command answered at once, without asking for all marks of the article again. */
export function draw(attributed: Attributed): Attributed {
  const queryKey = queries.articles.marks.queryKey({ input: { id: attributed.drawn.articleId } });
  const before = queryClient.getQueryData(queryKey);
  if (before) {
    queryClient.setQueryData(queryKey, withDrawn(before, attributed));
    alreadyDrawn(attributed.sequence);
  }
  return attributed;
}
