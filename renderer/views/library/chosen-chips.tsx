import { X } from "lucide-react";
import { FACETS } from "#domain/contract/articles.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./library.module.css";
import type { AskedQuestion } from "./use-question.ts";
import { words } from "./words.ts";

/** What was chosen in the facets, each to be taken away again. */
export function ChosenChips({ asked }: { asked: AskedQuestion }) {
  const { chosen } = asked.question;
  const all = FACETS.flatMap((facet) => (chosen[facet] ?? []).map((value) => ({ facet, value })));
  if (all.length === 0) return null;
  return (
    <section className={styles.strip} aria-label={words.narrowed}>
      {all.map(({ facet, value }) => (
        <button
          key={`${facet} ${value.value}`}
          type="button"
          className={styles.chip}
          aria-label={words.takeAway(words.facetNames[facet], value.label)}
          onClick={() => asked.turn(facet, value)}
        >
          <span className={styles.chipFacet}>{words.facetNames[facet]}</span> <span dir="auto">{value.label}</span>
          <X aria-hidden="true" />
        </button>
      ))}
      <Button look="plain" onPress={() => asked.choose({})}>
        {words.takeAllAway}
      </Button>
    </section>
  );
}
