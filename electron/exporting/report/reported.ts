import type { Article } from "#domain/nouns/article.ts";
import type { Assessment, Evidence } from "#domain/nouns/assessment.ts";
import type { Attribution, Hop } from "#domain/nouns/attribution.ts";
import type { CaseInformation } from "#domain/nouns/case.ts";
import type { Claim } from "#domain/nouns/claim.ts";
import type { ArticleLink } from "#domain/nouns/library.ts";
import type { ReportFields } from "#domain/nouns/report.ts";
import type { Grade, Source } from "#domain/nouns/source.ts";
import type { Span } from "#domain/nouns/span.ts";
import type { Reliability } from "#domain/vocabulary/admiralty.ts";
import type { Verdict } from "#domain/vocabulary/verdicts.ts";
import type { Occasion } from "../case-data.ts";

/** An article as a report refers to it, by its number. */
export interface Reference {
  number: number;
  article: Article;
  outlet: string | null;
  /** What it was made from, as far as a person decided that, the earliest decision first. */
  madeFrom: ReportedLink[];
}

/** A decision that an article was made from another. `number` is of the other where the report refers to it, else null. */
export interface ReportedLink {
  link: ArticleLink;
  number: number | null;
  title: string;
}

export interface ReportedHop {
  hop: Hop;
  source: Source;
  grade: Reliability | null;
  spans: Span[];
}

/** Which way an attribution counts for its claim. */
export type Side = "for" | "against" | "nowhere";

export interface ReportedAttribution {
  attribution: Attribution;
  reference: Reference;
  side: Side;
  content: Span[];
  cue: Span[];
  /** Origin first. */
  chain: ReportedHop[];
}

export interface ReportedEvidence {
  evidence: Evidence;
  /** The title, statement, words or name of what it points at; its location where that is outside the case. */
  name: string;
  /** The claim or the reference it points at, where that is in the report. */
  claim: number | null;
  reference: number | null;
}

export interface ReportedClaim {
  number: number;
  claim: Claim;
  verdict: Verdict;
  /** The assessment in force; null where the claim is captured only. */
  assessment: Assessment | null;
  /** All assessments, oldest first. */
  history: Assessment[];
  evidence: ReportedEvidence[];
  /** Why the assessment in force is stale. */
  stale: string[];
  firstHops: { name: string; party: boolean }[];
  /** In the order of their references. */
  attributions: ReportedAttribution[];
}

export interface ReportedSource {
  number: number;
  source: Source;
  parent: string | null;
  aliases: string[];
  grade: Grade | null;
  /** Grades as they stood in assessments in force, where that differs from now; null for none at all. */
  gradesThen: { letter: Reliability | null; claims: number[] }[];
  /** The claims in whose chains it stands. */
  claims: number[];
}

/** What can be counted about the sourcing of a report. */
export interface SourcingFacts {
  sources: number;
  unnamed: number;
  ungraded: number;
  parties: number;
  claims: number;
  assessed: number;
  /** Claims whose counting attributions have one first hop. */
  singleFirstHop: number;
  /** Claims whose every first hop is a party to the events. */
  partiesOnly: number;
  /** Claims that no attribution counts for. */
  nobody: number;
}

/** All that a report says, whatever it is written in, save for the texts of the articles. */
export interface ReportContent {
  fields: ReportFields;
  occasion: Occasion;
  information: CaseInformation;
  claims: ReportedClaim[];
  references: Reference[];
  sources: ReportedSource[];
  facts: SourcingFacts;
  head: { sequence: number; hash: string };
}
