import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useDeferredValue, useEffect, useEffectEvent, useRef, useState } from "react";
import type { SearchedNoun, SearchGroup } from "#domain/contract/search.ts";
import { useCommand } from "../../keys.ts";
import { replaceRoute, useRoute } from "../../route.ts";
import { sayFailure } from "../../toasts.ts";
import { takeTyped } from "../../typed-ahead.ts";
import { Button } from "../../ui/button.tsx";
import { QueryField } from "../../ui/query-field.tsx";
import { EmptyState, ErrorNotice } from "../../ui/states.tsx";
import { ViewBody, ViewHead } from "../../ui/view-head.tsx";
import { queries, workbench } from "../../workbench.ts";
import { askedBy } from "./asked.ts";
import { Hit } from "./hits.tsx";
import styles from "./search.module.css";
import { words } from "./words.ts";

/** How many hits of each kind are shown at first, and how many more at a time. */
const FIRST = 10;
const MORE = 50;

/** How far each key leads from hit to hit. */
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** Asks the whole case: articles, claims, sources and notes, as the person types. */
export default function SearchView() {
  const { query: asked } = useRoute();
  const [typed, setTyped] = useState(asked ?? "");
  const query = useDeferredValue(typed);
  const ask = (words: string) => {
    setTyped(words);
    replaceRoute({ view: "search", query: words });
  };
  const answer = useQuery({
    ...queries.search.everywhere.queryOptions({ input: { query, limit: FIRST } }),
    enabled: query.trim() !== "",
    placeholderData: keepPreviousData,
  });
  const groups = query.trim() === "" ? [] : (answer.data?.groups ?? []).filter(({ total }) => total > 0);
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const shown = useShown(query, groups);
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const begin = useEffectEvent(() => {
    field.current?.focus();
    const early = takeTyped();
    if (early !== "") ask(early);
  });
  useEffect(() => begin(), []);
  // Asked for again, it is meant for other words.
  useCommand("view-search", () => field.current?.select());

  /** Goes from the field to the hits, and from hit to hit. */
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.nativeEvent.isComposing || step === undefined) return;
    const links = [...(results.current?.querySelectorAll<HTMLElement>("a, button") ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const next = Math.min(links.length - 1, at + step);
    event.preventDefault();
    if (next < 0) field.current?.focus();
    else links[next]?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys lead through the links in it, which have keys of their own.
    <div className={styles.view} onKeyDown={onKeyDown}>
      <ViewBody
        head={
          <ViewHead title={words.title} count={groups.length > 0 ? words.found(total) : undefined}>
            <div className={styles.tools} data-main-part="">
              <QueryField
                ref={field}
                label={words.field}
                placeholder={words.field}
                value={typed}
                onChange={ask}
                complaint={answer.data?.complaint ?? null}
              />
            </div>
          </ViewHead>
        }
      >
        {answer.error ? <ErrorNotice error={answer.error} retry={() => void answer.refetch()} /> : null}
        {query.trim() === "" ? <Examples onAsk={ask} /> : null}
        {query.trim() !== "" && answer.isSuccess && total === 0 && !answer.data.complaint ? (
          <EmptyState title={words.nothing[askedBy(query)].title}>{words.nothing[askedBy(query)].advice}</EmptyState>
        ) : null}
        <div ref={results} className={styles.results}>
          {shown.groups.map(({ noun, total: inAll, hits, next }) => (
            <section key={noun} className={styles.group} data-noun={noun}>
              <h2>
                {words.nouns[noun]} <span>{inAll.toLocaleString("en-GB")}</span>
              </h2>
              <ul>
                {hits.map((hit) => (
                  <li key={hit.id}>
                    <Hit hit={hit} query={query} />
                  </li>
                ))}
              </ul>
              {next === null ? null : (
                <Button look="plain" onPress={() => void shown.more(noun, next)}>
                  {words.more(Math.min(MORE, inAll - hits.length))}
                </Button>
              )}
            </section>
          ))}
        </div>
      </ViewBody>
    </div>
  );
}

/** The hits that are shown: the first, and those that were asked for beyond them. */
function useShown(query: string, first: readonly SearchGroup[]) {
  const [beyond, setBeyond] = useState<{ query: string; groups: readonly SearchGroup[] }>({ query, groups: [] });
  const added = beyond.query === query ? beyond.groups : [];
  const groups = first.map((group) => {
    const pages = added.filter(({ noun }) => noun === group.noun);
    return {
      ...group,
      hits: [...group.hits, ...pages.flatMap((page) => page.hits)],
      next: (pages.at(-1) ?? group).next,
    };
  });
  const more = async (noun: SearchedNoun, after: string): Promise<void> => {
    try {
      const { groups: page } = await workbench.search.everywhere({ query, nouns: [noun], limit: MORE, after });
      setBeyond({ query, groups: [...added, ...page] });
    } catch (error) {
      sayFailure(error);
    }
  };
  return { groups, more };
}

/** What can be asked, for somebody who has not asked yet. */
function Examples({ onAsk }: { onAsk: (query: string) => void }) {
  return (
    <section className={styles.start}>
      <h2>{words.emptyTitle}</h2>
      <p>{words.empty}</p>
      <dl className={styles.examples}>
        {words.examples.map(({ query, means }) => (
          <div key={query} style={{ display: "contents" }}>
            <dt>
              <button type="button" onClick={() => onAsk(query)}>
                {query}
              </button>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
