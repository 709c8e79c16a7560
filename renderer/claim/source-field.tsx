import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type Ref, useState } from "react";
import type { SourceMatch } from "#domain/contract/sources.ts";
import { GradeLetter } from "../ui/grade-letter.tsx";
import { TypeAhead } from "../ui/type-ahead.tsx";
import { queries } from "../workbench.ts";
import styles from "./claim.module.css";
import { type DraftHop, hopOf, newHop } from "./hops.ts";
import { words } from "./words.ts";

type Offer = { kind: "known"; source: SourceMatch } | { kind: "new"; name: string };

interface SourceFieldProps {
  onAdd: (hop: DraftHop) => void;
  /** Enter in the empty field. */
  onEnter?: () => void;
  ref?: Ref<HTMLTextAreaElement & HTMLInputElement>;
}

/** A field that finds a source of the registry by its words, or names a new one. */
export function SourceField({ onAdd, onEnter, ref }: SourceFieldProps) {
  const [typed, setTyped] = useState("");
  const isAsking = typed.trim() !== "";
  const { data: found = [] } = useQuery({
    ...queries.sources.search.queryOptions({ input: { words: typed.trim() } }),
    enabled: isAsking,
    placeholderData: keepPreviousData,
  });
  const isKnown = found.some(({ name, alias }) =>
    [name, alias].some((each) => each?.toLowerCase() === typed.trim().toLowerCase()),
  );
  const offers: Offer[] = isAsking ? found.map((source) => ({ kind: "known", source })) : [];
  if (isAsking && !isKnown) offers.push({ kind: "new", name: typed.trim() });

  return (
    <TypeAhead
      ref={ref}
      label={words.addHop}
      labelPlacement="unseen"
      placeholder={words.addHopPlaceholder}
      value={typed}
      onChange={setTyped}
      items={offers}
      eager
      keyOf={(offer) => (offer.kind === "known" ? offer.source.id : "new")}
      draw={(offer) =>
        offer.kind === "known" ? (
          <>
            <span dir="auto">{offer.source.name}</span>
            <GradeLetter letter={offer.source.grade} />
            {offer.source.alias ? <span className={styles.hint}>{words.alias(offer.source.alias)}</span> : null}
          </>
        ) : (
          <>
            <Plus aria-hidden="true" size={14} />
            {words.newSource(offer.name)}
          </>
        )
      }
      onChoose={(offer) => {
        onAdd(offer.kind === "known" ? hopOf(offer.source) : newHop(offer.name));
        setTyped("");
      }}
      onEnter={() => {
        if (!isAsking) onEnter?.();
      }}
    />
  );
}
