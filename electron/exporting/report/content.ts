import type { Article } from "#domain/nouns/article.ts";
import type { Assessment, Basis, Evidence } from "#domain/nouns/assessment.ts";
import type { Attribution } from "#domain/nouns/attribution.ts";
import type { Claim } from "#domain/nouns/claim.ts";
import type { ReportFields } from "#domain/nouns/report.ts";
import type { Grade, Source } from "#domain/nouns/source.ts";
import type { Span } from "#domain/nouns/span.ts";
import { basisFrom } from "#domain/rules/basis.ts";
import { type AttributionOutline, countingAgainst, countingFor, firstHops, type Lineage } from "#domain/rules/chain.ts";
import { stalenessOf } from "#domain/rules/staleness.ts";
import type { Reliability } from "#domain/vocabulary/admiralty.ts";
import type { CaseReader, Occasion } from "../case-data.ts";
import { lineageOf } from "../lineage.ts";
import type {
  Reference,
  ReportContent,
  ReportedAttribution,
  ReportedClaim,
  ReportedEvidence,
  ReportedLink,
  ReportedSource,
  Side,
  SourcingFacts,
} from "./reported.ts";

/**
 * Gathers what a report says. Claims keep the order of the definition, or the order in which they were made; articles are
 * numbered by their dates.
 */
export function gatherReport(reader: CaseReader, fields: ReportFields, occasion: Occasion): ReportContent {
  const information = reader.rows("case_information").next().value;
  if (!information) throw new TypeError("A case has one row of information about itself.");
  const registry = sourceRegistry(reader);
  const chosen = claimsInScope(reader, fields);
  const references = referencesOf(reader, fields, chosen, registry);
  const claims = chosen.map((claim, index) => reportClaim(reader, claim, index + 1, references, registry));
  const numbers = new Map(claims.map(({ claim, number }) => [claim.id, number]));
  for (const claim of claims) nameEvidence(reader, claim, numbers, references);
  const sources = sourcesOf(reader, fields, claims, references, registry);
  return {
    fields,
    occasion,
    information,
    claims,
    references: [...references.values()],
    sources,
    facts: factsOf(claims, sources),
    head: reader.head(),
  };
}

/** The report of a case for which none was written: everything there is. */
export function wholeCaseReport(reader: CaseReader): ReportFields {
  const information = reader.rows("case_information").next().value;
  return {
    title: information?.name ?? "",
    judgements: "",
    sourcingSummary: "",
    methodAndLimits: "",
    claimIds: null,
    sections: ["claims", "articles", "sources", "references", "method", "journal", "hashes"],
  };
}

/** The sources of a case, each looked up once. */
interface SourceRegistry {
  source(id: string): Source;
  grade(id: string): Grade | null;
}

function sourceRegistry(reader: CaseReader): SourceRegistry {
  const sources = new Map<string, Source>();
  const grades = new Map<string, Grade | null>();
  return {
    source(id) {
      const known = sources.get(id) ?? reader.row("source", id);
      if (!known) throw new TypeError(`The case refers to the source ${id} and does not hold it.`);
      sources.set(id, known);
      return known;
    },
    grade(id) {
      const known = grades.get(id);
      if (known !== undefined) return known;
      const inForce = reader
        .where("grade", "sourceId", id)
        .filter((grade) => grade.scope === "")
        .reduce<Grade | null>(
          (last, grade) => (last && laterOf(last, grade, "gradedAt") === last ? last : grade),
          null,
        );
      grades.set(id, inForce);
      return inForce;
    },
  };
}

function laterOf<Row extends { id: string }>(one: Row, other: Row, column: keyof Row & string): Row {
  return `${one[column]} ${one.id}` > `${other[column]} ${other.id}` ? one : other;
}

function claimsInScope(reader: CaseReader, fields: ReportFields): Claim[] {
  if (fields.claimIds === null) {
    return [...reader.rows("claim")].sort(
      (one, other) => compare(one.createdAt, other.createdAt) || compare(one.id, other.id),
    );
  }
  return [...new Set(fields.claimIds)].flatMap((id) => reader.row("claim", id) ?? []);
}

function referencesOf(
  reader: CaseReader,
  fields: ReportFields,
  claims: readonly Claim[],
  registry: SourceRegistry,
): Map<string, Reference> {
  const articles = fields.claimIds === null ? [...reader.rows("article")] : articlesBehind(reader, claims);
  const inOrder = articles.sort(
    (one, other) => compare(one.published ?? "9999", other.published ?? "9999") || compare(one.id, other.id),
  );
  const numbers = new Map(inOrder.map(({ id }, index) => [id, index + 1]));
  return new Map(
    inOrder.map((article, index) => [
      article.id,
      {
        number: index + 1,
        article,
        outlet: article.outletId && registry.source(article.outletId).name,
        madeFrom: madeFrom(reader, article, numbers),
      },
    ]),
  );
}

function madeFrom(reader: CaseReader, { id }: Article, numbers: ReadonlyMap<string, number>): ReportedLink[] {
  return reader
    .where("article_link", "articleId", id)
    .filter(({ relation }) => relation !== "unrelated")
    .sort((one, other) => compare(one.decidedAt, other.decidedAt) || compare(one.id, other.id))
    .map((link) => ({
      link,
      number: numbers.get(link.fromId) ?? null,
      title: reader.row("article", link.fromId)?.title ?? "",
    }));
}

/** The articles that attributions of the claims stand in, and those that their evidence points at. */
function articlesBehind(reader: CaseReader, claims: readonly Claim[]): Article[] {
  const ids = new Set<string>();
  for (const claim of claims) {
    for (const attribution of reader.where("attribution", "claimId", claim.id)) ids.add(attribution.articleId);
    const assessment = assessmentsOf(reader, claim.id).at(-1);
    if (!assessment) continue;
    for (const evidence of reader.where("evidence", "assessmentId", assessment.id)) {
      if (evidence.target === "article" && evidence.targetId) ids.add(evidence.targetId);
      if (evidence.target === "attribution" && evidence.targetId) {
        const attribution = reader.row("attribution", evidence.targetId);
        if (attribution) ids.add(attribution.articleId);
      }
    }
  }
  return [...ids].flatMap((id) => reader.row("article", id) ?? []);
}

function assessmentsOf(reader: CaseReader, claimId: string): Assessment[] {
  return reader
    .where("assessment", "claimId", claimId)
    .sort((one, other) => compare(one.assessedAt, other.assessedAt) || compare(one.id, other.id));
}

function reportClaim(
  reader: CaseReader,
  claim: Claim,
  number: number,
  references: ReadonlyMap<string, Reference>,
  registry: SourceRegistry,
): ReportedClaim {
  const rows = reader.where("attribution", "claimId", claim.id);
  const counted = new Set(countingFor(rows));
  const against = new Set(countingAgainst(rows));
  const attributions = rows
    .flatMap((attribution) => {
      const reference = references.get(attribution.articleId);
      if (!reference) return [];
      const side: Side = counted.has(attribution) ? "for" : against.has(attribution) ? "against" : "nowhere";
      return [reportAttribution(reader, attribution, reference, side, registry)];
    })
    .sort(
      (one, other) =>
        one.reference.number - other.reference.number || (one.content[0]?.start ?? 0) - (other.content[0]?.start ?? 0),
    );
  const history = assessmentsOf(reader, claim.id);
  const assessment = history.at(-1) ?? null;
  const lineage = lineageOf(
    reader,
    rows.map(({ articleId }) => articleId),
  );
  return {
    number,
    claim,
    verdict: assessment?.verdict ?? "untriaged",
    assessment,
    history,
    evidence: [],
    stale: assessment
      ? stalenessOf(
          assessment.basis,
          basisNow(claim, attributions, registry, lineage),
          (id) => reader.row("source", id)?.name ?? "a source since removed",
        )
      : [],
    firstHops: firstHops(attributions.map(outlineOf), lineage).map((id) => beginning(reader, id)),
    attributions,
  };
}

function reportAttribution(
  reader: CaseReader,
  attribution: Attribution,
  reference: Reference,
  side: Side,
  registry: SourceRegistry,
): ReportedAttribution {
  const spans = spansOf(reader, attribution.id);
  return {
    attribution,
    reference,
    side,
    content: spans.filter((span) => span.role === "content"),
    cue: spans.filter((span) => span.role === "cue"),
    chain: reader
      .where("hop", "attributionId", attribution.id)
      .sort((one, other) => one.position - other.position)
      .map((hop) => ({
        hop,
        source: registry.source(hop.sourceId),
        grade: registry.grade(hop.sourceId)?.letter ?? null,
        spans: spansOf(reader, hop.id),
      })),
  };
}

function spansOf(reader: CaseReader, ownerId: string): Span[] {
  return reader.where("span", "ownerId", ownerId).sort((one, other) => one.position - other.position);
}

function outlineOf({ attribution, chain }: ReportedAttribution): AttributionOutline {
  return { ...attribution, chain: chain.map(({ hop }) => hop.sourceId) };
}

/** A first hop by its id: that of a source, or that of an article that names nobody. */
function beginning(reader: CaseReader, id: string): { name: string; party: boolean } {
  const source = reader.row("source", id);
  if (source) return { name: source.name, party: source.party };
  return { name: `${reader.row("article", id)?.title ?? ""} (names nobody)`, party: false };
}

function basisNow(
  claim: Claim,
  attributions: readonly ReportedAttribution[],
  registry: SourceRegistry,
  lineage: Lineage,
): Basis {
  const grounds = attributions.map(({ attribution, chain, content }) => ({
    attribution,
    words: content.map((span) => span.exact),
    hops: chain.map(({ hop }) => hop),
  }));
  return basisFrom(claim, grounds, (sourceId) => registry.grade(sourceId)?.letter ?? null, lineage);
}

function nameEvidence(
  reader: CaseReader,
  reported: ReportedClaim,
  claims: ReadonlyMap<string, number>,
  references: ReadonlyMap<string, Reference>,
): void {
  if (!reported.assessment) return;
  const rows = reader.where("evidence", "assessmentId", reported.assessment.id);
  for (const evidence of rows.sort((one, other) => one.position - other.position)) {
    reported.evidence.push({ evidence, ...targetOf(reader, evidence, claims, references) });
  }
}

function targetOf(
  reader: CaseReader,
  { target, targetId, location }: Evidence,
  claims: ReadonlyMap<string, number>,
  references: ReadonlyMap<string, Reference>,
): Omit<ReportedEvidence, "evidence"> {
  const gone = { name: "something since removed from the case", claim: null, reference: null };
  if (target === "external" || targetId === null) return { name: location, claim: null, reference: null };
  switch (target) {
    case "article": {
      const article = reader.row("article", targetId);
      return article ? { name: article.title, claim: null, reference: references.get(targetId)?.number ?? null } : gone;
    }
    case "claim": {
      const claim = reader.row("claim", targetId);
      return claim ? { name: claim.statement, claim: claims.get(targetId) ?? null, reference: null } : gone;
    }
    case "source": {
      const source = reader.row("source", targetId);
      return source ? { name: source.name, claim: null, reference: null } : gone;
    }
    case "attribution": {
      const attribution = reader.row("attribution", targetId);
      if (!attribution) return gone;
      const words = spansOf(reader, targetId).filter((span) => span.role === "content");
      return {
        name: `“${words.map((span) => span.exact).join(" … ")}”`,
        claim: claims.get(attribution.claimId) ?? null,
        reference: references.get(attribution.articleId)?.number ?? null,
      };
    }
  }
}

function sourcesOf(
  reader: CaseReader,
  fields: ReportFields,
  claims: readonly ReportedClaim[],
  references: ReadonlyMap<string, Reference>,
  registry: SourceRegistry,
): ReportedSource[] {
  const claimsBySource = new Map<string, Set<number>>();
  const meet = (id: string) => {
    const met = claimsBySource.get(id) ?? new Set();
    claimsBySource.set(id, met);
    return met;
  };
  if (fields.claimIds === null) for (const source of reader.rows("source")) meet(source.id);
  for (const { article } of references.values()) if (article.outletId) meet(article.outletId);
  for (const { number, attributions, evidence } of claims) {
    for (const { chain } of attributions) for (const { hop } of chain) meet(hop.sourceId).add(number);
    for (const { evidence: link } of evidence) {
      if (link.target === "source" && link.targetId && reader.row("source", link.targetId)) meet(link.targetId);
    }
  }
  return [...claimsBySource]
    .map(([id, numbers]) => ({ source: registry.source(id), numbers }))
    .sort((one, other) => other.numbers.size - one.numbers.size || compare(one.source.name, other.source.name))
    .map(({ source, numbers }, index) => ({
      number: index + 1,
      source,
      parent: source.parentId && registry.source(source.parentId).name,
      aliases: reader.where("alias", "sourceId", source.id).map((alias) => alias.name),
      grade: registry.grade(source.id),
      gradesThen: gradesThenOf(source.id, claims, registry.grade(source.id)?.letter ?? null),
      claims: [...numbers].sort((one, other) => one - other),
    }));
}

function gradesThenOf(
  sourceId: string,
  claims: readonly ReportedClaim[],
  now: Reliability | null,
): ReportedSource["gradesThen"] {
  const byLetter = new Map<Reliability | null, number[]>();
  for (const { number, assessment } of claims) {
    if (!assessment?.basis.attributions.some((attribution) => attribution.chain.includes(sourceId))) continue;
    const letter = assessment.basis.grades.find((grade) => grade.sourceId === sourceId)?.letter ?? null;
    if (letter !== now) byLetter.set(letter, [...(byLetter.get(letter) ?? []), number]);
  }
  return [...byLetter].map(([letter, numbers]) => ({ letter, claims: numbers }));
}

function factsOf(claims: readonly ReportedClaim[], sources: readonly ReportedSource[]): SourcingFacts {
  return {
    sources: sources.length,
    unnamed: sources.filter(({ source }) => !source.named).length,
    ungraded: sources.filter(({ grade }) => grade === null).length,
    parties: sources.filter(({ source }) => source.party).length,
    claims: claims.length,
    assessed: claims.filter(({ assessment }) => assessment !== null).length,
    singleFirstHop: claims.filter((claim) => claim.firstHops.length === 1).length,
    partiesOnly: claims.filter((claim) => claim.firstHops.length > 0 && claim.firstHops.every((hop) => hop.party))
      .length,
    nobody: claims.filter((claim) => claim.firstHops.length === 0).length,
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
