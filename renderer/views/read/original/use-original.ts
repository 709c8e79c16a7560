import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ArticleView } from "#domain/contract/articles.ts";
import { useLayout } from "../../../preferences.ts";
import { queries } from "../../../workbench.ts";
import { type KeptOriginal, originalOfRevision, ownOriginal } from "./kept-original.ts";

/** What stands of originals beside the text of an article. */
interface OriginalBeside {
  isShown: boolean;
  /** Which is meant: the article’s own, or that of another of its texts; null while that is being asked for. */
  original: KeptOriginal | null;
  /** Shows the article’s own, or none. */
  show: (isShown: boolean) => void;
}

/**
 * Which original stands beside the text: the article’s own, which is remembered, or that of the revision which the address
 * names. `leaveRevision` takes the revision out of the address.
 */
export function useOriginal(
  article: ArticleView,
  revisionId: string | null,
  leaveRevision: () => void,
): OriginalBeside {
  const [isRemembered, remember] = useLayout<boolean>("read.original.shown", false);
  const { data: revisions, isPending } = useQuery({
    ...queries.revisions.list.queryOptions({ input: { articleId: article.id } }),
    enabled: revisionId !== null,
  });
  const original = useMemo(() => {
    const revision = revisionId && revisions?.find(({ id }) => id === revisionId);
    if (revision) return originalOfRevision(revision);
    // A revision that is not there any more leaves the article’s own.
    return revisionId !== null && isPending ? null : ownOriginal(article);
  }, [article, revisionId, revisions, isPending]);
  return {
    isShown: isRemembered || revisionId !== null,
    original,
    show(isShown) {
      remember(isShown);
      if (revisionId !== null) leaveRevision();
    },
  };
}
