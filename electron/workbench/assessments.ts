import type { EvidenceFields } from "#domain/nouns/assessment.ts";
import { Problem } from "#domain/problems.ts";
import { countingAgainst } from "#domain/rules/chain.ts";
import { adviseVerdict, type VerdictFacts, verdictsAfter } from "#domain/rules/verdict.ts";
import { shortened } from "#domain/text/shortened.ts";
import { termOf } from "#domain/vocabulary/term.ts";
import { VERDICTS } from "#domain/vocabulary/verdicts.ts";
import { basisOf, claimView, outlinesOf } from "../store/claims.ts";
import type { Readable } from "../store/readable.ts";
import { gradeInForce } from "../store/sources.ts";
import { rowOf } from "../store/tables.ts";
import type { Desk } from "./desk.ts";
import { found, foundRow } from "./found.ts";
import { newId, nowAfter } from "./ids.ts";
import type { Implementer } from "./implementer.ts";

export function assessmentProcedures(os: Implementer["assessments"], desk: Desk) {
  return {
    advise: os.advise.handler(({ input }) => {
      const { from, facts } = situationOf(desk.readable, input);
      return {
        from,
        options: verdictsAfter(from).map((verdict) => ({
          verdict,
          credibility: termOf(VERDICTS, verdict).credibility,
          ...adviseVerdict(from, verdict, facts),
        })),
      };
    }),

    record: os.record.handler(({ input }) => {
      const { claim, from, facts } = situationOf(desk.readable, input);
      const { refusal, unmet } = adviseVerdict(from, input.verdict, facts);
      if (refusal) throw new Problem("NOT_ALLOWED", refusal, { field: "verdict" });
      if (unmet.length > 0 && !input.override) throw new Problem("NOT_ALLOWED", unmet.join(" "), { field: "verdict" });
      if (unmet.length > 0 && input.rationale === "") {
        throw new Problem("NOT_ALLOWED", "Say why the verdict is given all the same.", { field: "rationale" });
      }
      const { evidence, override: _override, ...given } = input;
      const term = termOf(VERDICTS, input.verdict);
      return desk.run(`call “${shortened(claim.statement)}” ${term.label.toLowerCase()}`, (transaction) => {
        const assessmentId = newId();
        transaction.put("assessment", {
          ...given,
          credibility: given.credibility === undefined ? term.credibility : given.credibility,
          id: assessmentId,
          overridden: unmet,
          basis: basisOf(transaction, foundRow(transaction, "claim", claim.id)),
          author: desk.author,
          assessedAt: nowAfter(claim.assessments[0]?.assessedAt),
        });
        for (const [position, fields] of evidence.entries()) {
          refuseMissingTarget(transaction, fields);
          transaction.put("evidence", { ...fields, id: newId(), assessmentId, position });
        }
        return { assessmentId };
      });
    }),
  };
}

/** The claim, its verdict in force, and what the guards need to know. */
function situationOf(
  readable: Readable,
  input: { claimId: string; rationale: string; methods: string; evidence: EvidenceFields[] },
) {
  const claim = found(claimView(readable, input.claimId), "claim", input.claimId);
  const known = new Set(claim.assessments.flatMap((assessment) => assessment.evidence.map(keyOf)));
  const denials = countingAgainst(outlinesOf(readable, claim.id));
  const facts: VerdictFacts = {
    firstHops: claim.firstHops.length,
    firstHopsNoParty: claim.firstHops.filter((hop) => !hop.party).length,
    weightyDenials: denials.filter((denial) => hasWeight(readable, denial.chain[0])).length,
    evidence: input.evidence,
    newEvidence: input.evidence.some((evidence) => !known.has(keyOf(evidence))),
    rationale: input.rationale,
    methods: input.methods,
  };
  return { claim, from: claim.verdict, facts };
}

/** A denial has weight where it comes from a source that is no party to the event, or that has a grade from A to E. */
function hasWeight(readable: Readable, sourceId: string | undefined): boolean {
  if (sourceId === undefined) return true;
  const grade = gradeInForce(readable, sourceId);
  return rowOf(readable, "source", sourceId)?.party === false || (grade !== null && grade !== "F");
}

/** What a link points at; calling an old link a contradiction does not make it new evidence. */
function keyOf(evidence: EvidenceFields): string {
  return `${evidence.target} ${evidence.targetId ?? evidence.location}`;
}

function refuseMissingTarget(readable: Readable, evidence: EvidenceFields): void {
  if (evidence.target === "external") {
    if (evidence.location !== "") return;
    throw new Problem("NOT_ALLOWED", "Say where the evidence is: an address, a file or a shelf mark.", {
      field: "location",
    });
  }
  const id = evidence.targetId ?? "";
  found(rowOf(readable, evidence.target, id), evidence.target, id);
}
