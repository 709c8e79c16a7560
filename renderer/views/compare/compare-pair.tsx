import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import type { Comparison, CopyArticle, CopyPair } from "#domain/contract/library.ts";
import { publishedInWords } from "../../dates.ts";
import { keysOfCommand, useCommand } from "../../keys.ts";
import { go, replaceRoute } from "../../route.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { ViewHead } from "../../ui/view-head.tsx";
import { queries } from "../../workbench.ts";
import { ArticleHead } from "./article-head.tsx";
import { Columns, type ColumnsHandle } from "./columns.tsx";
import styles from "./compare.module.css";
import { Decision } from "./decision.tsx";
import { Figures } from "./figures.tsx";
import { sideBySide } from "./rows.ts";
import { words } from "./words.ts";

/** How many pairs that wait are known here at a time. */
const PAIRS_KNOWN = 200;

/** Two articles that are alike, with the decision on what they are to each other. */
export function ComparePair({ oneId, otherId }: { oneId: string; otherId: string }) {
  const input = { oneId, otherId };
  const comparison = useQuery(queries.copies.compare.queryOptions({ input, placeholderData: keepPreviousData }));
  const { data: waiting } = useQuery(queries.copies.list.queryOptions({ input: { limit: PAIRS_KNOWN } }));
  const pairs = waiting?.rows ?? [];
  const place = useRef(0);
  const found = pairs.findIndex((pair) => isPair(pair, oneId, otherId));
  // Whether the pair came with its proposal; one that was decided waits no longer.
  const own = nameOf(oneId, otherId);
  const proposed = useRef("");
  if (found !== -1) {
    place.current = found;
    proposed.current = own;
  }
  // A pair that was decided just now has left its place to the one behind it; behind the last one the first still waits.
  const next = (found === -1 ? (pairs[place.current] ?? pairs[0]) : pairs[found + 1]) ?? null;
  const previous = pairs[(found === -1 ? place.current : found) - 1] ?? null;

  const goTo = (pair: CopyPair | null) => {
    if (pair) replaceRoute({ view: "compare", id: pair.one.id, with: pair.other.id });
  };
  const decidedHere = useComingBack(pairs, (pair) => isPair(pair, oneId, otherId) || goTo(pair));
  const goOn = () => {
    decidedHere(own);
    goTo(next ?? pairs.find((pair) => !isPair(pair, oneId, otherId)) ?? null);
  };
  useCommand("next-article", () => goTo(next));
  useCommand("previous-article", () => goTo(previous));

  const data = comparison.data;
  return (
    <div className={styles.view}>
      <ViewHead
        title={words.title}
        count={waiting && waiting.total > 0 ? words.waiting(waiting.total) : words.noneWait}
      >
        <IconButton
          label={words.previous}
          keys={keysOfCommand("previous-article")}
          isDisabled={!previous}
          onPress={() => goTo(previous)}
        >
          <ChevronLeft aria-hidden="true" />
        </IconButton>
        <IconButton
          label={words.next}
          keys={keysOfCommand("next-article")}
          isDisabled={!next}
          onPress={() => goTo(next)}
        >
          <ChevronRight aria-hidden="true" />
        </IconButton>
        <Button onPress={() => goBack()}>{words.back}</Button>
      </ViewHead>
      {comparison.isError ? (
        <ErrorNotice
          error={comparison.error}
          actions={<Button onPress={() => go({ view: "compare" })}>{words.next}</Button>}
        />
      ) : null}
      {comparison.isPending ? <Skeleton lines={12} /> : null}
      {data ? (
        <Shown
          key={`${data.one.id} ${data.other.id} ${data.link?.id ?? ""}`}
          comparison={data}
          onSwap={() => replaceRoute({ view: "compare", id: data.other.id, with: data.one.id })}
          // Whoever decides one that was decided before, or never proposed, came for that one.
          onDecided={() => data.link === null && proposed.current === own && goOn()}
        />
      ) : null}
    </div>
  );
}

/**
 * Leads back to a pair that was decided here as soon as it waits again, since that was undone. Gives the way to say that one
 * is decided.
 */
function useComingBack(pairs: readonly CopyPair[], goTo: (pair: CopyPair) => unknown): (decided: string) => void {
  // Of each whether it has left the list yet: for a moment it still stands there, as if it had come back.
  const decided = useRef(new Map<string, boolean>());
  const look = useEffectEvent((found: readonly CopyPair[]) => {
    const waiting = new Map(found.map((pair) => [nameOf(pair.one.id, pair.other.id), pair]));
    for (const [name, hasLeft] of decided.current) {
      const pair = waiting.get(name);
      if (!pair) decided.current.set(name, true);
      else if (hasLeft) {
        decided.current.set(name, false);
        goTo(pair);
      }
    }
  });
  useEffect(() => look(pairs), [pairs]);
  return (name) => decided.current.set(name, false);
}

/** The same for both orders of a pair. */
function nameOf(one: string, other: string): string {
  return [one, other].sort().join(" ");
}

interface ShownProps {
  comparison: Comparison;
  onSwap: () => void;
  onDecided: () => void;
}

function Shown({ comparison, onSwap, onDecided }: ShownProps) {
  const { one, other, texts, pieces, likely } = comparison;
  const shown = useMemo(() => sideBySide(texts.one, texts.other, pieces), [texts, pieces]);
  const columns = useRef<ColumnsHandle>(null);
  const step = (by: 1 | -1) => columns.current?.step(by);
  useCommand("next-mark", () => step(1));
  useCommand("previous-mark", () => step(-1));
  const likelyIs = (side: "one" | "other") => (likely?.original === side ? words.likely[likely.because] : null);
  return (
    <>
      <div className={styles.articles}>
        <ArticleHead side={words.left} id={one.id} title={one.title} facts={factsOf(one)} likely={likelyIs("one")} />
        <ArticleHead
          side={words.right}
          id={other.id}
          title={other.title}
          facts={factsOf(other)}
          likely={likelyIs("other")}
        />
      </div>
      <Decision comparison={comparison} onSwap={onSwap} onDecided={onDecided} />
      <Figures sentence={words.figures(comparison)} texts={shown} onStep={step} />
      <Columns ref={columns} texts={shown} />
    </>
  );
}

function factsOf({ outlet, published, characters }: CopyArticle): string[] {
  return [
    outlet ?? words.noOutlet,
    published ? publishedInWords(published) : words.noDate,
    words.characters(characters),
  ];
}

function isPair(pair: CopyPair, one: string, other: string): boolean {
  return (pair.one.id === one && pair.other.id === other) || (pair.one.id === other && pair.other.id === one);
}

/** Where the person came from, or the library where they came from nowhere. */
export function goBack(): void {
  if (history.length > 1) history.back();
  else go({ view: "library" });
}
