import { CREDIBILITIES, type Credibility, RELIABILITIES } from "#domain/vocabulary/admiralty.ts";
import { LINK_RELATIONS } from "#domain/vocabulary/articles.ts";
import { EVIDENCE_RELATIONS, FACTUALITIES, PREDICATES, QUOTE_MODES, STANCES } from "#domain/vocabulary/claims.ts";
import { CONFIDENCES, LIKELIHOODS } from "#domain/vocabulary/likelihood.ts";
import { ACCESSES, SOURCE_KINDS } from "#domain/vocabulary/sources.ts";
import { type Term, termOf } from "#domain/vocabulary/term.ts";
import { VERDICTS, type Verdict } from "#domain/vocabulary/verdicts.ts";
import { dateInWords, preciseDateInWords, publishedInWords } from "./dates.ts";
import type {
  Reference,
  ReportContent,
  ReportedAttribution,
  ReportedClaim,
  ReportedEvidence,
  ReportedHop,
  ReportedLink,
  ReportedSource,
  SourcingFacts,
} from "./reported.ts";

/** The headings of a report's sections. */
export const HEADINGS = {
  judgements: "Judgements",
  claims: "Claims",
  captured: "Captured, not yet assessed",
  reach: "How each claim reached us",
  articles: "Annotated articles",
  sources: "Sources",
  references: "References",
  method: "Method and limits",
  terms: "What the terms mean",
  journal: "Journal extract",
  hashes: "Hashes",
} as const;

export const KIND = "Verification report";

export const FIRST_HOPS_NOTE =
  "First hops: the number of distinct beginnings of the chains that count for the claim. An article that was decided to be a copy, rewrite, translation or update of another (see the references) is no beginning of its own. Circles and common owners are not seen through, and so it is not a number of independent origins.";

export const CAPTURED_NOTE =
  "These claims were captured from the articles. Nobody has assessed them, and the report says nothing of whether they are so.";

const UNASSESSED = "Captured, not assessed";

/** “1 claim”, “2 claims”. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? noun : plural}`;
}

function verdictTerm(verdict: Verdict): (typeof VERDICTS)[number] {
  return termOf(VERDICTS, verdict) as (typeof VERDICTS)[number];
}

/** The verdict with its glyph, or what is said of a claim that has none. */
export function verdictInWords(verdict: Verdict): string {
  const { glyph, label } = verdictTerm(verdict);
  return `${glyph} ${verdict === "untriaged" ? UNASSESSED : label}`;
}

export function credibilityInWords(credibility: Credibility): string {
  return `${credibility} ${termOf(CREDIBILITIES, credibility).label.toLowerCase()}`;
}

/** What a report counts, for the stamp at its head. */
export function countsInWords({ references, claims, sources }: ReportContent): string {
  return [
    countOf(references.length, "article"),
    countOf(claims.length, "claim"),
    countOf(sources.length, "source"),
  ].join(" · ");
}

/** What can be counted about the sourcing, as sentences. */
export function factsInWords(facts: SourcingFacts): string {
  const sentences = [
    `${countOf(facts.sources, "source")}, ${facts.unnamed} of them unnamed, ${facts.ungraded} ungraded and ${facts.parties} a party to the events.`,
  ];
  if (facts.claims > 0) {
    sentences.push(
      `${countOf(facts.claims, "claim")}, ${facts.assessed} of them assessed.`,
      facts.singleFirstHop === 0
        ? "No claim rests on a single first hop."
        : `${countOf(facts.singleFirstHop, "claim rests", "claims rest")} on a single first hop.`,
    );
    if (facts.partiesOnly > 0) {
      sentences.push(
        `${countOf(facts.partiesOnly, "claim has", "claims have")} parties to the events alone behind ${facts.partiesOnly === 1 ? "it" : "them"}.`,
      );
    }
    if (facts.nobody > 0) {
      sentences.push(
        `Nobody stands behind ${countOf(facts.nobody, "claim")}: no attribution counts for ${facts.nobody === 1 ? "it" : "them"}.`,
      );
    }
  }
  return sentences.join(" ");
}

/** The normalised fields of a claim, as far as they are filled. */
export function fieldsInWords({ claim }: ReportedClaim): string {
  const value =
    claim.best !== null || claim.low !== null || claim.high !== null
      ? `${[claim.low, claim.best, claim.high].map((number) => number ?? "–").join(" / ")} ${claim.unit} (low / best / high)`.replace(
          / {2,}/g,
          " ",
        )
      : "";
  return [
    termOf(PREDICATES, claim.predicate).label,
    claim.polarity === "negated" ? "negated: the claim says that it is not so" : "",
    claim.subject && `subject: ${claim.subject}`,
    claim.object && `object: ${claim.object}`,
    value,
    claim.date && preciseDateInWords(claim.date, claim.datePrecision),
    claim.place && `${claim.place}${claim.placePrecision ? ` (${claim.placePrecision})` : ""}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** How an attribution presents its claim. */
export function mannerInWords({ attribution }: ReportedAttribution): string {
  return [
    termOf(STANCES, attribution.stance).label,
    `as ${termOf(FACTUALITIES, attribution.factuality).label.toLowerCase()}`,
    `${termOf(QUOTE_MODES, attribution.quoteMode).label.toLowerCase()} speech`,
  ].join(" · ");
}

/** What is said of a hop under its name. */
export function hopInWords({ hop, source, grade }: ReportedHop, index: number): string {
  return [
    index === 0 ? "first hop" : "",
    source.party ? "party" : "",
    source.named ? "" : "unnamed",
    hop.access === "unknown" ? "" : termOf(ACCESSES, hop.access).label.toLowerCase(),
    hop.groupSize === null ? "" : `${hop.groupSize} speaking as one`,
    grade ?? "ungraded",
  ]
    .filter(Boolean)
    .join(" · ");
}

/** The names of a chain in one line. */
export function chainInWords({ chain, reference }: ReportedAttribution): string {
  return chain.length > 0
    ? chain.map(({ source }) => source.name).join(" → ")
    : `${reference.outlet ?? reference.article.title}, naming nobody`;
}

/** What the relation of an evidence link is, and whether we examined it ourselves. */
export function evidenceInWords({ evidence }: ReportedEvidence): string {
  const relation = termOf(EVIDENCE_RELATIONS, evidence.relation).label;
  return evidence.primary ? `${relation} (primary evidence, examined)` : relation;
}

export function sourceKindInWords({ source }: ReportedSource): string {
  return [
    termOf(SOURCE_KINDS, source.kind).label.toLowerCase(),
    source.named ? "" : "unnamed",
    source.party ? "party" : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/** The grade in force in words; the letter stands beside it. */
export function gradeInWords({ grade }: ReportedSource): string {
  return grade ? termOf(RELIABILITIES, grade.letter).label.toLowerCase() : "not graded";
}

/** The grades that assessments rested on where the source has another one now. */
export function gradesThenInWords({ gradesThen }: ReportedSource): string {
  return gradesThen
    .map(
      ({ letter, claims }) =>
        `${letter ?? "Ungraded"} when ${claims.map((number) => `C${number}`).join(", ")} ${claims.length === 1 ? "was" : "were"} assessed`,
    )
    .join("; ");
}

/** Author, title, outlet and date of a reference, without what stands in elements of its own. */
export function referenceInWords({ article, outlet }: Reference): { author: string; rest: string } {
  return {
    author: article.byline,
    rest: [outlet, publishedInWords(article)].filter(Boolean).join(", "),
  };
}

/**
 * What an article was made from, as a sentence in parts: the words before what the other is called, and those after it, with
 * who decided so, when, and what that person wrote of it.
 */
export function madeFromInWords({ link }: ReportedLink): { before: string; after: string } {
  const { relation, author, decidedAt, comment } = link;
  return {
    before: `${termOf(LINK_RELATIONS, relation).label} of `,
    after: `, decided by ${author} on ${dateInWords(decidedAt.slice(0, 10))}${comment ? `: ${comment}` : "."}`,
  };
}

/** Likelihood and confidence of an assessment: two sentences, since they must not be combined in one. */
export function estimateInWords({ assessment }: ReportedClaim): string {
  if (!assessment) return "";
  const { likelihood, confidence } = assessment;
  return [
    likelihood &&
      `Likelihood: ${termOf(LIKELIHOODS, likelihood).label.toLowerCase()} (${termOf(LIKELIHOODS, likelihood).definition}).`,
    confidence && `Confidence: ${confidence}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** The terms that a report uses, by vocabulary, so that it explains those and no others. */
export function termsUsed(content: ReportContent): { title: string; terms: Term[] }[] {
  const assessments = content.claims.flatMap(({ assessment }) => assessment ?? []);
  const attributions = content.claims.flatMap((claim) => claim.attributions);
  const of = <Code extends string>(
    title: string,
    terms: readonly Term<Code>[],
    used: Iterable<string | null | undefined>,
  ) => {
    const codes = new Set(used);
    return { title, terms: terms.filter((term) => codes.has(term.code)) as Term[] };
  };
  return [
    of(
      "Verdict",
      VERDICTS,
      content.claims.flatMap((claim) => [claim.verdict, ...claim.history.map((one) => one.verdict)]),
    ),
    of(
      "Credibility of information (Admiralty)",
      CREDIBILITIES,
      assessments.map((one) => one.credibility),
    ),
    of("Reliability of a source (Admiralty)", RELIABILITIES, [
      ...content.sources.map(({ grade }) => grade?.letter),
      ...content.sources.flatMap(({ gradesThen }) => gradesThen.map(({ letter }) => letter)),
    ]),
    of(
      "Stance",
      STANCES,
      attributions.map(({ attribution }) => attribution.stance),
    ),
    of(
      "Likelihood (ICD 203)",
      LIKELIHOODS,
      assessments.map((one) => one.likelihood),
    ),
    of(
      "Analytic confidence (ICD 203)",
      CONFIDENCES,
      assessments.map((one) => one.confidence),
    ),
  ].filter(({ terms }) => terms.length > 0);
}

/** The words of an analyst, cut where they point at a claim, `[C1]`, or at a reference, `[1]`. */
export type ProsePart = { text: string } | { claim: number } | { reference: number };

/** Cuts prose at its pointers. A pointer to nothing in the report stays as it was typed. */
export function proseParts(prose: string, content: ReportContent): ProsePart[] {
  const parts: ProsePart[] = [];
  let from = 0;
  for (const match of prose.matchAll(/\[(C?)(\d{1,6})\]/g)) {
    const number = Number(match[2]);
    const isClaim = match[1] === "C";
    if (number < 1 || number > (isClaim ? content.claims : content.references).length) continue;
    if (match.index > from) parts.push({ text: prose.slice(from, match.index) });
    parts.push(isClaim ? { claim: number } : { reference: number });
    from = match.index + match[0].length;
  }
  if (from < prose.length) parts.push({ text: prose.slice(from) });
  return parts;
}

/** The judgements of a report: one a line. */
export function judgementsOf({ fields }: ReportContent): string[] {
  return fields.judgements.split("\n").filter((line) => line.trim() !== "");
}
