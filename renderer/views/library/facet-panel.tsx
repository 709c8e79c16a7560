import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { FACETS, type Facet, type FacetValue } from "#domain/contract/articles.ts";
import { useLayout } from "../../preferences.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checklist.tsx";
import { ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { useSettled } from "../../use-settled.ts";
import { queries } from "../../workbench.ts";
import styles from "./facets.module.css";
import type { ChosenValue } from "./question.ts";
import type { AskedQuestion } from "./use-question.ts";
import { words } from "./words.ts";

/** So many values of a facet are shown until more are asked for. */
const FEW = 7;
/** For so few more nobody should have to ask. */
const SPARED = 2;
/** The most that the workbench gives of one facet. */
const MOST = 100;
/** Counts are asked for once nothing was typed for so many milliseconds. */
const TYPING = 250;
const FIRST_SHUT: string = "provenance copies";

/** How the articles found are spread: each value with its count, to be ticked. */
export function FacetPanel({ asked }: { asked: AskedQuestion }) {
  // To count a large case takes longer than to list it, and the list must not wait for what was typed on the way.
  const input = useSettled(asked.input, TYPING);
  const { data, error, refetch } = useQuery({
    ...queries.articles.facets.queryOptions({ input }),
    placeholderData: keepPreviousData,
  });
  const [shut, setShut] = useLayout("library.facets.shut", FIRST_SHUT);
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  const isShut = (facet: Facet) => shut.split(" ").includes(facet);
  const turn = (facet: Facet) => setShut(FACETS.filter((other) => isShut(other) !== (other === facet)).join(" "));
  return (
    <fieldset className={styles.panel} aria-label={words.facets} onKeyDown={goAlong}>
      <h2 className={styles.title}>{words.facets}</h2>
      {data ? (
        FACETS.map((facet) => (
          <FacetGroup
            key={facet}
            facet={facet}
            values={data[facet]}
            chosen={asked.question.chosen[facet] ?? []}
            isOpen={!isShut(facet)}
            onOpen={() => turn(facet)}
            onTurn={(value) => asked.turn(facet, value)}
          />
        ))
      ) : (
        <Skeleton lines={9} />
      )}
    </fieldset>
  );
}

interface FacetGroupProps {
  facet: Facet;
  values: readonly FacetValue[];
  chosen: readonly ChosenValue[];
  isOpen: boolean;
  onOpen: () => void;
  onTurn: (value: ChosenValue) => void;
}

function FacetGroup({ facet, values, chosen, isOpen, onOpen, onTurn }: FacetGroupProps) {
  const [isWhole, setWhole] = useState(false);
  const isChosen = (value: string) => chosen.some((one) => one.value === value);
  // What is chosen stays in sight, in its place where it has one.
  const shown =
    isWhole || values.length <= FEW + SPARED ? values : values.filter(({ value }, i) => i < FEW || isChosen(value));
  const hidden = values.length - shown.length;
  const id = `facet-${facet}`;
  return (
    <section className={styles.group} aria-labelledby={`${id}-name`}>
      <h3>
        <button
          type="button"
          id={`${id}-name`}
          className={styles.name}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onOpen}
        >
          <ChevronRight aria-hidden="true" />
          {words.facetNames[facet]}
          {chosen.length > 0 ? <span className={styles.chosen}>{words.facetChosen(chosen.length)}</span> : null}
        </button>
      </h3>
      <div id={id} hidden={!isOpen}>
        {isOpen && values.length === 0 ? <p className={styles.none}>{words.facetEmpty}</p> : null}
        {isOpen
          ? shown.map(({ value, label, count }) => (
              <div key={value} className={styles.value}>
                <Checkbox isSelected={isChosen(value)} onChange={() => onTurn({ value, label })}>
                  <span className={styles.label} dir="auto" title={label}>
                    {label}
                  </span>
                  <span className={styles.count}>{words.number(count)}</span>
                </Checkbox>
              </div>
            ))
          : null}
        {isOpen && (hidden > 0 || isWhole) && values.length > FEW + SPARED ? (
          <Button look="plain" onPress={() => setWhole(!isWhole)}>
            {isWhole ? words.facetFewer : words.facetMore(hidden)}
          </Button>
        ) : null}
        {isOpen && isWhole && values.length >= MOST ? <p className={styles.none}>{words.facetMost(MOST)}</p> : null}
      </div>
    </section>
  );
}

/** Arrow keys go from one thing in the panel to the next. */
function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("button, input")];
  const next = stops[stops.indexOf(event.target as HTMLElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
