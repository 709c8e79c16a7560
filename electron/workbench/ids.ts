/** Ids are UUIDv7: they sort by the time they were made, and within one process never go backwards. */
export { v7 as newId } from "uuid";

/** The present moment as every row and entry carries it. */
export function now(): string {
  return new Date().toISOString();
}
