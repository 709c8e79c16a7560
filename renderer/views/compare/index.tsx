import { useMutation, useQuery } from "@tanstack/react-query";
import { finish } from "#domain/contract/base.ts";
import { go, useRoute, useShownByItself } from "../../route.ts";
import { say, sayFailure } from "../../toasts.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState, ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { ViewBody, ViewHead } from "../../ui/view-head.tsx";
import { queries, workbench } from "../../workbench.ts";
import { ComparePair } from "./compare-pair.tsx";
import { CompareRevision } from "./compare-revision.tsx";
import { words } from "./words.ts";

/** Two texts side by side: of two articles that are alike, or of one article at two times. */
export default function CompareView() {
  const { id, with: other, revision } = useRoute();
  if (id !== null && revision !== null) return <CompareRevision key={revision} articleId={id} revisionId={revision} />;
  if (id !== null && other !== null) return <ComparePair oneId={id} otherId={other} />;
  return <FirstProposal />;
}

/** Leads to the first pair that waits, and says so where none does. */
function FirstProposal() {
  const proposals = useQuery(queries.copies.list.queryOptions({ input: { limit: 1 } }));
  const first = proposals.data?.rows[0];
  useShownByItself(first ? { view: "compare", id: first.one.id, with: first.other.id } : null);
  const finding = useMutation({
    mutationFn: async () => finish(await workbench.copies.find()),
    onSuccess: ({ proposals: waiting }) => say(words.found(waiting)),
    onError: sayFailure,
  });
  return (
    <ViewBody head={<ViewHead title={words.title} />}>
      {proposals.isError ? <ErrorNotice error={proposals.error} retry={() => proposals.refetch()} /> : null}
      {proposals.isPending || first ? <Skeleton lines={8} /> : null}
      {proposals.data && !first ? (
        <EmptyState
          title={words.emptyTitle}
          actions={
            <>
              <Button look="primary" isDisabled={finding.isPending} onPress={() => finding.mutate()}>
                {finding.isPending ? words.finding : words.find}
              </Button>
              <Button onPress={() => go({ view: "library" })}>{words.library}</Button>
            </>
          }
        >
          {words.empty}
        </EmptyState>
      ) : null}
    </ViewBody>
  );
}
