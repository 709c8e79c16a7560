import { joined, type Phrase, type Query, type TextField } from "#domain/search/query.ts";

/** The fields of a question that are columns of a search table. */
export type TextColumns = Partial<Record<TextField, string>>;

/**
 * A question as FTS5 asks it, or null where FTS5 cannot: where it holds other fields, or would have to find what lacks words
 * and nothing else. Every word is quoted, so that no character has a meaning of its own.
 */
function matchOf(query: Query, columns: TextColumns): string | null {
  switch (query.kind) {
    case "words":
      return phraseMatch(query.phrase);
    case "field": {
      const { question } = query;
      const column = question.field in columns ? columns[question.field as TextField] : undefined;
      return column && "phrase" in question ? `({${column}} : ${phraseMatch(question.phrase)})` : null;
    }
    case "not":
      return null;
    case "or": {
      const parts = query.parts.map((part) => matchOf(part, columns));
      return parts.every((part) => part !== null) ? `(${parts.join(" OR ")})` : null;
    }
    case "and": {
      const { match, rest } = partedAnd(query.parts, columns);
      return rest.length === 0 ? match : null;
    }
  }
}

/** A question in two: what FTS5 can be asked, and what is left. Either may be null. */
export interface PartedQuery {
  match: string | null;
  rest: Query | null;
}

/** Parts a question so that as much of it as can be is one match, of which all must be true that is left. */
export function partedQuery(query: Query, columns: TextColumns): PartedQuery {
  if (query.kind !== "and") {
    const match = matchOf(query, columns);
    return match === null ? { match, rest: query } : { match, rest: null };
  }
  const { match, rest } = partedAnd(query.parts, columns);
  return { match, rest: joined("and", rest) };
}

function partedAnd(parts: readonly Query[], columns: TextColumns): { match: string | null; rest: readonly Query[] } {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  const rest: Query[] = [];
  for (const part of parts) {
    const match = matchOf(part.kind === "not" ? part.part : part, columns);
    if (match === null) rest.push(part);
    else (part.kind === "not" ? unwanted : wanted).push(match);
  }
  if (wanted.length === 0) return { match: null, rest: parts };
  // NOT binds more than AND, and AND more than OR: “a AND b NOT c” is what is meant.
  const match = wanted.join(" AND ") + (unwanted.length > 0 ? ` NOT (${unwanted.join(" OR ")})` : "");
  return { match, rest };
}

/** Words that stand in a row, as FTS5 asks for them. */
export function phraseMatch({ words, isBeginning }: Phrase): string {
  return `"${words.join(" ")}"${isBeginning ? "*" : ""}`;
}
