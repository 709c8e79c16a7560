import * as z from "zod";
import { CREDIBILITY_CODES, RELIABILITY_CODES } from "../vocabulary/admiralty.ts";
import { EVIDENCE_RELATION_CODES, STANCE_CODES } from "../vocabulary/claims.ts";
import { CONFIDENCE_CODES, LIKELIHOOD_CODES } from "../vocabulary/likelihood.ts";
import { VERDICT_CODES } from "../vocabulary/verdicts.ts";
import { Id, Instant, Line, Prose } from "./common.ts";

/** What an assessment rested on, as it then was. Held against the present to tell whether the assessment is stale. */
export const Basis = z.object({
  /** Distinct first hops among the attributions that count for the claim; copies count with what they were made from. */
  firstHops: z.int().min(0),
  /** What the claim said, as one value to compare. */
  proposition: z.string(),
  /** `chain` is the ids of its sources, origin first; `manner` is its words, factuality and accesses, to compare. */
  attributions: z.array(z.object({ id: Id, stance: z.enum(STANCE_CODES), chain: z.array(Id), manner: z.string() })),
  grades: z.array(z.object({ sourceId: Id, letter: z.enum(RELIABILITY_CODES) })),
  /** Which of its articles, and of those behind them, were made from which. Assessments of the first version know of none. */
  links: z.array(z.object({ articleId: Id, fromId: Id })).optional(),
});
export type Basis = z.infer<typeof Basis>;

/** A verdict on a claim. Assessments are only ever added; the latest is in force. */
export const Assessment = z.object({
  id: Id,
  claimId: Id,
  verdict: z.enum(VERDICT_CODES).exclude(["untriaged"]),
  credibility: z.enum(CREDIBILITY_CODES).nullable(),
  confidence: z.enum(CONFIDENCE_CODES).nullable(),
  likelihood: z.enum(LIKELIHOOD_CODES).nullable(),
  rationale: Prose,
  /** What was tried; asked for where the verdict is unverifiable. */
  methods: Prose,
  /** The guards that were not met and were overridden by the rationale, as sentences. */
  overridden: z.array(z.string()),
  basis: Basis,
  author: Line,
  assessedAt: Instant,
});
export type Assessment = z.infer<typeof Assessment>;

/** What an evidence link points at: something in the case, or something outside it. */
export const EVIDENCE_TARGETS = ["article", "attribution", "claim", "source", "external"] as const;

export const EvidenceFields = z
  .object({
    relation: z.enum(EVIDENCE_RELATION_CODES),
    /** True where it is primary evidence that we examined ourselves. */
    primary: z.boolean(),
    target: z.enum(EVIDENCE_TARGETS),
    /** The id of what it points at in the case; null where the target is external. */
    targetId: Id.nullable(),
    /** Where the external evidence is: a URL, a file, a shelf mark. */
    location: Line,
    comment: Prose,
  })
  .refine((evidence) => (evidence.target === "external") === (evidence.targetId === null), {
    message: "Evidence points either at something in the case or at something outside it.",
  });
export type EvidenceFields = z.infer<typeof EvidenceFields>;

/** Evidence that an assessment rests on. */
export const Evidence = z.object({ ...EvidenceFields.shape, id: Id, assessmentId: Id, position: z.int().min(0) });
export type Evidence = z.infer<typeof Evidence>;
