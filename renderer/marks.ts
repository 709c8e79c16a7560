import type { Attributed } from "#domain/contract/claims.ts";
import { alreadyDrawn } from "./changes.ts";
import { withDrawn } from "./drawn.ts";
import { queries, queryClient } from "./workbench.ts";

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
