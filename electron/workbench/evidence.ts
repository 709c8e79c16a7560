import type { Transaction } from "../store/journal.ts";
import { rowsWhere } from "../store/tables.ts";

/** Lets evidence that points at something point at what that has become part of. */
export function redirectEvidence(transaction: Transaction, from: string, into: string): void {
  for (const evidence of rowsWhere(transaction, "evidence", "targetId", from)) {
    transaction.put("evidence", { ...evidence, targetId: into });
  }
}
