import * as z from "zod";
import { Assessment, type Evidence, EvidenceFields } from "../nouns/assessment.ts";
import { type Attribution, AttributionFields, AttributionInput, ChainInput, type Hop } from "../nouns/attribution.ts";
import { type Claim, ClaimFields } from "../nouns/claim.ts";
import { Id, SoughtWords } from "../nouns/common.ts";
import type { Note } from "../nouns/note.ts";
import type { Source } from "../nouns/source.ts";
import { ChosenIn, RangeInput, type Span } from "../nouns/span.ts";
import type { GivenVerdict, VerdictAdvice } from "../rules/verdict.ts";
import type { Credibility, Reliability } from "../vocabulary/admiralty.ts";
import { PREDICATE_CODES } from "../vocabulary/claims.ts";
import { VERDICT_CODES, type Verdict, WORK_STATE_CODES } from "../vocabulary/verdicts.ts";
import type { ArticleMarks } from "./articles.ts";
import { DIRECTIONS, type Done, gives, type Page, PageInput, procedure } from "./base.ts";

export const CLAIM_ORDERS = ["created", "statement", "verdict", "credibility", "attributions", "articles"] as const;

/** A claim as the table of claims shows it. */
export interface ClaimRow {
  id: string;
  statement: string;
  predicate: Claim["predicate"];
  workState: Claim["workState"];
  verdict: Verdict;
  credibility: Credibility | null;
  attributions: number;
  articles: number;
  createdAt: string;
}

/** A hop with what is known of its source. */
export interface HopView extends Hop {
  name: string;
  kind: Source["kind"];
  named: boolean;
  party: boolean;
  /** The grade in force for everything, or null. */
  grade: Reliability | null;
  spans: Span[];
}

/** An attribution with its article, its words and its chain. */
export interface AttributionView extends Attribution {
  articleTitle: string;
  outlet: string | null;
  published: string | null;
  /** The text that its words stand in. */
  textSha256: string;
  content: Span[];
  cue: Span[];
  chain: HopView[];
}

/** Evidence with a name for what it points at. */
export interface EvidenceView extends Evidence {
  /** The title, statement or name of its target; its location where it is external. */
  targetName: string;
}

export interface AssessmentView extends Assessment {
  evidence: EvidenceView[];
}

/** A claim with all that hangs on it. */
export interface ClaimView extends Claim {
  verdict: Verdict;
  credibility: Credibility | null;
  /** In the order of their articles' dates. */
  attributions: AttributionView[];
  /** Newest first. */
  assessments: AssessmentView[];
  /** Why the assessment in force is stale; empty where it is not. */
  stale: string[];
  /** Distinct first hops among the attributions that count. */
  firstHops: { id: string; name: string; party: boolean }[];
  notes: Note[];
}

/** A claim as the type-ahead of the claim editor shows it. */
export interface ClaimMatch {
  id: string;
  statement: string;
  verdict: Verdict;
  attributions: number;
}

/** What making an attribution answers: enough to draw it without asking again. */
export interface Attributed extends Done {
  claimId: string;
  attributionId: string;
  drawn: ArticleMarks;
}

const AssessmentInput = z.object({
  claimId: Id,
  verdict: Assessment.shape.verdict,
  credibility: Assessment.shape.credibility.optional(),
  confidence: Assessment.shape.confidence.default(null),
  likelihood: Assessment.shape.likelihood.default(null),
  rationale: Assessment.shape.rationale.default(""),
  methods: Assessment.shape.methods.default(""),
  evidence: z.array(EvidenceFields).max(200, "At most 200 pieces of evidence bear one verdict.").default([]),
  /** Guards that are not met are refused unless this is true; the rationale then has to say why. */
  override: z.boolean().default(false),
});
export type AssessmentInput = z.input<typeof AssessmentInput>;

export const claims = {
  list: procedure
    .input(
      PageInput.extend({
        order: z.enum(CLAIM_ORDERS).default("created"),
        direction: z.enum(DIRECTIONS).default("ascending"),
        words: SoughtWords.default(""),
        verdicts: z.array(z.enum(VERDICT_CODES)).default([]),
        workStates: z.array(z.enum(WORK_STATE_CODES)).default([]),
        predicates: z.array(z.enum(PREDICATE_CODES)).default([]),
      }),
    )
    .output(gives<Page<ClaimRow>>()),
  get: procedure.input(z.object({ id: Id })).output(gives<ClaimView>()),
  /** The claims that hold the words, each word as a beginning, best first; all claims, newest first, for no words. */
  search: procedure
    .input(z.object({ words: SoughtWords, limit: z.int().min(1).max(50).default(8) }))
    .output(gives<ClaimMatch[]>()),
  /** Makes a claim together with the place where it was found. */
  create: procedure
    .input(
      z.object({
        fields: ClaimFields.partial().extend({ statement: ClaimFields.shape.statement }),
        attribution: AttributionInput,
      }),
    )
    .output(gives<Attributed>()),
  update: procedure.input(z.object({ id: Id, fields: ClaimFields.partial() })).output(gives<Done>()),
  /**
   * Makes two claims that say the same one: the attributions and notes of `from` move to `into`, and `from` goes with its
   * verdicts. What pointed at it, evidence and reports, points at `into`.
   */
  merge: procedure.input(z.object({ from: Id, into: Id })).output(gives<Done>()),
  /** Takes a claim out with its attributions, assessments and notes. */
  remove: procedure.input(z.object({ id: Id })).output(gives<Done>()),
};

export const attributions = {
  get: procedure.input(z.object({ id: Id })).output(gives<AttributionView>()),
  /** Attaches a passage to a claim that is there. */
  create: procedure.input(z.object({ claimId: Id, attribution: AttributionInput })).output(gives<Attributed>()),
  /** Changes how it presents the claim, or which claim it belongs to. */
  update: procedure
    .input(z.object({ id: Id, fields: AttributionFields.partial().extend({ claimId: Id.optional() }) }))
    .output(gives<Done>()),
  /** Sets the words of the claim or of the cue; several ranges make a discontinuous passage. */
  setWords: procedure
    .input(
      z.object({
        id: Id,
        role: z.enum(["content", "cue"]),
        ranges: z.array(RangeInput).max(50, "At most 50 passages make one claim."),
        textSha256: ChosenIn,
      }),
    )
    .output(gives<Attributed>()),
  /** Sets the whole chain, origin first. */
  setChain: procedure.input(z.object({ id: Id, chain: ChainInput, textSha256: ChosenIn })).output(gives<Attributed>()),
  /** Takes an attribution out. A claim that it was the last of, and that nobody assessed or wrote a note on, goes with it. */
  remove: procedure.input(z.object({ id: Id })).output(gives<Done & { claimRemoved: boolean }>()),
};

export const assessments = {
  /** What stands in the way of each verdict that may follow, given what would be saved with it. */
  advise: procedure
    .input(AssessmentInput.pick({ claimId: true, rationale: true, methods: true, evidence: true }))
    .output(
      gives<{
        from: Verdict;
        options: ({ verdict: GivenVerdict; credibility: Credibility | null } & VerdictAdvice)[];
      }>(),
    ),
  record: procedure.input(AssessmentInput).output(gives<Done & { assessmentId: string }>()),
};
