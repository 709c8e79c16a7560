import { stringify } from "csv-stringify/sync";
import type { Article } from "#domain/nouns/article.ts";
import type { Assessment } from "#domain/nouns/assessment.ts";
import type { Attribution, Hop } from "#domain/nouns/attribution.ts";
import type { Claim } from "#domain/nouns/claim.ts";
import type { Grade, Source } from "#domain/nouns/source.ts";
import type { Span } from "#domain/nouns/span.ts";
import { type AttributionOutline, firstHops } from "#domain/rules/chain.ts";
import type { CaseReader } from "../case-data.ts";
import { lineageOf } from "../lineage.ts";

/** A field of a CSV file. */
type Field = string | number | boolean | null;
type Columns<Row> = readonly (readonly [name: string, value: (row: Row, reader: CaseReader) => Field])[];

interface ClaimRow {
  claim: Claim;
  /** The one in force. */
  assessment: Assessment | null;
}

const CLAIM_COLUMNS: Columns<ClaimRow> = [
  ["id", ({ claim }) => claim.id],
  ["statement", ({ claim }) => claim.statement],
  ["verdict", ({ assessment }) => assessment?.verdict ?? "untriaged"],
  ["credibility", ({ assessment }) => assessment?.credibility ?? null],
  ["confidence", ({ assessment }) => assessment?.confidence ?? null],
  ["likelihood", ({ assessment }) => assessment?.likelihood ?? null],
  ["rationale", ({ assessment }) => assessment?.rationale ?? null],
  ["assessed_at", ({ assessment }) => assessment?.assessedAt ?? null],
  ["assessed_by", ({ assessment }) => assessment?.author ?? null],
  ["first_hops", ({ claim }, reader) => countFirstHops(reader, claim.id)],
  ["attributions", ({ claim }, reader) => reader.where("attribution", "claimId", claim.id).length],
  ["work_state", ({ claim }) => claim.workState],
  ["predicate", ({ claim }) => claim.predicate],
  ["polarity", ({ claim }) => claim.polarity],
  ["subject", ({ claim }) => claim.subject],
  ["object", ({ claim }) => claim.object],
  ["low", ({ claim }) => claim.low],
  ["best", ({ claim }) => claim.best],
  ["high", ({ claim }) => claim.high],
  ["unit", ({ claim }) => claim.unit],
  ["date", ({ claim }) => claim.date],
  ["date_precision", ({ claim }) => claim.datePrecision],
  ["place", ({ claim }) => claim.place],
  ["place_precision", ({ claim }) => claim.placePrecision],
  ["created_at", ({ claim }) => claim.createdAt],
];

const SOURCE_COLUMNS: Columns<Source> = [
  ["id", (source) => source.id],
  ["name", (source) => source.name],
  ["kind", (source) => source.kind],
  ["named", (source) => source.named],
  ["party", (source) => source.party],
  ["parent_id", (source) => source.parentId],
  ["parent", (source, reader) => (source.parentId ? (reader.row("source", source.parentId)?.name ?? null) : null)],
  [
    "aliases",
    (source, reader) =>
      reader
        .where("alias", "sourceId", source.id)
        .map((alias) => alias.name)
        .join("; "),
  ],
  ["grade", (source, reader) => gradeInForce(reader, source.id)?.letter ?? null],
  ["grade_rationale", (source, reader) => gradeInForce(reader, source.id)?.rationale ?? null],
  ["graded_at", (source, reader) => gradeInForce(reader, source.id)?.gradedAt ?? null],
  ["graded_by", (source, reader) => gradeInForce(reader, source.id)?.author ?? null],
  ["descriptor", (source) => source.descriptor],
  ["created_at", (source) => source.createdAt],
];

const ARTICLE_COLUMNS: Columns<Article> = [
  ["id", (article) => article.id],
  ["title", (article) => article.title],
  ["outlet_id", (article) => article.outletId],
  ["outlet", (article, reader) => (article.outletId ? (reader.row("source", article.outletId)?.name ?? null) : null)],
  ["byline", (article) => article.byline],
  ["dateline", (article) => article.dateline],
  ["url", (article) => article.url],
  ["published", (article) => article.published],
  ["published_precision", (article) => article.publishedPrecision],
  ["language", (article) => article.language],
  ["collected_at", (article) => article.collectedAt],
  ["collected_by", (article) => article.collectedBy],
  ["attributions", (article, reader) => reader.where("attribution", "articleId", article.id).length],
  ["text_sha256", (article) => article.textSha256],
  ["original_sha256", (article) => article.originalSha256],
  ["original_name", (article) => article.originalName],
  ["media_type", (article) => article.mediaType],
];

interface AttributionRow {
  attribution: Attribution;
  article: Article | null;
  content: Span[];
  cue: Span[];
  chain: (Hop & { name: string })[];
}

const ATTRIBUTION_COLUMNS: Columns<AttributionRow> = [
  ["id", ({ attribution }) => attribution.id],
  ["claim_id", ({ attribution }) => attribution.claimId],
  ["claim", ({ attribution }, reader) => reader.row("claim", attribution.claimId)?.statement ?? null],
  ["article_id", ({ attribution }) => attribution.articleId],
  ["article", ({ article }) => article?.title ?? null],
  ["published", ({ article }) => article?.published ?? null],
  ["stance", ({ attribution }) => attribution.stance],
  ["factuality", ({ attribution }) => attribution.factuality],
  ["quote_mode", ({ attribution }) => attribution.quoteMode],
  ["chain", ({ chain }) => chain.map((hop) => hop.name).join(" → ")],
  ["chain_source_ids", ({ chain }) => chain.map((hop) => hop.sourceId).join(" ")],
  ["chain_access", ({ chain }) => chain.map((hop) => hop.access).join(" ")],
  ["chain_group_sizes", ({ chain }) => chain.map((hop) => hop.groupSize ?? "?").join(" ")],
  ["quote", ({ content }) => content.map((span) => span.exact).join(" … ")],
  ["quote_ranges", ({ content }) => content.map((span) => `${span.start}-${span.end}`).join(" ")],
  ["cue", ({ cue }) => cue.map((span) => span.exact).join(" … ")],
  ["cue_ranges", ({ cue }) => cue.map((span) => `${span.start}-${span.end}`).join(" ")],
  ["text_sha256", ({ article }) => article?.textSha256 ?? null],
  ["comment", ({ attribution }) => attribution.comment],
  ["created_at", ({ attribution }) => attribution.createdAt],
];

/** The names of the columns of each table, as they stand in the first line of its file. */
export const CSV_COLUMNS = {
  claims: CLAIM_COLUMNS.map(([name]) => name),
  attributions: ATTRIBUTION_COLUMNS.map(([name]) => name),
  sources: SOURCE_COLUMNS.map(([name]) => name),
  articles: ARTICLE_COLUMNS.map(([name]) => name),
};

/** Every claim with its verdict in force. */
export function* claimsCsv(reader: CaseReader): Generator<string> {
  yield* csv(reader, CLAIM_COLUMNS, claimRows(reader));
}

/** Every attribution with its words and its chain. */
export function* attributionsCsv(reader: CaseReader): Generator<string> {
  yield* csv(reader, ATTRIBUTION_COLUMNS, attributionRows(reader));
}

/** Every source with its grade in force. */
export function* sourcesCsv(reader: CaseReader): Generator<string> {
  yield* csv(reader, SOURCE_COLUMNS, reader.rows("source"));
}

/** Every article without its text. */
export function* articlesCsv(reader: CaseReader): Generator<string> {
  yield* csv(reader, ARTICLE_COLUMNS, reader.rows("article"));
}

/**
 * Takes back what was done to a field so that no spreadsheet runs it as a formula: where a field begins with apostrophes
 * before `=`, `+`, `-`, `@`, a tab, a carriage return or a full-width form of these, the first apostrophe goes.
 */
export function undoFormulaEscape(field: string): string {
  return /^'+[=+\-@\t\r＝＋－＠]/.test(field) ? field.slice(1) : field;
}

function* csv<Row>(reader: CaseReader, columns: Columns<Row>, rows: Iterable<Row>): Generator<string> {
  yield `\uFEFF${record(columns.map(([name]) => name))}`;
  for (const row of rows) yield record(columns.map(([, value]) => value(row, reader)));
}

function record(fields: readonly Field[]): string {
  return stringify([fields.map(doubleApostrophe)], {
    record_delimiter: "\r\n",
    escape_formulas: true,
    cast: { boolean: (value) => (value ? "true" : "false") },
  });
}

/** A field that had the apostrophe from the first gets a second one, so that it comes back as it was. */
function doubleApostrophe(field: Field): Field {
  return typeof field === "string" && undoFormulaEscape(field) !== field ? `'${field}` : field;
}

function* claimRows(reader: CaseReader): Generator<ClaimRow> {
  for (const claim of reader.rows("claim")) {
    const assessments = reader.where("assessment", "claimId", claim.id);
    yield { claim, assessment: latest(assessments, (assessment) => assessment.assessedAt) };
  }
}

function* attributionRows(reader: CaseReader): Generator<AttributionRow> {
  for (const attribution of reader.rows("attribution")) {
    const spans = reader.where("span", "ownerId", attribution.id).sort((one, other) => one.position - other.position);
    yield {
      attribution,
      article: reader.row("article", attribution.articleId),
      content: spans.filter((span) => span.role === "content"),
      cue: spans.filter((span) => span.role === "cue"),
      chain: chainOf(reader, attribution.id).map((hop) => ({
        ...hop,
        name: reader.row("source", hop.sourceId)?.name ?? "",
      })),
    };
  }
}

function chainOf(reader: CaseReader, attributionId: string): Hop[] {
  return reader.where("hop", "attributionId", attributionId).sort((one, other) => one.position - other.position);
}

function outlinesOf(reader: CaseReader, claimId: string): AttributionOutline[] {
  return reader.where("attribution", "claimId", claimId).map(({ id, stance, articleId }) => ({
    id,
    stance,
    articleId,
    chain: chainOf(reader, id).map((hop) => hop.sourceId),
  }));
}

function countFirstHops(reader: CaseReader, claimId: string): number {
  const outlines = outlinesOf(reader, claimId);
  const articleIds = outlines.map(({ articleId }) => articleId);
  return firstHops(outlines, lineageOf(reader, articleIds)).length;
}

function gradeInForce(reader: CaseReader, sourceId: string): Grade | null {
  const general = reader.where("grade", "sourceId", sourceId).filter((grade) => grade.scope === "");
  return latest(general, (grade) => grade.gradedAt);
}

/** The last of rows that come in the order of their ids, by a moment. */
function latest<Row>(rows: readonly Row[], moment: (row: Row) => string): Row | null {
  return rows.reduce<Row | null>((last, row) => (last && moment(last) > moment(row) ? last : row), null);
}
