import { useQuery } from "@tanstack/react-query";
import { CopyCheck } from "lucide-react";
import { useAction } from "../actions.ts";
import { go } from "../route.ts";
import { Button } from "../ui/button.tsx";
import { useNarrow } from "../use-narrow.ts";
import { queries } from "../workbench.ts";
import { words } from "./words.ts";

/** Leads to the articles that are alike and wait for a decision; nothing where none do. */
export function ProposalsButton() {
  const isNarrow = useNarrow();
  const { data } = useQuery(queries.copies.list.queryOptions({ input: { limit: 1 } }));
  const total = data?.total ?? 0;
  const show = () => go({ view: "compare" });
  useAction(words.showProposals, show, total > 0);
  if (total === 0) return null;
  return (
    <Button aria-label={words.proposals(total)} aria-description={words.proposalsHint} onPress={show}>
      <CopyCheck aria-hidden="true" />
      {isNarrow ? total.toLocaleString("en-GB") : words.proposals(total)}
    </Button>
  );
}
