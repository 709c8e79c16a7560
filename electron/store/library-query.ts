import { Problem } from "#domain/problems.ts";
import { searchWords } from "#domain/search/form.ts";
import { parseQuery } from "#domain/search/parse-query.ts";
import type { FieldQuestion, HasCode, Phrase, Query } from "#domain/search/query.ts";
import { PROPOSED_ARTICLES } from "./proposed.ts";
import type { Parameter, Readable } from "./readable.ts";
import { partedQuery, phraseMatch, type TextColumns } from "./search-match.ts";

/** A condition of SQL that is about the row of a table that stands in the statement under its own name. */
export interface Condition {
  sql: string;
  parameters: readonly Parameter[];
}

/** What of the library was asked; null for everything. Throws a problem where it cannot be asked. */
export function askedOf(text: string): Query | null {
  const { query, complaint } = parseQuery(text);
  if (complaint) throw new Problem("NOT_ALLOWED", complaint.sentence, { field: "query" });
  return query;
}

/** How the things of one table are asked for; docs/search.md says what each field means for each. */
export interface SearchedTable {
  columns: TextColumns;
  /** Those that a match of FTS5 finds. */
  matching: (match: string) => Condition;
  field: (readable: Readable, question: FieldQuestion) => Condition;
}

/**
 * A question as a condition of SQL. What FTS5 can answer is put to it in one; NOT is “is not true”, so that what has no
 * outlet is found by `-outlet:…`.
 */
export function conditionOf(readable: Readable, query: Query, table: SearchedTable): Condition {
  const { match, rest } = partedQuery(query, table.columns);
  const found = match === null ? [] : [table.matching(match)];
  if (rest === null) return combined("AND", found);
  switch (rest.kind) {
    case "and":
      return combined("AND", [...found, ...rest.parts.map((part) => conditionOf(readable, part, table))]);
    case "or":
      return combined("AND", [...found, combined("OR", alternatives(readable, rest.parts, table))]);
    case "not": {
      const { sql, parameters } = conditionOf(readable, rest.part, table);
      return combined("AND", [...found, { sql: `${sql} IS NOT TRUE`, parameters }]);
    }
    case "field":
      return combined("AND", [...found, table.field(readable, rest.question)]);
    case "words":
      return combined("AND", [...found, table.matching(phraseMatch(rest.phrase))]);
  }
}

/** Of alternatives, those that FTS5 can answer are one match. */
function alternatives(readable: Readable, parts: readonly Query[], table: SearchedTable): Condition[] {
  const parted = parts.map((part) => ({ part, ...partedQuery(part, table.columns) }));
  const matches = parted.flatMap(({ match, rest }) => (rest === null && match !== null ? [match] : []));
  return [
    ...(matches.length > 0 ? [table.matching(matches.join(" OR "))] : []),
    ...parted.flatMap(({ part, rest }) => (rest === null ? [] : [conditionOf(readable, part, table)])),
  ];
}

function combined(operator: "AND" | "OR", conditions: readonly Condition[]): Condition {
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(` ${operator} `)})`,
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/** The ids of sources whose name, or one of whose aliases, a match finds. Takes the match twice. */
const SOURCES_NAMED = `SELECT source.id FROM source_search JOIN source ON source.rowid = source_search.rowid
  WHERE source_search MATCH ? UNION SELECT alias.sourceId FROM alias_search JOIN alias ON alias.rowid = alias_search.rowid
  WHERE alias_search MATCH ?`;

/** Articles that a person linked to another, as anything but unrelated. */
export const LINKED_ARTICLES = `SELECT articleId AS id FROM article_link WHERE relation <> 'unrelated'
  UNION SELECT fromId FROM article_link WHERE relation <> 'unrelated'`;

export const ARTICLES: SearchedTable = {
  columns: { title: "title", byline: "byline" },
  matching: (match) => ({
    sql: "article.rowid IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)",
    parameters: [match],
  }),
  field: articleField,
};

/** A claim is found by an article where it is attributed there. */
export const CLAIMS: SearchedTable = {
  columns: {},
  matching: (match) => ({
    sql: "claim.rowid IN (SELECT rowid FROM claim_search WHERE claim_search MATCH ?)",
    parameters: [match],
  }),
  field: (readable, question) => {
    if (question.field === "verdict") {
      return {
        sql: "claim.id IN (SELECT claimId FROM claim_standing WHERE verdict IN (SELECT value FROM json_each(?)))",
        parameters: [JSON.stringify(question.anyOf)],
      };
    }
    const attributed = whereArticle(
      "claim.id IN (SELECT attribution.claimId FROM attribution JOIN article ON article.id = attribution.articleId WHERE",
    );
    if (question.field === "source") {
      const named = namedTwice(question.phrase);
      return {
        sql: `(claim.id IN (SELECT attribution.claimId FROM hop JOIN attribution ON attribution.id = hop.attributionId
            WHERE hop.sourceId IN (${SOURCES_NAMED}))
          OR claim.id IN (SELECT attribution.claimId FROM attribution JOIN article ON article.id = attribution.articleId
            WHERE article.outletId IN (${SOURCES_NAMED})))`,
        parameters: [...named, ...named],
      };
    }
    if (question.field === "has") {
      return anyHas(question.anyOf, (code) =>
        code === "note"
          ? always("claim.id IN (SELECT claimId FROM note WHERE claimId IS NOT NULL)")
          : attributed(articleField(readable, { field: "has", anyOf: [code] })),
      );
    }
    return attributed(articleField(readable, question));
  },
};

/** A source is found by an article where it is the outlet of it. */
export const SOURCES: SearchedTable = {
  columns: {},
  matching: (match) => ({ sql: `source.id IN (${SOURCES_NAMED})`, parameters: [match, match] }),
  field: (readable, question) => {
    const published = whereArticle("source.id IN (SELECT article.outletId FROM article WHERE");
    const inChains = "SELECT hop.sourceId FROM hop JOIN attribution ON attribution.id = hop.attributionId";
    switch (question.field) {
      case "outlet":
        return {
          sql: `(source.id IN (${SOURCES_NAMED}) AND source.id IN (SELECT outletId FROM article WHERE outletId IS NOT NULL))`,
          parameters: namedTwice(question.phrase),
        };
      case "source":
        return { sql: `source.id IN (${SOURCES_NAMED})`, parameters: namedTwice(question.phrase) };
      case "verdict":
        return {
          sql: `source.id IN (${inChains} JOIN claim_standing ON claim_standing.claimId = attribution.claimId
            WHERE claim_standing.verdict IN (SELECT value FROM json_each(?)))`,
          parameters: [JSON.stringify(question.anyOf)],
        };
      case "date":
        // Each source is looked up in the index of outlets and dates; to find all articles of a span may be to read all.
        return whereArticle("EXISTS (SELECT 1 FROM article WHERE article.outletId = source.id AND")(
          publishedWithin(question.from, question.to),
        );
      case "has":
        return anyHas(question.anyOf, (code) => {
          if (code === "note") return always("source.id IN (SELECT sourceId FROM note WHERE sourceId IS NOT NULL)");
          if (code === "claim") return always("source.id IN (SELECT sourceId FROM hop)");
          return published(articleField(readable, { field: "has", anyOf: [code] }));
        });
      default:
        return published(articleField(readable, question));
    }
  },
};

/** A note is found by the article, the claim or the source beside which it stands. */
export const NOTES: SearchedTable = {
  columns: {},
  matching: (match) => ({
    sql: "note.rowid IN (SELECT rowid FROM note_search WHERE note_search MATCH ?)",
    parameters: [match],
  }),
  field: (readable, question) => {
    const beside = whereArticle("EXISTS (SELECT 1 FROM article WHERE article.id = note.articleId AND");
    const byArticle = beside(articleField(readable, question));
    switch (question.field) {
      case "has":
        return question.anyOf.includes("note") ? always("TRUE") : byArticle;
      case "verdict":
        return combined("OR", [
          byArticle,
          {
            sql: `note.claimId IN (SELECT claimId FROM claim_standing WHERE verdict IN (SELECT value FROM json_each(?)))`,
            parameters: [JSON.stringify(question.anyOf)],
          },
        ]);
      case "source":
        return combined("OR", [
          byArticle,
          { sql: `note.sourceId IN (${SOURCES_NAMED})`, parameters: namedTwice(question.phrase) },
        ]);
      default:
        return byArticle;
    }
  },
};

/** Makes of a condition on articles one on what leads to them: `opening` ends where their condition is to stand. */
function whereArticle(opening: string): (condition: Condition) => Condition {
  return ({ sql, parameters }) => ({ sql: `${opening} ${sql})`, parameters });
}

function always(sql: string): Condition {
  return { sql, parameters: [] };
}

function anyHas(codes: readonly HasCode[], conditionFor: (code: HasCode) => Condition): Condition {
  return combined("OR", codes.map(conditionFor));
}

function namedTwice(phrase: Phrase): Parameter[] {
  const match = phraseMatch(phrase);
  return [match, match];
}

const ARTICLE_HAS: Record<HasCode, string> = {
  claim: "article.id IN (SELECT articleId FROM attribution)",
  note: "article.id IN (SELECT articleId FROM note WHERE articleId IS NOT NULL)",
  copy: `article.id IN (${LINKED_ARTICLES} UNION ${PROPOSED_ARTICLES})`,
  tag: "article.id IN (SELECT articleId FROM article_tag)",
  url: "article.url <> ''",
  date: "article.published IS NOT NULL",
  dateline: "article.dateline <> ''",
};

function articleField(readable: Readable, question: FieldQuestion): Condition {
  switch (question.field) {
    case "title":
    case "byline":
      return ARTICLES.matching(`{${question.field}} : ${phraseMatch(question.phrase)}`);
    case "outlet":
      return { sql: `article.outletId IN (${SOURCES_NAMED})`, parameters: namedTwice(question.phrase) };
    case "source": {
      const named = namedTwice(question.phrase);
      return {
        sql: `(article.outletId IN (${SOURCES_NAMED}) OR article.id IN (SELECT attribution.articleId FROM hop
          JOIN attribution ON attribution.id = hop.attributionId WHERE hop.sourceId IN (${SOURCES_NAMED})))`,
        parameters: [...named, ...named],
      };
    }
    case "tag":
      return {
        sql: "article.id IN (SELECT articleId FROM article_tag WHERE tag IN (SELECT value FROM json_each(?)))",
        parameters: [JSON.stringify(tagsInUse(readable).filter((tag) => holds(tag, question.phrase)))],
      };
    case "collection":
      return {
        sql: "article.id IN (SELECT articleId FROM collection_member WHERE collectionId IN (SELECT value FROM json_each(?)))",
        parameters: [JSON.stringify(collectionsNamed(readable, question.phrase))],
      };
    case "lang":
      return {
        sql: "coalesce(article.language, '') IN (SELECT value FROM json_each(?))",
        parameters: [JSON.stringify(languagesInUse(readable).filter((language) => isKindOf(language, question.code)))],
      };
    case "date":
      return publishedWithin(question.from, question.to);
    case "has":
      return anyHas(question.anyOf, (code) => always(ARTICLE_HAS[code]));
    case "verdict":
      return {
        sql: `article.id IN (SELECT attribution.articleId FROM claim_standing
          JOIN attribution ON attribution.claimId = claim_standing.claimId
          WHERE claim_standing.verdict IN (SELECT value FROM json_each(?)))`,
        parameters: [JSON.stringify(question.anyOf)],
      };
    case "provenance":
      return {
        sql: "article.provenance IN (SELECT value FROM json_each(?))",
        parameters: [JSON.stringify(question.anyOf)],
      };
  }
}

/** Dates are compared as they are written: what is known less precisely stands at the beginning of what it may be. */
function publishedWithin(from: string | null, to: string | null): Condition {
  // The tilde stands behind all that a longer date goes on with; an article without a date is at ''.
  const bounds = [from === null ? "" : from, to === null ? "~" : `${to}~`];
  return {
    sql: `(coalesce(article.published, '') ${from === null ? ">" : ">="} ? AND coalesce(article.published, '') < ?)`,
    parameters: bounds,
  };
}

/** Each value of an indexed expression once; read from place to place of the index and not from row to row. */
function distinctValues(readable: Readable, table: string, expression: string): string[] {
  return readable
    .all<{ value: string }>(
      `WITH RECURSIVE place (value) AS (SELECT min(${expression}) FROM ${table}
         UNION ALL SELECT (SELECT min(${expression}) FROM ${table} WHERE ${expression} > place.value)
         FROM place WHERE place.value IS NOT NULL)
       SELECT value FROM place WHERE value IS NOT NULL`,
    )
    .map(({ value }) => value);
}

function tagsInUse(readable: Readable): string[] {
  return distinctValues(readable, "article_tag", "tag");
}

function languagesInUse(readable: Readable): string[] {
  return distinctValues(readable, "article", "coalesce(language, '')");
}

/** Whether a language is the one of the code, or that of one of its regions. */
function isKindOf(language: string, code: string): boolean {
  const [written, asked] = [language.toLowerCase(), code.toLowerCase()];
  return written === asked || written.startsWith(`${asked}-`);
}

function collectionsNamed(readable: Readable, phrase: Phrase): string[] {
  return readable
    .all<{ id: string; name: string }>("SELECT id, name FROM collection")
    .flatMap(({ id, name }) => (holds(name, phrase) ? [id] : []));
}

/** Whether the words of a phrase stand in a name in a row. */
function holds(name: string, { words, isBeginning }: Phrase): boolean {
  const present = searchWords(name);
  return present.some((_, start) =>
    words.every((word, index) => {
      const candidate = present[start + index];
      return isBeginning && index === words.length - 1 ? candidate?.startsWith(word) : candidate === word;
    }),
  );
}
