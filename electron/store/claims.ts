import type { Direction, Page } from "#domain/contract/base.ts";
import type {
  AssessmentView,
  AttributionView,
  ClaimMatch,
  ClaimRow,
  ClaimView,
  EvidenceView,
  HopView,
} from "#domain/contract/claims.ts";
import type { Basis } from "#domain/nouns/assessment.ts";
import type { Attribution } from "#domain/nouns/attribution.ts";
import type { Claim } from "#domain/nouns/claim.ts";
import type { Note } from "#domain/nouns/note.ts";
import type { Span } from "#domain/nouns/span.ts";
import { basisFrom } from "#domain/rules/basis.ts";
import { firstHops } from "#domain/rules/chain.ts";
import { stalenessOf } from "#domain/rules/staleness.ts";
import type { Credibility } from "#domain/vocabulary/admiralty.ts";
import type { Verdict } from "#domain/vocabulary/verdicts.ts";
import { lineageOf } from "./lineage.ts";
import { matchAllWords, pageOf } from "./page.ts";
import type { Parameter, Readable } from "./readable.ts";
import { gradeInForce, SOURCE_GRADE } from "./sources.ts";
import { decodeRow, rowOf, rowsWhere } from "./tables.ts";

const ORDERS = {
  created: "claim_standing.createdAt",
  statement: "claim.statement COLLATE NOCASE",
  verdict: "claim_standing.verdict",
  credibility: "coalesce(claim_standing.credibility, '')",
  attributions: "claim_standing.attributions",
  articles: "claim_standing.articles",
} as const;

export interface ClaimQuery {
  words: string;
  verdicts: readonly string[];
  workStates: readonly string[];
  predicates: readonly string[];
  order: keyof typeof ORDERS;
  direction: Direction;
  after: string | null;
  at: number | null;
  limit: number;
}

/** A page of the table of claims. */
export function claimsPage(readable: Readable, query: ClaimQuery): Page<ClaimRow> {
  const match = matchAllWords(query.words);
  const oneOf = (column: string, values: readonly string[]) =>
    values.length > 0
      ? [{ sql: `${column} IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(values)] }]
      : [];
  return pageOf<ClaimRow>(readable, {
    from: "claim JOIN claim_standing ON claim_standing.claimId = claim.id",
    columns: `claim.id, claim.statement, claim.predicate, claim.workState, claim.createdAt, claim_standing.verdict,
      claim_standing.credibility, claim_standing.attributions, claim_standing.articles`,
    where: [
      ...(match
        ? [{ sql: "claim.rowid IN (SELECT rowid FROM claim_search WHERE claim_search MATCH ?)", parameters: [match] }]
        : []),
      ...oneOf("claim_standing.verdict", query.verdicts),
      ...oneOf("claim.workState", query.workStates),
      ...oneOf("claim.predicate", query.predicates),
    ],
    order: ORDERS[query.order],
    id: "claim_standing.claimId",
    direction: query.direction,
    after: query.after,
    at: query.at,
    limit: query.limit,
  });
}

/** Claims that hold all the words, each as a beginning, best first; the newest claims where there are no words. */
export function searchClaims(readable: Readable, words: string, limit: number): ClaimMatch[] {
  const match = matchAllWords(words);
  const columns = "claim.id, claim.statement, claim_standing.verdict, claim_standing.attributions";
  return match
    ? readable.all<ClaimMatch>(
        `SELECT ${columns} FROM claim_search JOIN claim ON claim.rowid = claim_search.rowid
         JOIN claim_standing ON claim_standing.claimId = claim.id
         WHERE claim_search MATCH ? ORDER BY rank LIMIT ?`,
        match,
        limit,
      )
    : readable.all<ClaimMatch>(
        `SELECT ${columns} FROM claim_standing JOIN claim ON claim.id = claim_standing.claimId
         ORDER BY claim_standing.createdAt DESC, claim_standing.claimId DESC LIMIT ?`,
        limit,
      );
}

/** A claim with all that hangs on it, or null. */
export function claimView(readable: Readable, id: string): ClaimView | null {
  const claim = rowOf(readable, "claim", id);
  const standing = readable.get<{ verdict: Verdict; credibility: Credibility | null }>(
    "SELECT verdict, credibility FROM claim_standing WHERE claimId = ?",
    id,
  );
  if (!claim || !standing) return null;
  const attributions = attributionViews(readable, "attribution.claimId", id);
  const assessments = assessmentViews(readable, id);
  const current = assessments[0];
  const nameOf = (sourceId: string) => rowOf(readable, "source", sourceId)?.name ?? "a source since removed";
  return {
    ...claim,
    ...standing,
    attributions,
    assessments,
    stale: current ? stalenessOf(current.basis, basisOf(readable, claim), nameOf) : [],
    firstHops: firstHopsOf(readable, id, attributions),
    notes: rowsWhere(readable, "note", "claimId", id, "createdAt") as Note[],
  };
}

/** One attribution with its words and its chain, or null. */
export function attributionView(readable: Readable, id: string): AttributionView | null {
  return attributionViews(readable, "attribution.id", id)[0] ?? null;
}

/** What an assessment of the claim would rest on now. */
export function basisOf(readable: Readable, claim: Claim): Basis {
  const grounds = attributionViews(readable, "attribution.claimId", claim.id).map((attribution) => ({
    attribution,
    words: attribution.content.map((span) => span.exact),
    hops: attribution.chain,
  }));
  return basisFrom(claim, grounds, (sourceId) => gradeInForce(readable, sourceId), lineageOf(readable, claim.id));
}

/** The attributions of a claim as the rules see them. */
export function outlinesOf(
  readable: Readable,
  claimId: string,
): { id: string; stance: Attribution["stance"]; articleId: string; chain: string[] }[] {
  return readable
    .all<{ id: string; stance: Attribution["stance"]; articleId: string; hops: string }>(
      `SELECT id, stance, articleId, (SELECT json_group_array(sourceId) FROM (
         SELECT sourceId FROM hop WHERE attributionId = attribution.id ORDER BY position)) AS hops
       FROM attribution WHERE claimId = ? ORDER BY id`,
      claimId,
    )
    .map(({ hops, ...attribution }) => ({ ...attribution, chain: JSON.parse(hops) }));
}

/** The first hops of the attributions that count, with their names; an article with no chain stands for itself. */
function firstHopsOf(
  readable: Readable,
  claimId: string,
  attributions: readonly AttributionView[],
): ClaimView["firstHops"] {
  const outlines = attributions.map((attribution) => ({
    ...attribution,
    chain: attribution.chain.map((hop) => hop.sourceId),
  }));
  return firstHops(outlines, lineageOf(readable, claimId)).map((id) => {
    const source = rowOf(readable, "source", id);
    if (source) return { id, name: source.name, party: source.party };
    return { id, name: rowOf(readable, "article", id)?.title ?? "", party: false };
  });
}

function attributionViews(
  readable: Readable,
  column: "attribution.claimId" | "attribution.id",
  value: Parameter,
): AttributionView[] {
  const attributions = readable.all<
    Attribution & Pick<AttributionView, "articleTitle" | "outlet" | "published" | "textSha256">
  >(
    `SELECT attribution.*, article.title AS articleTitle, article.published, article.textSha256, outlet.name AS outlet
     FROM attribution JOIN article ON article.id = attribution.articleId
     LEFT JOIN source AS outlet ON outlet.id = article.outletId
     WHERE ${column} = ? ORDER BY coalesce(article.published, '9999'), attribution.id`,
    value,
  );
  return attributions.map((attribution) => {
    const spans = rowsWhere(readable, "span", "ownerId", attribution.id, "position") as Span[];
    return {
      ...attribution,
      content: spans.filter((span) => span.role === "content"),
      cue: spans.filter((span) => span.role === "cue"),
      chain: chainOf(readable, attribution.id),
    };
  });
}

function chainOf(readable: Readable, attributionId: string): HopView[] {
  return readable
    .all<Record<string, unknown>>(
      `SELECT hop.*, source.name, source.kind, source.named, source.party, ${SOURCE_GRADE} AS grade
       FROM hop JOIN source ON source.id = hop.sourceId WHERE hop.attributionId = ? ORDER BY hop.position`,
      attributionId,
    )
    .map((stored) => ({
      ...decodeRow("hop", stored),
      name: String(stored.name),
      kind: stored.kind as HopView["kind"],
      named: stored.named === 1,
      party: stored.party === 1,
      grade: stored.grade as HopView["grade"],
      spans: rowsWhere(readable, "span", "ownerId", String(stored.id), "position") as Span[],
    }));
}

/** Assessments, newest first, with their evidence. */
function assessmentViews(readable: Readable, claimId: string): AssessmentView[] {
  return rowsWhere(readable, "assessment", "claimId", claimId, "assessedAt")
    .reverse()
    .map((assessment) => ({
      ...assessment,
      evidence: rowsWhere(readable, "evidence", "assessmentId", assessment.id, "position").map(
        (evidence): EvidenceView => ({ ...evidence, targetName: targetName(readable, evidence) }),
      ),
    }));
}

function targetName(readable: Readable, evidence: Pick<EvidenceView, "target" | "targetId" | "location">): string {
  if (evidence.target === "external" || evidence.targetId === null) return evidence.location;
  const id = evidence.targetId;
  switch (evidence.target) {
    case "article":
      return rowOf(readable, "article", id)?.title ?? "an article since removed";
    case "claim":
      return rowOf(readable, "claim", id)?.statement ?? "a claim since removed";
    case "source":
      return rowOf(readable, "source", id)?.name ?? "a source since removed";
    case "attribution": {
      const words = rowsWhere(readable, "span", "ownerId", id, "position") as Span[];
      const quote = words.filter((span) => span.role === "content").map((span) => span.exact);
      return quote.length > 0 ? `“${quote.join(" … ")}”` : "a passage since removed";
    }
  }
}
