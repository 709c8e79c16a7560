import { useMutation, useQuery } from "@tanstack/react-query";
import type { ArticleView } from "#domain/contract/articles.ts";
import { words as ofCopies, seenFrom } from "../../copies/words.ts";
import { instantInWords, publishedInWords } from "../../dates.ts";
import { undoEntry } from "../../frame/history.ts";
import { addressOf, go } from "../../route.ts";
import { say, sayFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { EmptyState, ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { Section } from "../../ui/view-head.tsx";
import { queries, workbench } from "../../workbench.ts";
import styles from "./copies.module.css";
import { words } from "./words.ts";

/** So many pairs of one article are shown; one with more has more than anybody reads here. */
const MOST = 200;

/** What is like the article, and what else stood at its address. */
export function Copies({ article }: { article: ArticleView }) {
  const pairs = useQuery(queries.copies.list.queryOptions({ input: { articleId: article.id, limit: MOST } }));
  const revisions = useQuery(queries.revisions.list.queryOptions({ input: { articleId: article.id } }));
  if (pairs.isError) return <ErrorNotice error={pairs.error} retry={() => pairs.refetch()} />;
  if (revisions.isError) return <ErrorNotice error={revisions.error} retry={() => revisions.refetch()} />;
  if (!pairs.data || !revisions.data) return <Skeleton lines={4} />;
  if (pairs.data.total === 0 && revisions.data.length === 0) {
    return <EmptyState title={words.copies.emptyTitle}>{words.copies.empty}</EmptyState>;
  }
  return (
    <>
      {pairs.data.rows.length > 0 ? (
        <Section title={words.copies.alike} aside={words.copies.count(pairs.data.total)}>
          <ul className={styles.list}>
            {pairs.data.rows.map((pair) => {
              const { other, mine, theirs, relation } = seenFrom(pair, article.id);
              return (
                <li key={other.id}>
                  <span className={styles.relation} data-open={pair.link === null}>
                    {relation}
                  </span>
                  <a
                    href={addressOf({ view: "compare", id: pair.one.id, with: pair.other.id })}
                    aria-label={words.copies.compare(other.title)}
                    dir="auto"
                  >
                    {other.title}
                  </a>
                  <Facts
                    className={styles.facts}
                    facts={[other.outlet ?? "", other.published ? publishedInWords(other.published) : ""].filter(
                      Boolean,
                    )}
                  />
                  <span className={styles.facts}>{ofCopies.figures(mine, theirs)}</span>
                </li>
              );
            })}
          </ul>
        </Section>
      ) : null}
      {revisions.data.length > 0 ? (
        <Section title={words.copies.revisions} aside={words.copies.count(revisions.data.length)}>
          <ul className={styles.list}>
            {revisions.data.map((revision) => (
              <li key={revision.id}>
                <span>{words.copies.collected(instantInWords(revision.collectedAt))}</span>
                <Facts
                  className={styles.facts}
                  facts={[words.copies.characters(revision.characters), revision.originalName]}
                />
                <span className={styles.row}>
                  <Button
                    onPress={() => go({ view: "compare", id: article.id, revision: revision.id })}
                    aria-description={words.copies.collected(instantInWords(revision.collectedAt))}
                  >
                    {words.copies.changes}
                  </Button>
                  <Button
                    onPress={() => go({ view: "read", id: article.id, revision: revision.id })}
                    aria-description={words.copies.collected(instantInWords(revision.collectedAt))}
                  >
                    {words.copies.original}
                  </Button>
                  <TakeButton revisionId={revision.id} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function TakeButton({ revisionId }: { revisionId: string }) {
  const taking = useMutation({
    mutationFn: () => workbench.revisions.take({ revisionId }),
    onSuccess: ({ moved, sequence }) =>
      say(words.copies.taken(moved), { label: words.undo, run: () => void undoEntry(sequence) }),
    onError: sayFailure,
  });
  return (
    <Button look="plain" isDisabled={taking.isPending} onPress={() => taking.mutate()}>
      {words.copies.take}
    </Button>
  );
}
