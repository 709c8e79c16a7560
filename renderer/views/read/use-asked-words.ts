import { useMemo } from "react";
import { hitsIn } from "#domain/search/hits.ts";
import { parseQuery } from "#domain/search/parse-query.ts";
import { phrasesWanted } from "#domain/search/query.ts";
import type { TextRange } from "#domain/text/range.ts";

/** More than this are not looked at by anybody. */
const MOST = 5_000;

/** Where the words of a question stand in a text, every one of them; none where nothing is asked. */
export function useAskedWords(text: string, question: string | null): readonly TextRange[] {
  return useMemo(() => {
    if (question === null) return [];
    const found: TextRange[] = [];
    for (const hit of hitsIn(text, phrasesWanted(parseQuery(question).query))) {
      if (found.length === MOST) break;
      found.push(hit);
    }
    return found;
  }, [text, question]);
}
