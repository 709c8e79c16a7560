import type { Claim } from "#domain/nouns/claim.ts";
import type { Trashed } from "#domain/nouns/library.ts";
import type { Source } from "#domain/nouns/source.ts";
import type { Transaction } from "../store/journal.ts";
import { rowOf } from "../store/tables.ts";
import { trashedHolding } from "../store/trash.ts";

/**
 * Lets what lies in the trash refer to the source that another has become part of, so that it comes back whole. An article
 * whose outlet that was is listed in the trash under the name of the one that stays.
 */
export function redirectTrashedSource(transaction: Transaction, from: Source, into: Source): void {
  redirect(transaction, ["outletId", "sourceId"], from.id, into.id, (trashed) =>
    trashed.rows.some(({ row }) => row.outletId === from.id) ? { outlet: into.name } : {},
  );
}

/** Lets what lies in the trash refer to the claim that another has become part of, so that it comes back whole. */
export function redirectTrashedClaim(transaction: Transaction, from: Claim, into: Claim): void {
  redirect(transaction, ["claimId"], from.id, into.id, () => ({}));
}

/** Puts another id into these fields of rows in the trash; `beside` gives what else changes of an article that holds it. */
function redirect(
  transaction: Transaction,
  fields: readonly string[],
  from: string,
  into: string,
  beside: (trashed: Trashed) => Partial<Trashed>,
): void {
  for (const id of trashedHolding(transaction, from)) {
    const trashed = rowOf(transaction, "trashed", id);
    if (!trashed) continue;
    const rows = trashed.rows.map(({ table, row }) => {
      const redirected = fields.filter((field) => row[field] === from).map((field) => [field, into]);
      return { table, row: { ...row, ...Object.fromEntries(redirected) } };
    });
    transaction.put("trashed", { ...trashed, ...beside(trashed), rows });
  }
}
