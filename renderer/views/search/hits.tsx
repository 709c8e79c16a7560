import type { SearchHit, Snippet } from "#domain/contract/search.ts";
import { dateInWords } from "../../dates.ts";
import { addressOf } from "../../route.ts";
import styles from "./search.module.css";
import { withoutTitle } from "./without-title.ts";

/** Where a hit is opened: an article at its words, with all words of the question shown; a note where it stands. */
function addressOfHit({ noun, id, at, about }: SearchHit, query: string): string {
  switch (noun) {
    case "article":
      return addressOf({ view: "read", id, at, query: at && query });
    case "claim":
      return addressOf({ view: "claims", id });
    case "source":
      return addressOf({ view: "sources", id });
    case "note":
      if (about?.noun === "article") return addressOf({ view: "read", id: about.id, mark: id });
      return about
        ? addressOf({ view: about.noun === "claim" ? "claims" : "sources", id: about.id })
        : addressOf({ view: "library" });
  }
}

/** Something that was found, with the words by which. */
export function Hit({ hit, query }: { hit: SearchHit; query: string }) {
  const snippet = hit.snippet && withoutTitle(hit.snippet, hit.title.text);
  return (
    <a href={addressOfHit(hit, query)} className={styles.hit}>
      <b dir="auto">
        <Marked snippet={hit.title} />
      </b>
      {snippet ? (
        <span className={styles.snippet} dir="auto">
          <Marked snippet={snippet} />
        </span>
      ) : null}
      <span className={styles.facts}>
        {hit.facts.filter(Boolean).map((fact) => (
          <span key={fact} dir="auto">
            {A_DATE.test(fact) ? dateInWords(fact) : fact}
          </span>
        ))}
      </span>
    </a>
  );
}

/** A partial date, as articles have it. */
const A_DATE = /^\d{4}(-\d\d){0,2}$/;

/** Words with the hits in them marked. */
function Marked({ snippet: { text, hits } }: { snippet: Snippet }) {
  let done = 0;
  const pieces = hits.flatMap(({ start, end }) => {
    const piece = [text.slice(done, start), <mark key={start}>{text.slice(start, end)}</mark>];
    done = end;
    return piece;
  });
  return (
    <>
      {pieces}
      {text.slice(done)}
    </>
  );
}
