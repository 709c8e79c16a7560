import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronRight, Pencil } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { FACETS, type Facet, type FacetValue } from "#domain/contract/articles.ts";
import { keysOfCommand } from "../../keys.ts";
import { useLayout } from "../../preferences.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checklist.tsx";
import { ErrorNotice, Skeleton } from "../../ui/states.tsx";
import { useSettled } from "../../use-settled.ts";
import { queries } from "../../workbench.ts";
import { CollectionsEditor } from "./collections-editor.tsx";
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

interface FacetPanelProps {
  asked: AskedQuestion;
  /** Whether collections are being renamed and removed in their place. */
  editsCollections: boolean;
  onEditCollections: (edits: boolean) => void;
}

/** How the articles found are spread: each value with its count, to be ticked. */
export function FacetPanel({ asked, editsCollections, onEditCollections }: FacetPanelProps) {
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
    <fieldset
      className={styles.panel}
      aria-label={words.facets}
      data-unanswered={asked.complaint !== null || undefined}
      onKeyDown={goAlong}
    >
      <h2 className={styles.title}>{words.facets}</h2>
      {data ? (
        FACETS.map((facet) => {
          const chosen = asked.question.chosen[facet] ?? [];
          const isEdited = facet === "collection" && editsCollections;
          return (
            <FacetGroup
              key={facet}
              facet={facet}
              chosen={chosen}
              isOpen={isEdited || !isShut(facet)}
              onOpen={() => (isEdited ? onEditCollections(false) : turn(facet))}
              tool={facet === "collection" ? <EditButton isOn={isEdited} onTurn={onEditCollections} /> : null}
            >
              {isEdited ? (
                <CollectionsEditor onDone={() => onEditCollections(false)} />
              ) : (
                <FacetValues values={data[facet]} chosen={chosen} onTurn={(value) => asked.turn(facet, value)} />
              )}
            </FacetGroup>
          );
        })
      ) : (
        <Skeleton lines={9} />
      )}
    </fieldset>
  );
}

interface FacetGroupProps {
  facet: Facet;
  chosen: readonly ChosenValue[];
  isOpen: boolean;
  onOpen: () => void;
  /** What stands beside the name. */
  tool?: ReactNode;
  children: ReactNode;
}

function FacetGroup({ facet, chosen, isOpen, onOpen, tool, children }: FacetGroupProps) {
  const id = `facet-${facet}`;
  return (
    <section className={styles.group} aria-labelledby={`${id}-name`}>
      <div className={styles.heading}>
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
        {tool}
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen ? children : null}
      </div>
    </section>
  );
}

interface FacetValuesProps {
  values: readonly FacetValue[];
  chosen: readonly ChosenValue[];
  onTurn: (value: ChosenValue) => void;
}

/** The values of a facet with their counts, a few of them until more are asked for. */
function FacetValues({ values, chosen, onTurn }: FacetValuesProps) {
  const [isWhole, setWhole] = useState(false);
  const isChosen = (value: string) => chosen.some((one) => one.value === value);
  // What is chosen stays in sight, in its place where it has one.
  const shown =
    isWhole || values.length <= FEW + SPARED ? values : values.filter(({ value }, i) => i < FEW || isChosen(value));
  const hidden = values.length - shown.length;
  return (
    <>
      {values.length === 0 ? <p className={styles.none}>{words.facetEmpty}</p> : null}
      {shown.map(({ value, label, count }) => (
        <div key={value} className={styles.value}>
          <Checkbox isSelected={isChosen(value)} onChange={() => onTurn({ value, label })}>
            <span className={styles.label} dir="auto" title={label}>
              {label}
            </span>
            <span className={styles.count}>{words.number(count)}</span>
          </Checkbox>
        </div>
      ))}
      {(hidden > 0 || isWhole) && values.length > FEW + SPARED ? (
        <Button look="plain" onPress={() => setWhole(!isWhole)}>
          {isWhole ? words.facetFewer : words.facetMore(hidden)}
        </Button>
      ) : null}
      {isWhole && values.length >= MOST ? <p className={styles.none}>{words.facetMost(MOST)}</p> : null}
    </>
  );
}

function EditButton({ isOn, onTurn }: { isOn: boolean; onTurn: (isOn: boolean) => void }) {
  return (
    <IconButton
      label={words.collectionsEdit}
      keys={keysOfCommand("rename-collections")}
      aria-pressed={isOn}
      onPress={() => onTurn(!isOn)}
    >
      <Pencil aria-hidden="true" />
    </IconButton>
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
