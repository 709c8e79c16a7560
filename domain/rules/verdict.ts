import type { EvidenceFields } from "../nouns/assessment.ts";
import { termOf } from "../vocabulary/term.ts";
import { VERDICTS, type Verdict } from "../vocabulary/verdicts.ts";

/** A verdict that an analyst can give. Nothing returns to untriaged. */
export type GivenVerdict = Exclude<Verdict, "untriaged">;

/** From each verdict, the verdicts that may follow it by an ordinary assessment. Any may become withdrawn. */
const FOLLOWING: Record<Verdict, readonly GivenVerdict[]> = {
  untriaged: ["unverified", "disputed", "unverifiable"],
  unverified: ["corroborated", "verified", "disputed", "refuted", "unverifiable"],
  corroborated: ["unverified", "verified", "disputed", "refuted"],
  verified: ["disputed", "unverified"],
  disputed: ["unverified", "corroborated", "verified", "refuted"],
  refuted: ["disputed", "unverified"],
  unverifiable: ["unverified"],
  withdrawn: [],
};

/** Verdicts that are left only by reopening, with evidence that was not there before. */
const SETTLED: readonly Verdict[] = ["verified", "refuted"];

/** The verdicts that may follow `from`, itself included where it may be given again with new reasons. */
export function verdictsAfter(from: Verdict): GivenVerdict[] {
  if (from === "withdrawn") return [];
  const again: GivenVerdict[] = from === "untriaged" ? [] : [from];
  return [...again, ...FOLLOWING[from], "withdrawn"];
}

/** What the guards are told of a claim. */
export interface VerdictFacts {
  /** Number of distinct first hops among the attributions that count for the claim, and how many of them are no party. */
  firstHops: number;
  firstHopsNoParty: number;
  /** Denials by a source that is no party to the event or that has a grade from A to E. */
  weightyDenials: number;
  evidence: readonly Pick<EvidenceFields, "relation" | "primary">[];
  /** Whether the evidence holds a link that no assessment before had. */
  newEvidence: boolean;
  rationale: string;
  methods: string;
}

/** What stands in the way of a verdict. */
export interface VerdictAdvice {
  /** Why the verdict cannot be given at all, or null. */
  refusal: string | null;
  /** Guards that are not met. A rationale overrides them, and the report shows them. */
  unmet: string[];
}

/**
 * Advice on giving the verdict `to` to a claim that has the verdict `from`. Transitions and the need for a rationale are
 * firm; guards advise.
 */
export function adviseVerdict(from: Verdict, to: GivenVerdict, facts: VerdictFacts): VerdictAdvice {
  return {
    refusal: refusalOf(from, to, facts),
    unmet: unmetGuards(to, facts),
  };
}

function refusalOf(from: Verdict, to: GivenVerdict, facts: VerdictFacts): string | null {
  const name = (verdict: Verdict) => termOf(VERDICTS, verdict).label.toLowerCase();
  if (!verdictsAfter(from).includes(to)) {
    const possible = verdictsAfter(from);
    return possible.length === 0
      ? `A ${name(from)} claim keeps its verdict.`
      : `A claim that is ${name(from)} cannot become ${name(to)}; it can become ${possible.map(name).join(", ")}.`;
  }
  if (SETTLED.includes(from) && to !== from && to !== "withdrawn" && !facts.newEvidence) {
    return `A ${name(from)} claim is reopened by new evidence only: add a link that no assessment before has.`;
  }
  if (facts.rationale.trim() === "" && !(from === "untriaged" && to === "unverified")) {
    return "Say why: this verdict needs a rationale.";
  }
  return null;
}

function unmetGuards(to: GivenVerdict, facts: VerdictFacts): string[] {
  const unmet: string[] = [];
  switch (to) {
    case "corroborated":
      if (facts.firstHops < 2) {
        unmet.push(
          `Corroboration asks for two origins or more; ${facts.firstHops === 0 ? "none was" : "one was"} found, counting distinct first hops.`,
        );
      }
      if (facts.firstHopsNoParty < 1) unmet.push("Every first hop is a party to the event; one that is not is needed.");
      break;
    case "verified":
      if (!facts.evidence.some((evidence) => evidence.relation === "supports" && evidence.primary)) {
        unmet.push("Verification asks for an evidence link to primary evidence that we examined.");
      }
      break;
    case "disputed":
      if (facts.weightyDenials < 1 && !facts.evidence.some((evidence) => evidence.relation === "contradicts")) {
        unmet.push(
          "Nobody with weight denies it: a dispute asks for a denial by a source that has a grade or is no party to the event, or for evidence that contradicts the claim.",
        );
      }
      break;
    case "refuted":
      if (!facts.evidence.some((evidence) => evidence.relation === "contradicts")) {
        unmet.push("Refutation asks for an evidence link that contradicts the claim.");
      }
      break;
    case "unverifiable":
      if (facts.methods.trim() === "") unmet.push("List what was tried before a claim is called unverifiable.");
      break;
    case "unverified":
    case "withdrawn":
      break;
  }
  return unmet;
}
