import { createHash } from "node:crypto";
import type { Change, Entry, RowOf, TableName } from "#domain/journal/change.ts";
import { TABLES } from "#domain/journal/change.ts";
import type { Article } from "#domain/nouns/article.ts";
import { bareClaim } from "#domain/nouns/claim.ts";
import type { SourceFields } from "#domain/nouns/source.ts";
import type { Span } from "#domain/nouns/span.ts";
import { basisFrom } from "#domain/rules/basis.ts";
import { canonicalText } from "#domain/text/canonical.ts";
import { describeRange } from "#domain/text/quote.ts";
import { PLAIN_STRUCTURE } from "#domain/text/structure.ts";
import type { CaseReader } from "#electron/exporting/case-data.ts";
import { lineageOf } from "#electron/exporting/lineage.ts";

/** A case held in memory, whole and changeable, for tests of what is made of it. */
export interface MemoryCase {
  tables: { [Table in TableName]: RowOf<Table>[] };
  texts: Map<string, string>;
  originals: Map<string, Uint8Array>;
  entries: Entry[];
}

export function emptyCase(): MemoryCase {
  const tables = Object.fromEntries(Object.keys(TABLES).map((table) => [table, []]));
  return { tables: tables as unknown as MemoryCase["tables"], texts: new Map(), originals: new Map(), entries: [] };
}

export function readerOf(held: MemoryCase): CaseReader {
  const byId = <Table extends TableName>(table: Table) =>
    held.tables[table].toSorted((one, other) => (one.id < other.id ? -1 : 1)) as RowOf<Table>[];
  const mustHave = <Value>(value: Value | undefined, sha256: string): Value => {
    if (value === undefined) throw new TypeError(`The case does not keep ${sha256}.`);
    return value;
  };
  return {
    rows: (table) => byId(table).values(),
    row: (table, id) => byId(table).find((row) => row.id === id) ?? null,
    where: (table, column, id) => byId(table).filter((row) => row[column] === id),
    count: (table) => held.tables[table].length,
    texts: () => held.texts.keys(),
    originals: () => held.originals.keys(),
    text: (sha256) => mustHave(held.texts.get(sha256), sha256),
    structure: () => PLAIN_STRUCTURE,
    original: (sha256) => mustHave(held.originals.get(sha256), sha256),
    entries: () => held.entries.values(),
    head: () => {
      const last = held.entries.at(-1);
      return { sequence: last?.sequence ?? 0, hash: last?.hash ?? "0".repeat(64) };
    },
  };
}

/** When everything in it was made. */
export const AT = "2031-05-15T09:00:00.000Z";

/** Makes rows of a case one after the other, each with the next id. */
export function builder() {
  const held = emptyCase();
  let made = 0;
  const id = () => `01970000-0000-7000-8000-${String(++made).padStart(12, "0")}`;
  const sha = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");

  const put = <Table extends TableName>(table: Table, row: RowOf<Table>): RowOf<Table> => {
    (held.tables[table] as RowOf<Table>[]).push(row);
    return row;
  };

  return {
    held,
    put,
    id,
    source: (name: string, fields: Partial<SourceFields> = {}) =>
      put("source", {
        id: id(),
        name,
        kind: "other",
        named: true,
        party: false,
        parentId: null,
        descriptor: "",
        createdAt: AT,
        ...fields,
      }),
    grade: (sourceId: string, letter: RowOf<"grade">["letter"], gradedAt = AT, scope = "") =>
      put("grade", {
        id: id(),
        sourceId,
        letter,
        scope,
        rationale: `Its record speaks for ${letter}.`,
        author: "A. Analyst",
        gradedAt,
      }),
    article: (decoded: string, fields: Partial<Article> = {}) => {
      const text = canonicalText(decoded);
      const original = new TextEncoder().encode(decoded);
      held.texts.set(sha(text), text);
      held.originals.set(sha(original), original);
      return put("article", {
        id: id(),
        title: "",
        outletId: null,
        byline: "",
        dateline: "",
        url: "",
        credits: "",
        fieldOrigins: {},
        tool: "a test",
        published: null,
        publishedPrecision: null,
        collectedAt: AT,
        collectedBy: "A. Analyst",
        language: "en",
        textSha256: sha(text),
        originalSha256: sha(original),
        originalName: "article.txt",
        mediaType: "text/plain",
        ...fields,
      });
    },
    claim: (statement: string, fields: Partial<RowOf<"claim">> = {}) =>
      put("claim", { ...bareClaim(statement), id: id(), createdAt: AT, ...fields }),
    attribution: (
      claim: RowOf<"claim">,
      article: Article,
      said: {
        words: string[];
        cue?: string[];
        stance?: RowOf<"attribution">["stance"];
        chain?: { source: RowOf<"source">; words?: string; access?: RowOf<"hop">["access"]; groupSize?: number }[];
        comment?: string;
      },
    ) => {
      const text = held.texts.get(article.textSha256) ?? "";
      const span = (role: Span["role"], ownerId: string, words: string, position: number) => {
        const start = text.indexOf(words);
        if (start === -1) throw new Error(`“${words}” is not in the text.`);
        const range = { start, end: start + words.length };
        put("span", {
          id: id(),
          articleId: article.id,
          role,
          ownerId,
          position,
          ...range,
          ...describeRange(text, range),
        });
      };
      const attribution = put("attribution", {
        id: id(),
        claimId: claim.id,
        articleId: article.id,
        stance: said.stance ?? "asserts",
        factuality: "certain",
        quoteMode: "indirect",
        comment: said.comment ?? "",
        createdAt: AT,
      });
      said.words.forEach((words, position) => {
        span("content", attribution.id, words, position);
      });
      said.cue?.forEach((words, position) => {
        span("cue", attribution.id, words, position);
      });
      said.chain?.forEach(({ source, words, access, groupSize }, position) => {
        const hop = put("hop", {
          id: id(),
          attributionId: attribution.id,
          position,
          sourceId: source.id,
          access: access ?? "unknown",
          groupSize: groupSize ?? null,
        });
        if (words) span("hop", hop.id, words, 0);
      });
      return attribution;
    },
    assess: (claim: RowOf<"claim">, fields: Partial<RowOf<"assessment">>) =>
      put("assessment", {
        id: id(),
        claimId: claim.id,
        verdict: "unverified",
        credibility: "3",
        confidence: null,
        likelihood: null,
        rationale: "",
        methods: "",
        overridden: [],
        basis: basisOf(held, claim.id),
        author: "A. Analyst",
        assessedAt: AT,
        ...fields,
      }),
    entry: (label: string, changes: Change[], kind: Entry["kind"] = "done", answers: number | null = null) => {
      const sequence = held.entries.length + 1;
      const previousHash = held.entries.at(-1)?.hash ?? "0".repeat(64);
      const said = { sequence, kind, answers, author: "A. Analyst", label, work: null, at: AT, changes, previousHash };
      held.entries.push({ ...said, hash: sha(JSON.stringify(said)) });
    },
  };
}

function basisOf(held: MemoryCase, claimId: string): RowOf<"assessment">["basis"] {
  const claim = held.tables.claim.find(({ id }) => id === claimId);
  if (!claim) throw new Error("The fixture has no such claim.");
  const articleIds = held.tables.attribution.filter((row) => row.claimId === claimId).map(({ articleId }) => articleId);
  const grounds = held.tables.attribution
    .filter((attribution) => attribution.claimId === claimId)
    .map((attribution) => ({
      attribution,
      words: held.tables.span
        .filter(({ ownerId, role }) => ownerId === attribution.id && role === "content")
        .sort((one, other) => one.position - other.position)
        .map(({ exact }) => exact),
      hops: held.tables.hop
        .filter(({ attributionId }) => attributionId === attribution.id)
        .sort((one, other) => one.position - other.position),
    }));
  const gradeOf = (id: string) =>
    held.tables.grade.find(({ sourceId, scope }) => sourceId === id && scope === "")?.letter;
  return basisFrom(claim, grounds, (sourceId) => gradeOf(sourceId) ?? null, lineageOf(readerOf(held), articleIds));
}
