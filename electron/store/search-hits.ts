import type { SearchedNoun, SearchHit } from "#domain/contract/search.ts";
import { phrasesWanted, type Query } from "#domain/search/query.ts";
import { markedLine, snippetOf } from "#domain/search/snippet.ts";
import { SOURCE_KINDS, type SourceKind } from "#domain/vocabulary/sources.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { VERDICTS, type Verdict } from "#domain/vocabulary/verdicts.ts";
import type { Readable } from "./readable.ts";

/** A thing that was found, with the words that were asked for marked in it. */
export function hitOf(readable: Readable, noun: SearchedNoun, id: string, query: Query): SearchHit {
  return { noun, id, ...HITS[noun](readable, id, query) };
}

type Described = Omit<SearchHit, "noun" | "id">;

const HITS: Record<SearchedNoun, (readable: Readable, id: string, query: Query) => Described> = {
  article: articleHit,
  claim: claimHit,
  source: sourceHit,
  note: noteHit,
};

function articleHit(readable: Readable, id: string, query: Query): Described {
  const article = readable.get<{ title: string; published: string | null; outlet: string | null; text: string }>(
    `SELECT article.title, article.published, outlet.name AS outlet, text.content AS text
     FROM article JOIN text ON text.sha256 = article.textSha256
     LEFT JOIN source AS outlet ON outlet.id = article.outletId WHERE article.id = ?`,
    id,
  );
  const words = phrasesWanted(query);
  const { snippet, at } = snippetOf(article?.text ?? "", words);
  return {
    title: markedLine(article?.title ?? "", phrasesWanted(query, "title")),
    snippet,
    facts: [article?.outlet, article?.published?.slice(0, 10)].filter((fact) => fact != null),
    at,
    about: null,
  };
}

function claimHit(readable: Readable, id: string, query: Query): Described {
  const claim = readable.get<{ statement: string; parts: string; verdict: Verdict }>(
    `SELECT statement, concat_ws(' · ', nullif(subject, ''), nullif(object, ''), nullif(place, '')) AS parts, verdict
     FROM claim JOIN claim_standing ON claimId = id WHERE id = ?`,
    id,
  );
  const words = phrasesWanted(query);
  return {
    title: markedLine(claim?.statement ?? "", words),
    snippet: claim?.parts ? markedLine(claim.parts, words) : null,
    facts: claim ? [termOf(VERDICTS, claim.verdict).label] : [],
    at: null,
    about: null,
  };
}

function sourceHit(readable: Readable, id: string, query: Query): Described {
  const source = readable.get<{ name: string; kind: SourceKind; aliases: string }>(
    `SELECT name, kind, (SELECT json_group_array(name ORDER BY name) FROM alias WHERE sourceId = source.id) AS aliases
     FROM source WHERE id = ?`,
    id,
  );
  const words = phrasesWanted(query);
  const aliases: string[] = JSON.parse(source?.aliases ?? "[]");
  const marked = aliases.map((alias) => markedLine(alias, words));
  return {
    title: markedLine(source?.name ?? "", words),
    // The alias by which it was found.
    snippet: marked.find(({ hits }) => hits.length > 0) ?? null,
    facts: source ? [termOf(SOURCE_KINDS, source.kind).label] : [],
    at: null,
    about: null,
  };
}

type NoteSubject = NonNullable<SearchHit["about"]> & { name: string };

function noteHit(readable: Readable, id: string, query: Query): Described {
  const note = readable.get<{ body: string; author: string }>("SELECT body, author FROM note WHERE id = ?", id);
  const about = readable.get<NoteSubject>(
    `SELECT 'article' AS noun, article.id, title AS name FROM note JOIN article ON article.id = articleId WHERE note.id = ?
     UNION ALL SELECT 'claim', claim.id, statement FROM note JOIN claim ON claim.id = claimId WHERE note.id = ?
     UNION ALL SELECT 'source', source.id, name FROM note JOIN source ON source.id = sourceId WHERE note.id = ?`,
    id,
    id,
    id,
  );
  return {
    title: { text: about?.name ?? "", hits: [] },
    snippet: snippetOf((note?.body ?? "").normalize("NFC"), phrasesWanted(query)).snippet,
    facts: note ? [note.author] : [],
    at: null,
    about: about ? { noun: about.noun, id: about.id } : null,
  };
}
