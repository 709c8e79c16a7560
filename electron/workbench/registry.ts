import { NewSource } from "#domain/nouns/attribution.ts";
import type { Source } from "#domain/nouns/source.ts";
import type { Transaction } from "../store/journal.ts";
import { sourceNamed } from "../store/sources.ts";
import { foundRow } from "./found.ts";
import { newId, now } from "./ids.ts";

/** A source that is pointed at by id, or named. */
type SourceReference = { id: string } | NewSource;

/**
 * The id of the source that is meant: the one of that id, or the one of that name or alias, or a new one of that name.
 */
export function sourceMeant(transaction: Transaction, reference: SourceReference): string {
  if ("id" in reference) return foundRow(transaction, "source", reference.id).id;
  return sourceNamed(transaction, reference.name) ?? putSource(transaction, reference);
}

/** Adds a source of which at least the name is known. */
export function putSource(transaction: Transaction, fields: NewSource): string {
  const source: Source = {
    kind: "other",
    named: true,
    party: false,
    parentId: null,
    descriptor: "",
    ...NewSource.parse(fields),
    id: newId(),
    createdAt: now(),
  };
  transaction.put("source", source);
  return source.id;
}

/** The id of the outlet of this name, made where there is none; null for an empty name. */
export function outletNamed(transaction: Transaction, name: string): string | null {
  return name === "" ? null : sourceMeant(transaction, { name, kind: "outlet" });
}
