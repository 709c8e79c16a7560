import { useQuery } from "@tanstack/react-query";
import { CopyCheck } from "lucide-react";
import { go } from "../route.ts";
import { Button } from "../ui/button.tsx";
import { useNarrow } from "../use-narrow.ts";
import { queries } from "../workbench.ts";
import { words } from "./words.ts";

/** Leads to the articles that are alike and wait for a decision; nothing where none do. */
export function ProposalsButton() {
  const isNarrow = useNarrow();
  const { data } = useQuery(queries.copies.list.queryOptions({ input: { limit: 1 } }));
  if (!data || data.total === 0) return null;
  return (
    <Button
      aria-label={words.proposals(data.total)}
      aria-description={words.proposalsHint}
      onPress={() => go({ view: "compare" })}
    >
      <CopyCheck aria-hidden="true" />
      {isNarrow ? data.total.toLocaleString("en-GB") : words.proposals(data.total)}
    </Button>
  );
}
