import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import type { RevisionComparison } from "#domain/contract/library.ts";
import { instantInWords } from "../../dates.ts";
import { undoEntry } from "../../frame/history.ts";
import { useCommand } from "../../keys.ts";
import { addressOf, wayTo } from "../../route.ts";
import { say, sayFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { ViewHead } from "../../ui/view-head.tsx";
import { queries, workbench } from "../../workbench.ts";
import { ArticleHead } from "./article-head.tsx";
import { Columns, type ColumnsHandle } from "./columns.tsx";
import styles from "./compare.module.css";
import { goBack } from "./compare-pair.tsx";
import { Figures } from "./figures.tsx";
import { sideBySide } from "./rows.ts";
import { words } from "./words.ts";

/** The text of an article that is studied, beside what stood at its address at another time. */
export function CompareRevision({ articleId, revisionId }: { articleId: string; revisionId: string }) {
  const comparison = useQuery(queries.revisions.compare.queryOptions({ input: { articleId, revisionId } }));
  const taking = useMutation({
    mutationFn: () => workbench.revisions.take({ revisionId }),
    onMutate: () => wayTo({ view: "read", id: articleId }),
    onSuccess: ({ moved, sequence }, _, read) => {
      say(words.taken(moved), { label: words.undo, run: () => void undoEntry(sequence) });
      read();
    },
    onError: sayFailure,
  });
  return (
    <div className={styles.view}>
      <ViewHead title={words.revisionTitle}>
        <Button look="primary" isDisabled={!comparison.data || taking.isPending} onPress={() => taking.mutate()}>
          {words.take}
        </Button>
        <Button onPress={() => goBack()}>{words.back}</Button>
      </ViewHead>
      {comparison.isError ? <ErrorNotice error={comparison.error} /> : null}
      {comparison.isPending ? <Skeleton lines={12} /> : null}
      {comparison.data ? <Shown articleId={articleId} revisionId={revisionId} comparison={comparison.data} /> : null}
    </div>
  );
}

interface ShownProps {
  articleId: string;
  revisionId: string;
  comparison: RevisionComparison;
}

function Shown({ articleId, revisionId, comparison }: ShownProps) {
  const { title, texts, pieces, oneAt, otherAt } = comparison;
  const shown = useMemo(() => sideBySide(texts.one, texts.other, pieces), [texts, pieces]);
  const columns = useRef<ColumnsHandle>(null);
  const step = (by: 1 | -1) => columns.current?.step(by);
  useCommand("next-mark", () => step(1));
  useCommand("previous-mark", () => step(-1));
  const facts = (at: string, text: string) => [words.collected(instantInWords(at)), words.characters(text.length)];
  return (
    <>
      <div className={styles.articles}>
        <ArticleHead side={words.studied} id={articleId} title={title} facts={facts(oneAt, texts.one)} />
        <ArticleHead side={words.another} id={articleId} title={title} facts={facts(otherAt, texts.other)}>
          <a href={addressOf({ view: "read", id: articleId, revision: revisionId })}>{words.itsOriginal}</a>
        </ArticleHead>
      </div>
      <Figures sentence="" texts={shown} onStep={step} />
      <Columns ref={columns} texts={shown} />
    </>
  );
}
