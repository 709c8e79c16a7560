import { bareClaim, type Claim } from "#domain/nouns/claim.ts";
import { Problem } from "#domain/problems.ts";
import { shortened } from "#domain/text/shortened.ts";
import { claimsPage, claimView, searchClaims } from "../store/claims.ts";
import type { Transaction } from "../store/journal.ts";
import { allRows, rowsWhere } from "../store/tables.ts";
import { attributed, putAttribution, removeAttribution } from "./attributions.ts";
import type { Desk } from "./desk.ts";
import { redirectEvidence } from "./evidence.ts";
import { defined } from "./fields.ts";
import { found, foundRow } from "./found.ts";
import { newId, now } from "./ids.ts";
import type { Implementer } from "./implementer.ts";
import { removeNote } from "./notes.ts";
import { redirectTrashedClaim } from "./trash-references.ts";

export function claimProcedures(os: Implementer["claims"], desk: Desk) {
  return {
    list: os.list.handler(({ input }) => claimsPage(desk.readable, input)),
    get: os.get.handler(({ input }) => found(claimView(desk.readable, input.id), "claim", input.id)),
    search: os.search.handler(({ input }) => searchClaims(desk.readable, input.words, input.limit)),

    create: os.create.handler(({ input }) => {
      const claim: Claim = {
        ...bareClaim(input.fields.statement),
        ...defined(input.fields),
        id: newId(),
        createdAt: now(),
      };
      refuseDisorder(claim);
      const done = desk.run(`make the claim “${shortened(claim.statement)}”`, (transaction) => {
        transaction.put("claim", claim);
        return { attribution: putAttribution(transaction, claim.id, input.attribution) };
      });
      return { sequence: done.sequence, ...attributed(desk, done.attribution) };
    }),

    update: os.update.handler(({ input }) => {
      const before = foundRow(desk.readable, "claim", input.id);
      const after: Claim = { ...before, ...defined(input.fields) };
      refuseDisorder(after);
      return desk.run(`change the claim “${shortened(after.statement)}”`, (transaction) => {
        transaction.put("claim", after);
        return {};
      });
    }),

    merge: os.merge.handler(({ input }) => {
      const from = foundRow(desk.readable, "claim", input.from);
      const into = foundRow(desk.readable, "claim", input.into);
      if (from.id === into.id) {
        throw new Problem("NOT_ALLOWED", "A claim cannot be merged into itself. Choose another one.", {
          field: "into",
        });
      }
      return desk.run(`merge “${shortened(from.statement)}” into “${shortened(into.statement)}”`, (transaction) => {
        mergeClaims(transaction, from, into);
        return {};
      });
    }),

    remove: os.remove.handler(({ input }) => {
      const claim = foundRow(desk.readable, "claim", input.id);
      return desk.run(`remove the claim “${shortened(claim.statement)}”`, (transaction) => {
        removeClaim(transaction, claim.id);
        return {};
      });
    }),
  };
}

/** The verdicts of the claim that goes do not speak of the one that stays; the journal keeps them. */
function mergeClaims(transaction: Transaction, from: Claim, into: Claim): void {
  for (const attribution of rowsWhere(transaction, "attribution", "claimId", from.id)) {
    transaction.put("attribution", { ...attribution, claimId: into.id });
  }
  for (const note of rowsWhere(transaction, "note", "claimId", from.id)) {
    transaction.put("note", { ...note, claimId: into.id });
  }
  redirectEvidence(transaction, from.id, into.id);
  redirectTrashedClaim(transaction, from, into);
  for (const report of [...allRows(transaction, "report")]) {
    if (!report.claimIds?.includes(from.id)) continue;
    const claimIds = [...new Set(report.claimIds.map((id) => (id === from.id ? into.id : id)))];
    transaction.put("report", { ...report, claimIds });
  }
  removeClaim(transaction, from.id);
}

function removeClaim(transaction: Transaction, id: string): void {
  for (const attribution of rowsWhere(transaction, "attribution", "claimId", id)) {
    removeAttribution(transaction, attribution.id);
  }
  for (const assessment of rowsWhere(transaction, "assessment", "claimId", id)) {
    for (const evidence of rowsWhere(transaction, "evidence", "assessmentId", assessment.id)) {
      transaction.remove("evidence", evidence.id);
    }
    transaction.remove("assessment", assessment.id);
  }
  for (const note of rowsWhere(transaction, "note", "claimId", id)) removeNote(transaction, note.id);
  transaction.remove("claim", id);
}

/** A figure's least, best and greatest values stand in that order. */
function refuseDisorder({ low, best, high }: Claim): void {
  const values = [low, best, high].filter((value) => value !== null);
  if (values.every((value, index) => index === 0 || (values[index - 1] ?? value) <= value)) return;
  throw new Problem(
    "NOT_ALLOWED",
    "The low value is the smallest and the high value the greatest; here they are not.",
    {
      field: "low",
    },
  );
}
