import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import type { Facet } from "#domain/contract/articles.ts";
import type { QueryComplaint } from "#domain/contract/search.ts";
import { parseQuery } from "#domain/search/parse-query.ts";
import { queries } from "../../workbench.ts";
import {
  type Chosen,
  type ChosenValue,
  isAsked,
  NO_QUESTION,
  type Question,
  turned,
  valuesOf,
  withCollections,
} from "./question.ts";

/** What was asked last, so that whoever reads an article and comes back finds the same articles. */
let kept: { path: string | null; question: Question } = { path: null, question: NO_QUESTION };

/** What the library is asked as the person types and chooses. */
export interface AskedQuestion {
  question: Question;
  /** Why what is typed cannot be asked, so that nothing is found; `input` is then what was asked before. */
  complaint: QueryComplaint | null;
  /** The question as the contract takes it. */
  input: { query: string; chosen: ReturnType<typeof valuesOf> };
  isAsked: boolean;
  type: (typed: string) => void;
  turn: (facet: Facet, value: ChosenValue) => void;
  choose: (chosen: Chosen) => void;
  /** Puts another question in its place; none for all articles. */
  replace: (question: Question) => void;
}

export function useQuestion(): AskedQuestion {
  const path = useQuery(queries.cases.current.queryOptions()).data?.path ?? null;
  const [held, setHeld] = useState(kept.path === path ? kept.question : NO_QUESTION);
  const { data: collections } = useQuery(queries.collections.list.queryOptions());
  const question = useMemo(() => (collections ? withCollections(held, collections) : held), [held, collections]);
  const lastAsked = useRef("");
  const replace = (next: Question) => {
    kept = { path, question: next };
    setHeld(next);
  };
  const { typed, chosen } = useDeferredValue(question);
  const { complaint } = parseQuery(typed);
  const query = complaint ? lastAsked.current : typed.trim();
  lastAsked.current = query;
  return {
    question,
    complaint,
    input: { query, chosen: valuesOf(chosen) },
    isAsked: isAsked(question),
    type: (words) => replace({ ...question, typed: words }),
    turn: (facet, value) => replace({ ...question, chosen: turned(question.chosen, facet, value) }),
    choose: (next) => replace({ ...question, chosen: next }),
    replace,
  };
}
